import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COCHRANE_2024, type PoolingOptions } from "../../model/poolingModel";
import { pool } from "../pool";
import { expectClose } from "../reference/reference";
import { TRIM_FILL } from "../reference/trimFill";
import { missingSide } from "./missingSide";
import { missingStudies, missingStudiesSe } from "./missingStudies";
import { signedRanks } from "./signedRanks";
import { type TrimFill, type TrimFillOptions, trimFill } from "./trimFill";

const MODEL: PoolingOptions = COCHRANE_2024;
const TOLERANCE = 1e-10;
const bcg = TRIM_FILL.find((data) => data.name === "bcg RR")!;

function found(result: ReturnType<typeof trimFill>): TrimFill {
  if ("reason" in result) throw new Error(result.reason);
  return result;
}

describe.each(TRIM_FILL.map((data) => [data.name, data] as const))("metafor: %s", (_, { yi, vi, side, runs }) => {
  it.each(runs.map((run) => [`${run.estimator} ${run.side}, trimmed by ${run.trimBy}`, run] as const))(
    "%s",
    (__, run) => {
      const { trimBy, estimator, side, found: want } = run;
      const result = trimFill(yi, vi, { estimator, side, trimBy, model: MODEL });
      if (want === null) {
        expect(result).toEqual({ reason: "q0-undefined" });
        return;
      }
      const got = found(result);
      expect(got.converged).toBe(true);
      expect(got.k0).toBe(want.k0);
      expect(got.k0Pval).toBe(want.k0Pval);
      if (want.k0Se !== null) expectClose(got.k0Se, want.k0Se, TOLERANCE);
      expect(got.filled).toHaveLength(want.yi.length);
      got.filled.forEach((study, i) => {
        expectClose(study.yi, want.yi[i]!, TOLERANCE, 1e-2);
        expect(study.vi).toBe(want.vi[i]!);
      });
      expectClose(got.fit.mu, want.mu, TOLERANCE, want.se);
      expectClose(got.fit.se, want.se, TOLERANCE);
      expectClose(got.fit.tau2, want.tau2, TOLERANCE, 1e-3);
    },
  );

  it("the side", () => {
    expect(missingSide(yi, vi)).toBe(side);
  });
});

describe("the reference", () => {
  it("holds ties, both sides, every estimator and runs without an answer", () => {
    expect(TRIM_FILL).toHaveLength(23);
    for (const { runs } of TRIM_FILL) expect(runs).toHaveLength(18);
    const counts = TRIM_FILL.flatMap(({ runs }) => runs.map((run) => run.found?.k0 ?? -1));
    expect(counts.filter((k0) => k0 > 0).length).toBeGreaterThan(100);
    expect(counts.filter((k0) => k0 < 0).length).toBeGreaterThan(0);
    expect(new Set(TRIM_FILL.map(({ side }) => side))).toEqual(new Set(["left", "right"]));
  });
});

describe("the BCG trials", () => {
  const common: PoolingOptions = { ...MODEL, method: "EE", test: "z" };
  const published = { estimator: "L0", side: "data", trimBy: "EE", model: common } as const;

  it("lack four by the common effect, on the right", () => {
    const { side, k0, fit } = found(trimFill(bcg.yi, bcg.vi, published));
    expect([side, k0]).toEqual(["right", 4]);
    expect(fit.mu).toBeCloseTo(-0.29102599, 8);
    expect(found(trimFill(bcg.yi, bcg.vi, { ...published, estimator: "R0" })).k0Pval).toBe(1 / 32);
    expect(found(trimFill(bcg.yi, bcg.vi, { ...published, estimator: "Q0" })).k0).toBe(5);
  });

  it("lack one by REML", () => {
    const byReml = { ...published, trimBy: "REML", model: { ...common, method: "REML" } } as const;
    const { k0, fit } = found(trimFill(bcg.yi, bcg.vi, byReml));
    expect(k0).toBe(1);
    expect(fit.mu).toBeCloseTo(-0.6570828, 6);
  });

  it("are mirrored about the centre of those that were kept", () => {
    const { filled } = found(trimFill(bcg.yi, bcg.vi, published));
    const mirrored = filled.map(({ mirrors }) => mirrors);
    const rest = bcg.yi.map((_, i) => i).filter((i) => !mirrored.includes(i));
    const kept = pool(
      rest.map((i) => bcg.yi[i]!),
      rest.map((i) => bcg.vi[i]!),
      common,
    );
    expect(new Set(mirrored).size).toBe(4);
    for (const { yi, vi, mirrors } of filled) {
      expectClose((yi + bcg.yi[mirrors]!) / 2, kept.mu, 1e-13);
      expect(vi).toBe(bcg.vi[mirrors]);
      for (const i of rest) expect(bcg.yi[mirrors]).toBeLessThan(bcg.yi[i]!);
    }
  });
});

