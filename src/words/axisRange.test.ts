import { describe, expect, it } from "vitest";
import { readRange } from "./axisRange";

describe("readRange", () => {
  it.each([
    ["−3", "1", "identity", [-3, 1]],
    ["-2,5", " 0.5 ", "identity", [-2.5, 0.5]],
    ["0.1", "10", "log", [0.1, 10]],
  ] as const)("reads %s to %s on the %s scale", (from, to, scale, range) => {
    expect(readRange(from, to, scale)).toEqual({ kind: "range", range });
  });

  it("takes two empty fields for the automatic range, and waits for the second limit", () => {
    expect(readRange("", " ", "log").kind).toBe("automatic");
    expect(readRange("0.5", "", "log").kind).toBe("unfinished");
  });

  it.each([
    ["a", "1", "identity", "numbers"],
    ["0", "2", "log", "above 0"],
    ["-1", "", "log", "above 0"],
    ["2", "1", "identity", "smaller limit first"],
    ["1", "1", "identity", "smaller limit first"],
  ] as const)("says what is wrong with %s to %s on the %s scale", (from, to, scale, words) => {
    const read = readRange(from, to, scale);
    expect(read.kind === "fault" && read.message).toContain(words);
  });
});
