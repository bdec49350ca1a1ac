import { describe, expect, it } from "vitest";
import type { Method, Predint, Test } from "../model/poolingModel";
import { pool } from "./pool";
import { expectClose, FITS, type FitsCase } from "./reference/reference";

const METHODS: readonly Method[] = ["EE", "DL", "PM", "REML"];
const TESTS: readonly Test[] = ["z", "knha"];
const PREDINTS: readonly Predint[] = ["z", "V", "HTS", "HK", "HK-PR"];
const TOLERANCE = 1e-10; // relative; see reference/README.md for the scale of numbers that pass through 0

describe.each(FITS.map((data) => [data.name, data] as const))("pool: %s", (_, data) => {
  it.each(METHODS)("agrees with metafor by %s", (method) => {
    for (const test of TESTS) for (const predint of PREDINTS) compare(data, method, test, predint);
  });
});

describe("the reference", () => {
  it("holds every data set, method, test and prediction interval", () => {
    expect(FITS).toHaveLength(46);
    expect(FITS.map((data) => data.yi.length)).toEqual(expect.arrayContaining([2, 3, 4, 5, 13, 40, 60, 136]));
    for (const { fits, yi } of FITS) {
      expect(Object.keys(fits)).toEqual(METHODS);
      for (const method of METHODS) {
        expect(Object.keys(fits[method].tests)).toEqual(TESTS);
        const intervals = Object.entries(fits[method].predint ?? {});
        expect(intervals.map(([name]) => name)).toEqual(method === "EE" ? [] : PREDINTS);
        expect(intervals.filter(([, limits]) => limits === null)).toHaveLength(
          method !== "EE" && yi.length < 3 ? 2 : 0,
        );
      }
    }
  });

  it("names the cases in which metafor needs help to find the maximum", () => {
    expect(FITS.filter((data) => !data.fits.REML.alone).map((data) => data.name)).toEqual([
      "peaks: above 0",
      "peaks: 0 is higher",
      "variances over six decades",
    ]);
  });

  it("has tau2 at 0 and above it for every random-effects method", () => {
    for (const method of METHODS.slice(1)) {
      const zeros = FITS.filter((data) => data.fits[method].tau2 === 0).length;
      expect(zeros).toBeGreaterThan(2);
      expect(zeros).toBeLessThan(FITS.length - 20);
    }
  });
});

function compare(data: FitsCase, method: Method, test: Test, predint: Predint): void {
  const want = data.fits[method];
  const wantTest = want.tests[test];
  const fit = pool(data.yi, data.vi, { method, test, predint, level: 0.95 });
  const scale = wantTest.se; // limits and estimates may pass through 0: their error counts in standard errors

  expect(fit.converged).toBe(true);
  expect(fit.k).toBe(data.yi.length);
  expectClose(fit.mu, want.mu, TOLERANCE, scale);
  expectClose(fit.tau2, want.tau2, TOLERANCE, Math.min(...data.vi));
  expectClose(fit.tau ** 2, fit.tau2, 1e-15);
  expectClose(fit.se, wantTest.se, TOLERANCE);
  expectClose(fit.ciLb, wantTest.ciLb, TOLERANCE, scale);
  expectClose(fit.ciUb, wantTest.ciUb, TOLERANCE, scale);
  expectClose(fit.statistic, wantTest.statistic, TOLERANCE, 1);
  expectClose(fit.pval, wantTest.pval, TOLERANCE * (1 + wantTest.statistic ** 2));
  expect(fit.df).toBe(wantTest.df);
  expectClose(fit.heterogeneity?.Q, want.Q, TOLERANCE, 1);
  expectClose(fit.heterogeneity?.pval, want.QEp, TOLERANCE * (1 + want.Q));
  expectClose(fit.heterogeneity?.I2, want.I2, TOLERANCE, 1);
  expectClose(fit.heterogeneity?.I2Q, data.fits.EE.I2, TOLERANCE, 1);
  expectClose(fit.heterogeneity?.H2, want.H2, TOLERANCE);
  want.weights.forEach((weight, i) => {
    expectClose(fit.weights[i], weight, TOLERANCE);
  });

  const limits = want.predint?.[predint];
  if (limits) {
    expectClose(fit.predint?.piLb, limits.piLb, TOLERANCE, scale);
    expectClose(fit.predint?.piUb, limits.piUb, TOLERANCE, scale);
    expect(fit.predintReason).toBeNull();
  } else {
    expect(fit.predint).toBeNull();
    expect(fit.predintReason).toBe(method === "EE" ? "common-effect-model" : missing(predint));
  }
}

function missing(predint: Predint): string {
  return predint === "HTS" || predint === "HK-PR" ? "needs-three-studies" : "needs-two-studies";
}
