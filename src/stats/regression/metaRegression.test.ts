import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pool } from "../pool";
import { expectClose } from "../reference/reference";
import { REGRESSIONS } from "../reference/regression";
import { TAU2 } from "../tau2/tau2";
import { metaRegression } from "./metaRegression";
import { testColumns } from "./moderatorTest";
import { predictAt } from "./predictAt";
import type { Regression, RegressionOptions, RegressionTest } from "./regression";

const METHODS = ["EE", "DL", "HE", "HS", "SJ", "ML", "REML", "EB", "PM"] as const;
const TESTS: readonly RegressionTest[] = ["z", "t", "knha", "adhoc"];
const TOLERANCE = 1e-10; // relative; estimates and limits count their error in standard errors
const TOLERANCE_YEARS = 1e-9; // metafor loses digits on calendar years: rational arithmetic gives our value
const REML: RegressionOptions = { method: "REML", test: "knha", level: 0.95 };
const bcg = REGRESSIONS[0]!;

/** The fit, in a test that expects one. */
function fitted(...args: Parameters<typeof metaRegression>): Regression {
  const fit = metaRegression(...args);
  if ("reason" in fit) throw new Error(`no fit: ${fit.reason}`);
  return fit;
}

describe.each(REGRESSIONS.map((data) => [data.name, data] as const))("metafor: %s", (name, data) => {
  const { yi, vi, design, at, block } = data;
  const tolerance = name === "bcg, latitude and year" ? TOLERANCE_YEARS : TOLERANCE;

  it.each(data.fits.map((want) => [want.method, want] as const))("agrees by %s", (method, want) => {
    for (const test of TESTS) {
      const fit = fitted(yi, vi, design, { method, test, level: 0.95 });
      const by = want.tests[test];
      expect(fit.converged).toBe(true);
      expectClose(fit.tau2, want.tau2, tolerance, Math.min(...vi));
      fit.coefficients.forEach((found, j) => {
        const se = by.se[j]!;
        const statistic = by.statistic[j]!;
        expect(found.df).toBe(by.df);
        expectClose(found.beta, want.beta[j]!, tolerance, se);
        expectClose(found.se, se, tolerance);
        expectClose(found.ciLb, by.ciLb[j]!, tolerance, se);
        expectClose(found.ciUb, by.ciUb[j]!, tolerance, se);
        expectClose(found.statistic, statistic, tolerance, 1);
        expectClose(found.pval, by.pval[j]!, tolerance * (1 + statistic ** 2));
        by.vcov?.slice(j * fit.p, (j + 1) * fit.p).forEach((covariance, l) => {
          expectClose(fit.vcov[j]![l], covariance, tolerance, se * by.se[l]!);
        });
      });
      expectClose(fit.moderators?.statistic, by.QM, tolerance, 1);
      expectClose(fit.moderators?.pval, by.QMp, tolerance * (1 + by.QM * (fit.moderators?.df1 ?? 1)));
      expect(fit.moderators?.df2).toBe(by.df);
      if (by.predicted !== null) expectPredictions(fit, at, by.predicted, tolerance);
      expectClose(fit.residual.Q, want.QE, tolerance, 1);
      expectClose(fit.residual.pval, want.QEp, tolerance * (1 + want.QE));
      expectClose(fit.residual.I2, want.I2, tolerance, 1);
      expectClose(fit.residual.H2, want.H2, tolerance);
      expectR2(fit, want, tolerance);
      if (block === null || (test !== "z" && test !== "knha")) continue;
      const found = testColumns(fit, block);
      expectClose(found.statistic, want.block![test].QM, tolerance, 1);
      expectClose(found.pval, want.block![test].QMp, tolerance * (1 + found.statistic));
    }
  });
});

function expectPredictions(
  fit: Regression,
  at: readonly (readonly number[])[],
  want: NonNullable<(typeof bcg.fits)[number]["tests"]["z"]["predicted"]>,
  tolerance: number,
): void {
  at.forEach((row, i) => {
    const found = predictAt(fit, row);
    const se = want.se[i]!;
    expectClose(found.fitted, want.fitted[i]!, tolerance, se);
    expectClose(found.se, se, tolerance);
    expectClose(found.ciLb, want.ciLb[i]!, tolerance, se);
    expectClose(found.ciUb, want.ciUb[i]!, tolerance, se);
    expect(found.predint === null).toBe(fit.method === "EE");
    if (found.predint === null) return;
    expectClose(found.predint.piLb, want.piLb![i]!, tolerance, se);
    expectClose(found.predint.piUb, want.piUb![i]!, tolerance, se);
  });
}

