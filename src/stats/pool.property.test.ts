import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PoolingOptions } from "../model/poolingModel";
import { type Fit, pool } from "./pool";
import { expectClose } from "./reference/reference";

const TOLERANCE = 1e-8; // tau2 near its boundary is ill-conditioned: rounding of the data moves it this much

const study = fc.record({
  yi: fc.integer({ min: -500, max: 500 }).map((hundredths) => hundredths / 100),
  // Variances over four decades, by their logarithm.
  vi: fc.double({ min: -3, max: 1, noNaN: true }).map((exponent) => 10 ** exponent),
});
const studies = fc.array(study, { minLength: 1, maxLength: 12 });
const model: fc.Arbitrary<PoolingOptions> = fc.record({
  method: fc.constantFrom("EE", "DL", "PM", "REML", "ML", "EB", "HE", "HS", "SJ"),
  test: fc.constantFrom("z", "t", "knha", "adhoc", "wider"),
  predint: fc.constantFrom("z", "V", "HTS", "HK", "HK-PR"),
  level: fc.constantFrom(0.8, 0.95, 0.99),
});

type Study = { readonly yi: number; readonly vi: number };

function fitOf(rows: readonly Study[], chosen: PoolingOptions): Fit {
  return pool(
    rows.map((row) => row.yi),
    rows.map((row) => row.vi),
    chosen,
  );
}

/** True where a likelihood with two peaks of nearly one height, or a tau2 on its boundary, makes the answer a toss-up. */
function isToss(rows: readonly Study[], chosen: PoolingOptions): boolean {
  if (chosen.method === "EE") return false;
  const { tau2 } = fitOf(rows, chosen);
  const nudged = fitOf(
    rows.map(({ yi, vi }, i) => ({ yi: yi * (1 + (i % 2 ? 1e-12 : -1e-12)), vi })),
    chosen,
  );
  return Math.abs(nudged.tau2 - tau2) > 1e-9 * Math.max(tau2, Math.min(...rows.map((row) => row.vi)));
}

function holds(check: (rows: readonly Study[], chosen: PoolingOptions, fit: Fit) => void): void {
  fc.assert(
    fc.property(studies, model, (rows, chosen) => {
      fc.pre(!isToss(rows, chosen));
      check(rows, chosen, fitOf(rows, chosen));
    }),
    { numRuns: 300, seed: 2 },
  );
}

describe("pool", () => {
  it("does not depend on the order of the rows", () => {
    holds((rows, chosen, fit) => {
      const reversed = fitOf(rows.toReversed(), chosen);
      expectClose(reversed.mu, fit.mu, TOLERANCE, fit.se);
      expectClose(reversed.ciUb, fit.ciUb, TOLERANCE, fit.se);
      expectClose(reversed.weights[0], fit.weights.at(-1)!, TOLERANCE);
    });
  });

  it("turns over with the sign of the effects", () => {
    holds((rows, chosen, fit) => {
      const turned = fitOf(
        rows.map(({ yi, vi }) => ({ yi: -yi, vi })),
        chosen,
      );
      expect(turned.mu).toBeCloseTo(-fit.mu, 12);
      expectClose(turned.ciLb, -fit.ciUb, TOLERANCE, fit.se);
      expectClose(turned.pval, fit.pval, TOLERANCE);
      if (fit.predint) expectClose(turned.predint?.piLb, -fit.predint.piUb, TOLERANCE, fit.se);
    });
  });

  it("follows a change of unit", () => {
    holds((rows, chosen, fit) => {
      const tenths = fitOf(
        rows.map(({ yi, vi }) => ({ yi: 10 * yi, vi: 100 * vi })),
        chosen,
      );
      expectClose(tenths.mu / 10, fit.mu, TOLERANCE, fit.se);
      expectClose(tenths.se / 10, fit.se, TOLERANCE);
      expectClose(tenths.tau2 / 100, fit.tau2, TOLERANCE, Math.min(...rows.map((row) => row.vi)));
      expectClose(tenths.heterogeneity?.I2 ?? 0, fit.heterogeneity?.I2 ?? 0, TOLERANCE, 1);
    });
  });

  it("follows a shift of every effect", () => {
    holds((rows, chosen, fit) => {
      const shifted = fitOf(
        rows.map(({ yi, vi }) => ({ yi: yi + 3, vi })),
        chosen,
      );
      expectClose(shifted.mu - 3, fit.mu, TOLERANCE, fit.se);
    });
  });

  it("gives the common effect of every study twice a variance of half", () => {
    holds((rows, chosen, fit) => {
      if (chosen.method !== "EE") return;
      const twice = fitOf([...rows, ...rows], { ...chosen, test: "z" });
      expectClose(twice.mu, fit.mu, 1e-12, fit.se);
      expectClose(twice.se ** 2, fitOf(rows, { ...chosen, test: "z" }).se ** 2 / 2, 1e-12);
    });
  });

  it("returns finite numbers in order, and weights that sum to 100", () => {
    holds((rows, _, fit) => {
      expect(fit.converged).toBe(true);
      expect([fit.mu, fit.se, fit.statistic, fit.tau2].every(Number.isFinite)).toBe(true);
      expect(fit.ciLb).toBeLessThan(fit.mu);
      expect(fit.ciUb).toBeGreaterThan(fit.mu);
      expect(fit.tau2).toBeGreaterThanOrEqual(0);
      expect(fit.pval >= 0 && fit.pval <= 1).toBe(true);
      expectClose(
        fit.weights.reduce((sum, weight) => sum + weight, 0),
        100,
        1e-12,
      );
      const limits = rows.map((row) => row.yi);
      expect(fit.mu).toBeGreaterThanOrEqual(Math.min(...limits) - 1e-12);
      expect(fit.mu).toBeLessThanOrEqual(Math.max(...limits) + 1e-12);
    });
  });
});
