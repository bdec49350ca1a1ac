import { describe, expect, it } from "vitest";
import { quantile, report } from "./report.mjs";

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

it("says whether the 95th percentile met its goal", () => {
  const text = report("150.0", [
    { what: "fast", times: [1, 2, 3], goal: 3 },
    { what: "slow", times: [1, 2, 4], goal: 3 },
  ]);
  expect(text).toContain("| fast | 3 | 2.0 | 3.0 | ≤ 3: met |");
  expect(text).toContain("| slow | 3 | 2.0 | 4.0 | ≤ 3: missed |");
});
