import { describe, expect, it } from "vitest";
import type { Scale } from "../model/measure";
import { effectAxis } from "./axis";

const labels = (lo: number, hi: number, scale: Scale, width = 400) =>
  effectAxis([lo, hi], scale, [0, width]).ticks.map((tick) => tick.label);

describe("effectAxis", () => {
  it("has round ticks with equal decimals and a true minus sign", () => {
    expect(labels(-2.2, 0.7, "identity")).toEqual(["−2.5", "−2.0", "−1.5", "−1.0", "−0.5", "0.0", "0.5", "1.0"]);
  });

  it("has fewer ticks where there is less room", () => {
    expect(labels(-2.2, 0.7, "identity", 150).length).toBeLessThan(5);
  });

  it.each([
    [0.3, 4, ["0.25", "0.5", "1", "2", "4"]],
    [0.05, 3, ["0.05", "0.1", "0.2", "0.5", "1", "2"]],
    [0.002, 80, ["0.001", "0.01", "0.1", "1", "10", "100"]],
    [0.85, 1.25, ["0.9", "1", "1.1", "1.2", "1.3"]],
  ])("marks a ratio from %f to %f at readable values", (lo, hi, expected) => {
    expect(labels(Math.log(lo), Math.log(hi), "log")).toEqual(expected);
  });

  it("always marks no effect", () => {
    for (const reach of [0.1, 0.5, 1, 3, 8, 20]) {
      expect(labels(-reach, reach / 3, "log", 200)).toContain("1");
      expect(effectAxis([-reach, reach], "identity", [0, 300]).ticks.map((t) => t.value)).toContain(0);
    }
  });

  it("puts ratios at equal factors at equal distances", () => {
    const { x } = effectAxis([Math.log(0.25), Math.log(4)], "log", [0, 400]);
    expect(x(Math.log(2)) - x(0)).toBeCloseTo(x(Math.log(4)) - x(Math.log(2)), 10);
    expect(x(0)).toBeCloseTo(200, 10);
  });
});
