import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FULL } from "./mlScore";
import { RESTRICTED } from "./remlScore";
import { scoreLimit } from "./scoreLimit";

const study = fc.tuple(fc.double({ min: -30, max: 30, noNaN: true }), fc.double({ min: -4, max: 2, noNaN: true }));
const group = fc
  .array(study, { minLength: 1, maxLength: 6 })
  .map((rows) => ({ yi: rows.map(([y]) => y), vi: rows.map(([, exponent]) => 10 ** exponent) }));

describe("scoreLimit", () => {
  it("lies beyond every peak of both likelihoods, summed over groups", () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 3 }), (groups) => {
        const { limit } = scoreLimit(groups);
        for (const { score } of [FULL, RESTRICTED]) {
          for (const factor of [1, 1.01, 1.5, 4, 100]) {
            const scores = groups.map(({ yi, vi }) => score(yi, vi, factor * limit));
            const rounding = 1e-12 * groups.reduce((sum, { vi }) => sum + vi.reduce((part, v) => part + 1 / v, 0), 0);
            expect(scores.reduce((sum, part) => sum + part, 0)).toBeLessThanOrEqual(rounding);
          }
        }
      }),
      { seed: 61, numRuns: 500 },
    );
  });

  it("is near the estimate where variances are alike, far below the squared range", () => {
    const { limit, smallest } = scoreLimit([{ yi: [0, 1, 2, 3, 4, 5], vi: [1, 1, 1, 1, 1, 1] }]);
    expect(smallest).toBe(1);
    expect(limit).toBeGreaterThan(2.5); // s² − v
    expect(limit).toBeLessThan(3.1);
  });

  it("gives the smallest variance and a limit of 0 for equal effects", () => {
    expect(scoreLimit([{ yi: [7, 7, 7], vi: [3, 2, 4] }])).toEqual({ limit: 0, smallest: 2 });
  });
});
