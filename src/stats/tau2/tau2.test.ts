import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose, FITS } from "../reference/reference";
import { weighted } from "../weighted";
import { tau2DL } from "./dersimonianLaird";
import { tau2PM } from "./pauleMandel";
import { tau2REML } from "./reml";
import { logLikelihood, remlScore } from "./remlScore";

const bcg = FITS.find((data) => data.name === "bcg RR")!;
const study = fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -4, max: 2, noNaN: true }));
const studies = fc
  .array(study, { minLength: 2, maxLength: 8 })
  .map((rows) => ({ yi: rows.map(([y]) => y), vi: rows.map(([, exponent]) => 10 ** exponent) }));

describe.each([
  ["DL", tau2DL],
  ["PM", tau2PM],
  ["REML", tau2REML],
])("tau2 by %s", (_, estimate) => {
  it("is 0 when the studies agree, and for one study", () => {
    expect(estimate([0.2, 0.2, 0.2], [1, 2, 3])).toEqual({ tau2: 0, converged: true });
    expect(estimate([0.2], [1])).toEqual({ tau2: 0, converged: true });
  });

  it("is half the squared difference less the variance, for two studies of equal variance", () => {
    expectClose(estimate([1, 4], [0.5, 0.5]).tau2, 4, 1e-12);
    expect(estimate([1, 1.5], [0.5, 0.5]).tau2).toBe(0);
  });

  it("throws RangeError on misuse", () => {
    expect(() => estimate([], [])).toThrow(RangeError);
    expect(() => estimate([1, 2], [1, -1])).toThrow(RangeError);
  });
});

describe("tau2PM", () => {
  it("brings Q to its expectation", () => {
    const { tau2 } = tau2PM(bcg.yi, bcg.vi);
    expectClose(tau2, 0.31806845220502, 1e-13);
    expectClose(weighted(bcg.yi, bcg.vi, tau2).Q, 12, 1e-12);
  });

  it("converges over six decades of variance", () => {
    fc.assert(
      fc.property(studies, ({ yi, vi }) => {
        const { tau2, converged } = tau2PM(yi, vi);
        expect(converged).toBe(true);
        const { Q } = weighted(yi, vi, tau2);
        if (tau2 > 0) expectClose(Q, yi.length - 1, 1e-9);
        else expect(Q).toBeLessThanOrEqual(yi.length - 1);
      }),
      { seed: 3 },
    );
  });
});

describe("tau2REML", () => {
  it("is nowhere beaten on a fine grid, over six decades of variance", () => {
    fc.assert(
      fc.property(studies, ({ yi, vi }) => {
        const { tau2, converged } = tau2REML(yi, vi);
        expect(converged).toBe(true);
        const best = logLikelihood(yi, vi, tau2);
        expect(logLikelihood(yi, vi, 0)).toBeLessThanOrEqual(best + 1e-9);
        for (let exponent = -6; exponent < 3; exponent += 0.02) {
          expect(logLikelihood(yi, vi, 10 ** exponent)).toBeLessThanOrEqual(best + 1e-9);
        }
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it.each([
    ["the lower of two peaks above 0", "peaks: lower of two"],
    ["a peak above 0 rather than 0", "peaks: above 0"],
    ["a peak above 0 rather than 0, k = 4", "peaks: k = 4"],
    ["0 rather than a peak above it", "peaks: 0 is higher"],
  ])("takes %s", (_, name) => {
    const { yi, vi, fits } = FITS.find((data) => data.name === name)!;
    expectClose(tau2REML(yi, vi).tau2, fits.REML.tau2, 1e-10);
  });

  it("stands where the score is 0 and falling", () => {
    const { score, slope } = remlScore(bcg.yi, bcg.vi, tau2REML(bcg.yi, bcg.vi).tau2);
    expect(Math.abs(score)).toBeLessThan(1e-11);
    expect(slope).toBeLessThan(0);
  });
});

describe("remlScore", () => {
  it("is twice the derivative of the likelihood, and its slope is the derivative of that", () => {
    const h = 1e-5;
    for (const tau2 of [0.01, 0.3, 2]) {
      const { score, slope } = remlScore(bcg.yi, bcg.vi, tau2);
      const rise = logLikelihood(bcg.yi, bcg.vi, tau2 + h) - logLikelihood(bcg.yi, bcg.vi, tau2 - h);
      const bend = remlScore(bcg.yi, bcg.vi, tau2 + h).score - remlScore(bcg.yi, bcg.vi, tau2 - h).score;
      expectClose(rise / h, score, 1e-5);
      expectClose(bend / (2 * h), slope, 1e-5);
    }
  });
});