describe("trim and fill", () => {
  // Effects on a coarse grid, for ties; the units are powers of two, so that the grid stays one.
  const study = fc.tuple(fc.integer({ min: -8, max: 8 }), fc.constantFrom(0.03125, 0.125, 0.25, 1));
  const studies = fc.array(study, { minLength: 2, maxLength: 12 });
  const options = fc.record({
    estimator: fc.constantFrom("L0", "R0", "Q0"),
    side: fc.constantFrom("left", "right"),
    trimBy: fc.constantFrom("EE", "DL", "REML"),
    model: fc.constant(MODEL),
  }) satisfies fc.Arbitrary<TrimFillOptions>;

  it("follows the studies when these are reordered, turned over or measured in another unit", () => {
    fc.assert(
      fc.property(studies, options, fc.constantFrom(-2, -1, 0.25, 4), (rows, chosen, unit) => {
        const yi = rows.map(([y]) => y / 4);
        const vi = rows.map(([, v]) => v);
        const turned = chosen.side === "left" ? "right" : "left";
        const changed = trimFill(yi.map((y) => unit * y).toReversed(), vi.map((v) => unit ** 2 * v).toReversed(), {
          ...chosen,
          side: unit < 0 ? turned : chosen.side,
        });
        const result = trimFill(yi, vi, chosen);
        if ("reason" in result) {
          expect(changed).toEqual(result);
          return;
        }
        const { k0, k0Se, fit } = found(changed);
        expect(k0).toBe(result.k0);
        expectClose(k0Se, result.k0Se, 1e-9);
        expectClose(fit.mu / unit, result.fit.mu, 1e-8, result.fit.se);
        expectClose(fit.se / Math.abs(unit), result.fit.se, 1e-8);
      }),
      { seed: 21, numRuns: 300 },
    );
  });

  it("has the pooled result of the studies where none is missing", () => {
    const result = found(trimFill([1, 2, 3], [1, 1, 1], { estimator: "L0", side: "left", trimBy: "EE", model: MODEL }));
    expect(result).toMatchObject({ k0: 0, filled: [], k0Pval: null });
    expect(result.fit).toEqual(pool([1, 2, 3], [1, 1, 1], MODEL));
  });

  it.each(["left", "right"] as const)(
    "sees that decimals lie symmetrically, so that none is missing on the %s",
    (side) => {
      for (const estimator of ["L0", "R0", "Q0"] as const) {
        const symmetric = trimFill([0.6, 0.5, 0.4], [0.1, 0.1, 0.1], { estimator, side, trimBy: "DL", model: MODEL });
        expect(found(symmetric).k0).toBe(0);
      }
    },
  );

  it("misses none among equal effects, whatever their precision", () => {
    for (const estimator of ["L0", "R0", "Q0"] as const) {
      const chosen = { estimator, side: "left", trimBy: "REML", model: MODEL } as const;
      expect(found(trimFill([0.3, 0.3, 0.3], [1, 2, 3], chosen)).k0).toBe(0);
    }
  });

  it("says why there is no result", () => {
    const chosen = { estimator: "Q0", side: "data", trimBy: "EE", model: MODEL } as const;
    expect(trimFill([1], [1], chosen)).toEqual({ reason: "needs-two-studies" });
    expect(trimFill([1, 2, 4], [1, 1, 1], chosen)).toEqual({ reason: "no-side" });
    expect(trimFill([1, 1, 1], [1, 2, 3], chosen)).toEqual({ reason: "no-side" });
    expect(trimFill([1, 2, 5], [0.1, 0.2, 0.5], chosen)).toEqual({ reason: "q0-undefined" });
    expect(() => trimFill([1, 2], [1, 0], chosen)).toThrow(RangeError);
  });
});

describe("signed ranks", () => {
  it("are summed above the centre", () => {
    expect(signedRanks([-3, 1, -0.5, 2, 4, 5])).toEqual({ T: 2 + 3 + 5 + 6, run: 2 });
  });

  it("put ties above the centre last, and a deviation of 0 nowhere", () => {
    expect(signedRanks([2, -2, 1, 0])).toEqual({ T: 2 + 4, run: 1 });
    expect(signedRanks([0, 3, 3])).toEqual({ T: 2 + 3, run: 2 });
    expect(signedRanks([0, 0])).toEqual({ T: 0, run: 0 });
    expect(signedRanks([0.3 - 0.2, 0.1 - 0.2])).toEqual({ T: 2, run: 1 });
  });
});

describe("the estimators of missing studies", () => {
  it("find k0 where T stands at its mean", () => {
    // E(T) = (k(k + 1) + k0(2k − k0 − 1)) / 4 with k studies seen and the k0 lowest gone; Q0 is its inverse.
    const [k, k0] = [20, 4];
    const T = (k * (k + 1) + k0 * (2 * k - k0 - 1)) / 4;
    expectClose(missingStudies("Q0", { T, run: 0 }, k) ?? NaN, k0, 1e-14);
  });

  it("have a finite standard error for any T and run that there can be", () => {
    for (let k = 2; k <= 60; k++) {
      for (let T = 0; T < (k * (k + 1)) / 2; T++) {
        for (const estimator of ["L0", "Q0"] as const) {
          const estimate = missingStudies(estimator, { T, run: 0 }, k);
          if (estimate === null) continue;
          expect(Math.round(estimate)).toBeLessThan(k);
          expect(missingStudiesSe(estimator, estimate, k)).toBeGreaterThan(0);
        }
      }
    }
  });
});