function expectR2(fit: Regression, want: (typeof bcg.fits)[number], tolerance: number): void {
  if (fit.R2Reason !== null) {
    expect([fit.R2, fit.R2Untruncated]).toEqual([null, null]);
    if (fit.R2Reason === "no-heterogeneity") expect(want.total).toBeLessThan(1e-12);
    return;
  }
  const R2 = 100 * (1 - want.tau2 / want.total!);
  expectClose(fit.R2Untruncated!, R2, tolerance, 1 + 100 / want.total!);
  expectClose(fit.R2!, Math.max(0, R2), tolerance, 1 + 100 / want.total!);
}

describe("the reference", () => {
  it("holds every method, tau2 at 0 and above, and fits at which metafor fails", () => {
    expect(REGRESSIONS).toHaveLength(13);
    const fits = REGRESSIONS.flatMap((data) => data.fits);
    expect(new Set(fits.map(({ method }) => method))).toEqual(new Set(METHODS));
    expect(fits.filter(({ method, tau2 }) => method !== "EE" && tau2 < 1e-12).length).toBeGreaterThan(3);
    expect(fits.filter(({ alone }) => !alone).length).toBeGreaterThan(1);
  });
});

describe("the BCG trials on latitude", () => {
  it("have the known slope, R² and test", () => {
    const fit = fitted(bcg.yi, bcg.vi, bcg.design, { ...REML, test: "z" });
    // as printed after metafor's early stop
    expectClose(fit.coefficients[1]?.beta, -0.029101661, 1e-5);
    expectClose(fit.coefficients[1]?.se, 0.0071955548, 1e-4);
    expectClose(fit.tau2, 0.076354695, 1e-3);
    expectClose(fit.R2!, 75.62, 1e-3);
    expectClose(fit.moderators?.statistic, 16.357126, 1e-3);
  });
});

const study = fc.tuple(
  fc.integer({ min: -300, max: 300 }).map((hundredths) => hundredths / 100),
  fc.double({ min: -3, max: 1, noNaN: true }),
  fc.integer({ min: 2000, max: 2020 }),
);
const studies = fc.array(study, { minLength: 4, maxLength: 12 }).map((rows) => ({
  yi: rows.map(([y]) => y),
  vi: rows.map(([, exponent]) => 10 ** exponent),
  years: rows.map(([, , year]) => year),
}));
const onYear = (years: readonly number[]) => years.map((year) => [1, year]);

