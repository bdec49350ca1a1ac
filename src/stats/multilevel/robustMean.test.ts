import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimable } from "../reference/estimators";
import { MULTILEVEL } from "../reference/multilevel";
import { expectClose } from "../reference/reference";
import { weighted } from "../weighted";
import type { DependentEffects } from "./dependentEffects";
import { type RobustOptions, robustMean, robustWeightedMean } from "./robustMean";
import type { WorkingModel } from "./workingModel";

const CR2: RobustOptions = { type: "CR2", level: 0.95 };
const NONE: WorkingModel = { rho: 0, between: 0, within: 0 };
const row = fc.tuple(
  fc.double({ min: -3, max: 3, noNaN: true }),
  fc.double({ min: -2, max: 1, noNaN: true }),
  fc.integer({ min: 0, max: 4 }),
);
const rows = fc.array(row, { minLength: 2, maxLength: 12 }).filter((all) => new Set(all.map(([, , j]) => j)).size > 1);
const variance = fc.constantFrom(0, 0.01, 0.5, 20);
const model = fc.record({ rho: fc.constantFrom(0, 0.5, 0.9), between: variance, within: variance });

describe("CR2", () => {
  it("is the weighted HC2 where every study has one effect", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const yi = all.map(([y], i) => y + i);
        const vi = all.map(([, exponent]) => 10 ** (3 * exponent));
        const { mu, W } = weighted(yi, vi, 0);
        let squares = 0;
        let ww = 0;
        let cc = 0;
        let pairs = 0;
        vi.forEach((v, i) => {
          const others = vi.reduce((sum, other, j) => (j === i ? sum : sum + 1 / other), 0);
          const c2 = W / others / v ** 2;
          squares += c2 * (yi[i]! - mu) ** 2;
          ww += 1 / v ** 2;
          pairs += 2 * cc * c2;
          cc += c2;
        });
        const found = estimable(robustMean({ yi, vi, study: yi.map((_, i) => i) }, NONE, CR2));
        expectClose(found.se, Math.sqrt(squares) / W, 1e-9);
        expectClose(found.df, W ** 2 / (ww + pairs / W ** 2), 1e-9);
      }),
      { seed: 51 },
    );
  });

  it("keeps its digits where one study has nearly all the weight: clubSandwich's method in mpmath, 50 digits", () => {
    const data = MULTILEVEL.find(({ name }) => name === "two peaks: the origin")!;
    const { se, df } = estimable(robustMean(data, { ...NONE, rho: 0.6 }, CR2));
    expectClose(se, 0.0055377803046324, 1e-12);
    expectClose(df, 1.0000395779540086, 1e-13);
  });

  it("is that of m equal studies: the spread of their means, t(m − 1)", () => {
    const means = [0.1, 0.5, 0.9, -0.4];
    const yi = means.flatMap((y) => [y - 0.2, y + 0.2]);
    const study = [1, 1, 2, 2, 3, 3, 4, 4];
    const spread = means.reduce((sum, y) => sum + (y - 0.275) ** 2, 0) / 3;
    for (const type of ["CR1", "CR2"] as const) {
      const working = { rho: 0.5, between: 0.1, within: 0.3 };
      const found = estimable(robustMean({ yi, vi: yi.map(() => 0.2), study }, working, { type, level: 0.95 }));
      expectClose(found.se, Math.sqrt(spread / 4), 1e-13);
      expectClose(found.df, 3, 1e-13);
      expect(found.caution).toBe(type === "CR2" ? "few-degrees-of-freedom" : null);
    }
  });

  it("warns of fewer than four degrees of freedom, and of no more", () => {
    for (const data of MULTILEVEL) {
      const { df, caution } = estimable(robustWeightedMean(data, data.weighted.weights, CR2));
      expect(caution).toBe(df < 4 ? "few-degrees-of-freedom" : null);
    }
  });
});

describe("a robust mean", () => {
  it("does not depend on row order, turns with the sign, and scales with the effects", () => {
    fc.assert(
      fc.property(rows, model, fc.constantFrom("CR1" as const, "CR2" as const), (all, working, type) => {
        const yi = all.map(([y], i) => y + i / 10);
        const vi = all.map(([, exponent]) => 10 ** exponent);
        const study = all.map(([, , j]) => j);
        const found = robustMean({ yi, vi, study }, working, { type, level: 0.95 });
        fc.pre(!("reason" in found) && found.se > 1e-6);
        const { mu, se, df } = estimable(found);
        const turned: DependentEffects = {
          yi: yi.map((y) => -20 * y).toReversed(),
          vi: vi.map((v) => 400 * v).toReversed(),
          study: study.toReversed(),
        };
        const scaled = { rho: working.rho, between: 400 * working.between, within: 400 * working.within };
        const other = estimable(robustMean(turned, scaled, { type, level: 0.95 }));
        expectClose(other.mu / -20, mu, 1e-9, se);
        expectClose(other.se / 20, se, 1e-8);
        expectClose(other.df, df, 1e-9);
      }),
      { seed: 52 },
    );
  });

  it("does not depend on the unit of its weights", () => {
    const { yi, study, weighted: given } = MULTILEVEL[3]!;
    const a = estimable(robustWeightedMean({ yi, study }, given.weights, CR2));
    const b = estimable(
      robustWeightedMean(
        { yi, study },
        given.weights.map((w) => 1e-3 * w),
        CR2,
      ),
    );
    expectClose(b.se, a.se, 1e-12);
    expectClose(b.df, a.df, 1e-12);
  });

  it("is finite where one study has nearly all the weight, and not there where it has all that doubles can tell", () => {
    const effects = { yi: [1, 2, 3], study: [1, 2, 3] };
    const { se, df, pval } = estimable(robustMean({ ...effects, vi: [1e-10, 1, 1e30] }, NONE, CR2));
    for (const value of [se, df, pval]) expect(Number.isFinite(value)).toBe(true);
    expect(df).toBeGreaterThan(0);
    expect(robustMean({ ...effects, vi: [1e-30, 1, 1e30] }, NONE, CR2)).toEqual({ reason: "equal-studies" });
  });

  it("is not there for one study, or where the studies agree", () => {
    expect(robustMean({ yi: [1, 2], vi: [1, 1], study: [1, 1] }, NONE, CR2)).toEqual({ reason: "needs-two-studies" });
    for (const yi of [
      [0.3, 0.3, 0.3],
      [0, 0, 0],
    ]) {
      const found = robustMean({ yi, vi: [1, 2, 3], study: [1, 1, 2] }, NONE, CR2);
      expect(found).toEqual({ reason: "equal-studies" });
    }
  });

  it("throws RangeError on misuse", () => {
    const good: DependentEffects = { yi: [1, 2], vi: [1, 1], study: [1, 2] };
    expect(() => robustMean(good, { ...NONE, within: -1 }, CR2)).toThrow(RangeError);
    expect(() => robustMean(good, { ...NONE, rho: 1 }, CR2)).toThrow(RangeError);
    expect(() => robustWeightedMean(good, [1, 0], CR2)).toThrow(RangeError);
    expect(() => robustWeightedMean(good, [1], CR2)).toThrow(RangeError);
  });
});
