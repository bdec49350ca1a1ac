import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Method } from "../../model/poolingModel";
import { POOLING } from "../reference/estimators";
import { expectClose } from "../reference/reference";
import { weighted } from "../weighted";
import { tau2EB } from "./empiricalBayes";
import { tau2HE } from "./hedgesOlkin";
import { tau2HS } from "./hunterSchmidt";
import { tau2ML } from "./ml";
import { mlLogLikelihood, mlScore } from "./mlScore";
import { tau2PM } from "./pauleMandel";
import { TAU2 } from "./tau2";

const METHODS = ["HE", "HS", "SJ", "ML", "EB"] as const;
const TOLERANCE = 1e-10;
const bcg = POOLING[0]!;
const study = fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -4, max: 2, noNaN: true }));
const studies = fc
  .array(study, { minLength: 2, maxLength: 8 })
  .map((rows) => ({ yi: rows.map(([y]) => y), vi: rows.map(([, exponent]) => 10 ** exponent) }));

describe.each(POOLING.map((data) => [data.name, data] as const))("%s", (_, { yi, vi, estimators }) => {
  it.each(METHODS)("agrees with metafor by %s", (method) => {
    const want = estimators[method];
    const { tau2, converged } = TAU2[method](yi, vi);
    expect(converged).toBe(true);
    expectClose(tau2, want.tau2, TOLERANCE, Math.min(...vi));
    const { mu, W } = weighted(yi, vi, tau2);
    expectClose(mu, want.mu, TOLERANCE, want.se);
    expectClose(1 / Math.sqrt(W), want.se, TOLERANCE);
  });
});

describe("the reference", () => {
  it("holds BCG, nicotine, 30 random sets and likelihoods with two peaks", () => {
    expect(POOLING).toHaveLength(35);
    expect(POOLING.filter(({ name }) => name.startsWith("two peaks"))).toHaveLength(2);
    for (const method of ["HE", "HS", "ML", "EB"] as const) {
      const zeros = POOLING.filter(({ estimators }) => estimators[method].tau2 === 0).length;
      expect(zeros).toBeGreaterThan(2);
      expect(zeros).toBeLessThan(20);
    }
  });
});

describe.each(Object.keys(TAU2).map((method) => method as Method))("tau2 by %s", (method) => {
  const estimate = TAU2[method];

  it("is 0 when the studies agree, and for one study", () => {
    expect(estimate([0.2, 0.2, 0.2], [1, 2, 3])).toEqual({ tau2: 0, converged: true });
    expect(estimate([0.2], [1])).toEqual({ tau2: 0, converged: true });
  });

  it("does not depend on row order, sign or origin, and has the square of the unit", () => {
    fc.assert(
      fc.property(studies, ({ yi, vi }) => {
        const { tau2 } = estimate(yi, vi);
        const scale = Math.max(...vi); // the rounding of the sums, where tau2 is near 0
        expectClose(estimate(yi.toReversed(), vi.toReversed()).tau2, tau2, 1e-9, scale);
        expectClose(
          estimate(
            yi.map((y) => -y),
            vi,
          ).tau2,
          tau2,
          1e-9,
          scale,
        );
        const unit = estimate(
          yi.map((y) => 8 * y),
          vi.map((v) => 64 * v),
        );
        expectClose(unit.tau2, 64 * tau2, 1e-9, scale);
      }),
      { seed: 11 },
    );
  });

  it("throws RangeError on misuse", () => {
    if (method === "EE") return;
    expect(() => estimate([], [])).toThrow(RangeError);
    expect(() => estimate([1, 2], [1, -1])).toThrow(RangeError);
  });
});

describe("closed forms for two studies of equal variance", () => {
  const yi = [1, 4];
  const vi = [0.5, 0.5];

  it("HE is half the squared difference less the variance", () => expectClose(tau2HE(yi, vi).tau2, 4, 1e-14));
  it("ML is a quarter of it less the variance", () => expectClose(tau2ML(yi, vi).tau2, 9 / 4 - 0.5, 1e-12));
  it("HS is as ML here", () => expectClose(tau2HS(yi, vi).tau2, 9 / 4 - 0.5, 1e-14));
});

describe("tau2EB", () => {
  it("solves Morris' equation", () => {
    fc.assert(
      fc.property(studies, ({ yi, vi }) => {
        const { tau2 } = tau2EB(yi, vi);
        expect(tau2).toBe(tau2PM(yi, vi).tau2);
        if (tau2 === 0) return;
        const k = yi.length;
        const { W, mu } = weighted(yi, vi, tau2);
        const moments = yi.reduce((sum, y, i) => sum + ((k / (k - 1)) * (y - mu) ** 2 - vi[i]!) / (vi[i]! + tau2), 0);
        expectClose(moments / W, tau2, 1e-8, Math.max(...vi));
      }),
      { seed: 12 },
    );
  });
});

describe("tau2ML", () => {
  it("is nowhere beaten on a fine grid, over six decades of variance", () => {
    fc.assert(
      fc.property(studies, ({ yi, vi }) => {
        const { tau2, converged } = tau2ML(yi, vi);
        expect(converged).toBe(true);
        const best = mlLogLikelihood(yi, vi, tau2);
        expect(mlLogLikelihood(yi, vi, 0)).toBeLessThanOrEqual(best + 1e-9);
        for (let exponent = -6; exponent < 3; exponent += 0.02) {
          expect(mlLogLikelihood(yi, vi, 10 ** exponent)).toBeLessThanOrEqual(best + 1e-9);
        }
      }),
      { seed: 13, numRuns: 200 },
    );
  });

  it("has a score that is twice the derivative of the likelihood, and a slope that is the derivative of that", () => {
    const { yi, vi } = bcg;
    const h = 1e-5;
    for (const tau2 of [0.01, 0.3, 2]) {
      const { score, slope } = mlScore(yi, vi, tau2);
      expectClose((mlLogLikelihood(yi, vi, tau2 + h) - mlLogLikelihood(yi, vi, tau2 - h)) / h, score, 1e-5);
      expectClose((mlScore(yi, vi, tau2 + h).score - mlScore(yi, vi, tau2 - h).score) / (2 * h), slope, 1e-5);
    }
  });
});

describe("the BCG trials", () => {
  it.each([
    ["ML", 0.28002817, 2e-7], // as printed after metafor's early stop
    ["SJ", 0.3455157, 2e-7],
    ["HE", 0.32856386, 3e-8],
    ["HS", 0.22836286, 3e-8],
  ] as const)("have the known tau2 by %s", (method, want, tolerance) => {
    expectClose(TAU2[method](bcg.yi, bcg.vi).tau2, want, tolerance);
  });
});