describe("metaRegression", () => {
  it("is the pooling of the studies on an intercept alone", () => {
    for (const method of METHODS) {
      for (const test of TESTS) {
        const fit = fitted(
          bcg.yi,
          bcg.vi,
          bcg.yi.map(() => [1]),
          { method, test, level: 0.9 },
        );
        const { tau2 } = TAU2[method](bcg.yi, bcg.vi);
        expectClose(fit.tau2, tau2, 1e-12);
        const model = {
          ...REML,
          method,
          test,
          level: 0.9,
          predint: "HK",
          smdVariance: "LS",
          zeroCells: "only0",
        } as const;
        const pooled = pool(bcg.yi, bcg.vi, model);
        expectClose(fit.coefficients[0]?.beta, pooled.mu, 1e-12);
        expectClose(fit.coefficients[0]?.ciLb, pooled.ciLb, 1e-12);
        expectClose(fit.coefficients[0]?.pval, pooled.pval, 1e-11);
        expectClose(fit.residual.I2, pooled.heterogeneity!.I2, 1e-12, 1);
        expect(fit).toMatchObject({ moderators: null, R2: null, R2Reason: "no-moderators" });
      }
    }
  });

  it("does not depend on row order, follows the sign and the unit, and moves with the origin", () => {
    fc.assert(
      fc.property(studies, fc.constantFrom(...METHODS), fc.constantFrom(...TESTS), (data, method, test) => {
        const { yi, vi, years } = data;
        const options: RegressionOptions = { method, test, level: 0.95 };
        const fit = metaRegression(yi, vi, onYear(years), options);
        if ("reason" in fit) {
          expect(new Set(years).size).toBe(1);
          return;
        }
        const slope = fit.coefficients[1]!;
        const scale = Math.max(...vi);
        const turned = fitted(yi.toReversed(), vi.toReversed(), onYear(years.toReversed()), options);
        expectClose(turned.tau2, fit.tau2, 1e-8, scale);
        expectClose(turned.coefficients[1]?.beta, slope.beta, 1e-8, slope.se);
        const changed = fitted(
          yi.map((y) => -8 * y + 1),
          vi.map((v) => 64 * v),
          years.map((year) => [1, (year - 2010) / 10]),
          options,
        );
        expectClose(changed.tau2 / 64, fit.tau2, 1e-8, scale);
        expectClose(changed.coefficients[1]!.beta / -80, slope.beta, 1e-8, slope.se);
        expectClose(changed.moderators?.pval, fit.moderators!.pval, 1e-7, 1);
      }),
      { seed: 51, numRuns: 300 },
    );
  });

  it("finds the highest peak by ML and REML: no tau2 on a fine grid is likelier", () => {
    fc.assert(
      fc.property(studies, ({ yi, vi, years }) => {
        if (new Set(years).size === 1) return;
        for (const restricted of [false, true]) {
          const height = (tau2: number) => logLikelihood(yi, vi, years, tau2, restricted);
          const { tau2 } = fitted(yi, vi, onYear(years), { ...REML, method: restricted ? "REML" : "ML" });
          const best = height(tau2);
          expect(height(0)).toBeLessThanOrEqual(best + 1e-9);
          for (let exponent = -6; exponent < 3; exponent += 0.1) {
            expect(height(10 ** exponent)).toBeLessThanOrEqual(best + 1e-9);
          }
        }
      }),
      { seed: 52, numRuns: 40 },
    );
  });

  it("does not mind calendar years, or a column in another unit", () => {
    for (const { yi, vi, design, at } of REGRESSIONS.filter(({ name }) => name.startsWith("random"))) {
      const moved = (rows: typeof design) =>
        rows.map(([one, year, ...rest]) => [one!, year! + 2010, ...rest.map((x) => 1e9 * x)]);
      const centred = fitted(yi, vi, design, REML);
      const plain = fitted(yi, vi, moved(design), REML);
      expectClose(plain.tau2, centred.tau2, 1e-11, Math.min(...vi));
      expectClose(plain.moderators?.statistic, centred.moderators!.statistic, 1e-11);
      expectClose(plain.coefficients[1]?.beta, centred.coefficients[1]!.beta, 1e-11, centred.coefficients[1]!.se);
      expectClose(plain.coefficients[1]?.se, centred.coefficients[1]!.se, 1e-11);
      moved(at).forEach((row, i) => {
        const want = predictAt(centred, at[i]!);
        expectClose(predictAt(plain, row).fitted, want.fitted, 1e-11, want.se);
        expectClose(predictAt(plain, row).se, want.se, 1e-11);
      });
    }
  });

  it("is the textbook's line through the origin without an intercept", () => {
    const x = [1, 2, 4, 8];
    const yi = [0.4, 0.1, 0.9, 1.5];
    const vi = [0.1, 0.2, 0.3, 0.4];
    const sum = (values: readonly number[]) => values.reduce((total, value, i) => total + value / vi[i]!, 0);
    const xx = sum(x.map((value) => value ** 2));
    const slope = sum(x.map((value, i) => value * yi[i]!)) / xx;
    const Q = sum(yi.map((y, i) => (y - slope * x[i]!) ** 2));
    const fit = fitted(
      yi,
      vi,
      x.map((value) => [value]),
      { ...REML, method: "EE" },
    );
    expectClose(fit.coefficients[0]?.beta, slope, 1e-13);
    expectClose(fit.coefficients[0]?.se, Math.sqrt(Q / 3 / xx), 1e-13);
    expectClose(fit.residual.Q, Q, 1e-13);
    expect(fit).toMatchObject({ moderators: { df1: 1, df2: 3 }, R2: null, R2Reason: "no-intercept" });
  });

  it("keeps its digits with variances over twelve decades", () => {
    // The heavy study is met exactly, so the slope is that of the lines from it to the others.
    const vi = [1e-12, 1, 1, 1];
    const x = [2000, 2001, 2003, 2004];
    const yi = [0.5, 1, 0.2, 2];
    const { coefficients } = fitted(yi, vi, onYear(x), { ...REML, method: "EE", test: "z" });
    const [, ...others] = x.map((year, i) => ({ x: year - 2000, y: yi[i]! - 0.5 }));
    const xx = others.reduce((sum, other) => sum + other.x ** 2, 0);
    expectClose(coefficients[1]?.beta, others.reduce((sum, other) => sum + other.x * other.y, 0) / xx, 1e-10);
    expectClose(coefficients[1]?.se, 1 / Math.sqrt(xx), 1e-10);
  });

  it("has no tau2 and a Q of 0 with equal effects, and is Wald's then", () => {
    for (const method of METHODS) {
      const fit = fitted([0.2, 0.2, 0.2, 0.2], [1, 2, 3, 4], onYear([2001, 2002, 2005, 2004]), { ...REML, method });
      expect(fit).toMatchObject({
        tau2: 0,
        df: null,
        residual: { Q: 0, pval: 1 },
        moderators: { statistic: 0, pval: 1 },
      });
      expect(fit.coefficients.map(({ beta }) => beta)).toEqual([0.2, 0]);
      if (method !== "EE") expect(fit.R2Reason).toBe("no-heterogeneity");
    }
  });

  it("has no tau2 and a Q of 0 with effects on the line", () => {
    const years = [2001, 2002, 2005, 2004];
    const yi = years.map((year) => 0.3 + 0.1 * (year - 2000));
    for (const method of METHODS) {
      const fit = fitted(yi, [1, 2, 3, 4], onYear(years), { ...REML, method });
      expect(fit).toMatchObject({ tau2: 0, df: null, residual: { Q: 0 } });
      expectClose(fit.coefficients[1]?.beta, 0.1, 1e-10);
      expect(fitted(yi, [1, 2, 3, 4], onYear(years), { ...REML, method, test: "adhoc" }).df).toBe(2);
    }
  });

  it("gives the untruncated R² where a moderator leaves more tau2 than there was", () => {
    const fit = fitted(
      bcg.yi,
      bcg.vi,
      bcg.yi.map((_, i) => [1, i % 2]),
      { ...REML, method: "DL" },
    );
    expect(fit.R2).toBe(0);
    expect(fit.R2Untruncated).toBeLessThan(0);
  });

  it("has a reason where there are too few studies, or nothing new in a column", () => {
    const few = { reason: "too-few-studies" };
    expect(metaRegression([1], [1], [[1]], REML)).toEqual(few);
    expect(metaRegression([1, 2], [1, 1], onYear([2001, 2002]), REML)).toEqual(few);
    const none = { reason: "redundant-moderators" };
    expect(metaRegression([1, 2, 3], [1, 1, 1], onYear([2001, 2001, 2001]), REML)).toEqual(none);
    expect(metaRegression([1, 2, 3], [1, 1, 1], [[0], [0], [0]], REML)).toEqual(none);
    const repeated = [2001, 2002, 2007, 2004].map((year) => [1, year, 3 - 0.1 * year]);
    expect(metaRegression([1, 2, 3, 5], [1, 1, 1, 1], repeated, REML)).toEqual(none);
  });

  it("has an answer with one degree of freedom", () => {
    const fit = fitted([1, 2, 4], [1, 1, 1], onYear([2001, 2002, 2003]), REML);
    expect(fit.df).toBe(1);
    expectClose(fit.coefficients[1]?.beta, 1.5, 1e-12);
  });

  it("throws RangeError on misuse", () => {
    const bad = [[], [[1]], [[1], [1, 2]], [[], []], [[1], [Number.NaN]], [[1], [1e101]]];
    for (const design of bad) expect(() => metaRegression([1, 2], [1, 1], design, REML)).toThrow(RangeError);
    expect(() => metaRegression([1, 2], [1, -1], [[1], [1]], REML)).toThrow(RangeError);
    expect(() => metaRegression([1, 2], [1, 1], [[1], [1]], { ...REML, level: 95 })).toThrow(RangeError);
    const fit = fitted(bcg.yi, bcg.vi, bcg.design, REML);
    for (const columns of [[], [1, 1], [2], [0.5]]) expect(() => testColumns(fit, columns)).toThrow(RangeError);
    for (const row of [[1], [1, Number.NaN]]) expect(() => predictAt(fit, row)).toThrow(RangeError);
  });
});

/** Of a line, by the textbook's sums about the weighted mean; up to a constant. */
function logLikelihood(
  yi: readonly number[],
  vi: readonly number[],
  years: readonly number[],
  tau2: number,
  restricted: boolean,
): number {
  const wi = vi.map((v) => 1 / (v + tau2));
  const sum = (values: readonly number[]) => values.reduce((total, value, i) => total + wi[i]! * value, 0);
  const W = wi.reduce((total, w) => total + w, 0);
  const x = years.map((year) => year - 2010);
  const xMean = sum(x) / W;
  const yMean = sum(yi) / W;
  const xx = sum(x.map((value) => (value - xMean) ** 2));
  const slope = sum(yi.map((y, i) => (y - yMean) * (x[i]! - xMean))) / xx;
  const Q = sum(yi.map((y, i) => (y - yMean - slope * (x[i]! - xMean)) ** 2));
  const logs = vi.reduce((total, v) => total + Math.log(v + tau2), 0);
  return -0.5 * (logs + Q + (restricted ? Math.log(W * xx) : 0));
}
