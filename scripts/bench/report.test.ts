import { describe, expect, it } from "vitest";
import { quantile, report, row } from "./report.mjs";

describe("quantile", () => {
  const times = Array.from({ length: 20 }, (_, i) => 20 - i);

  it.each([
    [0.5, 10],
    [0.95, 19],
    [1, 20],
    [0, 1],
  ])("%d of 1 to 20 is %d", (p, expected) => expect(quantile(times, p)).toBe(expected));

  it("refuses to speak of nothing", () => expect(() => quantile([], 0.5)).toThrow(RangeError));
});

describe("report", () => {
  const text = report("150.0", [
    row("fast", [1, 2, 3], { of: "p95", atMost: 3 }),
    row("slow", [1, 2, 4], { of: "p95", atMost: 3 }),
    row("mostly fast", [1, 2, 4], { of: "median", atMost: 3 }),
    row("nodes", [601], { of: "median", atMost: 600 }, ""),
    row("memory", [180.25], { of: "median", atMost: 250 }, "MB"),
    { what: "later", missing: "not built" },
  ]);

  it.each([
    ["a 95th percentile that met its goal", "| fast | 3 | 2.0 ms | 3.0 ms | p95 ≤ 3 ms: met |"],
    ["one that missed it", "| slow | 3 | 2.0 ms | 4.0 ms | p95 ≤ 3 ms: missed |"],
    ["a goal for the median", "| mostly fast | 3 | 2.0 ms | 4.0 ms | median ≤ 3 ms: met |"],
    ["a count, measured once", "| nodes | 1 | 601 | – | ≤ 600: missed |"],
    ["another unit", "| memory | 1 | 180.3 MB | – | ≤ 250 MB: met |"],
    ["what could not be measured", "| later | 0 | – | – | not built |"],
  ])("says %s", (_, line) => expect(text).toContain(line));
});
