import { describe, expect, it } from "vitest";
import { duration, median, statsReport, timeRow } from "./statsReport.mjs";

describe("median", () => {
  it("is the middle, or between the two in the middle", () => {
    expect(median([9, 1, 2])).toBe(2);
    expect(median([9, 1, 2, 4])).toBe(3);
  });

  it("refuses to speak of nothing", () => expect(() => median([])).toThrow(RangeError));
});

it.each([
  [0.000234, "0.234 µs"],
  [0.01234, "12.3 µs"],
  [18.46, "18.5 ms"],
  [250, "250 ms"],
  [5321, "5.32 s"],
])("writes %d ms as %s", (ms, expected) => expect(duration(ms)).toBe(expected));

it("says whether the median met its goal", () => {
  const text = statsReport("no R here", [
    timeRow("fast", [1, 2, 9], 2),
    timeRow("slow", [1, 3, 9], 2),
    timeRow("free", [1], null),
  ]);
  expect(text).toContain("| fast | 3 | 2 ms [1 ms to 9 ms] | ≤ 2 ms: met |");
  expect(text).toContain("| slow | 3 | 3 ms [1 ms to 9 ms] | ≤ 2 ms: missed |");
  expect(text).toContain("| free | 1 | 1 ms [1 ms to 1 ms] | – |");
  expect(text).toContain("no R here");
});
