import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Method } from "../model/poolingModel";
import { subgroupsWithCommonTau2 } from "./commonTau2";
import { GROUPS } from "./reference/estimators";
import { expectClose } from "./reference/reference";
import type { Studies } from "./tau2/scoreLimit";
import { TAU2 } from "./tau2/tau2";
import { weighted } from "./weighted";

const METHODS: readonly Method[] = ["EE", "DL", "HE", "HS", "SJ", "ML", "REML", "EB", "PM"];
const TOLERANCE = 1e-9;
const random = GROUPS[4]!.groups.map(studiesOf);
const study = fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 1, noNaN: true }));
const group = fc
  .array(study, { minLength: 1, maxLength: 5 })
  .map((rows) => ({ yi: rows.map(([y]) => y), vi: rows.map(([, exponent]) => 10 ** exponent) }));

describe.each(GROUPS.map((data) => [data.name, data] as const))("subgroups with a common tau2: %s", (_, data) => {
  const groups = data.groups.map(studiesOf);
  const k = groups.reduce((sum, { yi }) => sum + yi.length, 0);
  const smallest = Math.min(...groups.flatMap(({ vi }) => vi));

  it.each(data.fits.map((fit) => [fit.method, fit.test, fit] as const))("agrees with metafor by %s, %s", (...row) => {
    const [method, test, want] = row;
    const fit = subgroupsWithCommonTau2(groups, { method, test, predint: "V", level: 0.95 });
    expect(fit.converged).toBe(true);
    expectClose(fit.tau2, want.tau2, TOLERANCE, smallest);
    fit.groups.forEach((mean, g) => {
      const se = want.se[g]!;
      expect(mean.k).toBe(groups[g]!.yi.length);
      expect(mean.df).toBe(test === "knha" ? k - groups.length : null);
      expectClose(mean.mu, want.mu[g]!, TOLERANCE, se);
      expectClose(mean.se, se, TOLERANCE);
      expectClose(mean.ciLb, want.ciLb[g]!, TOLERANCE, se);
      expectClose(mean.ciUb, want.ciUb[g]!, TOLERANCE, se);
      expectClose(mean.pval, want.pval[g]!, TOLERANCE * (1 + (mean.mu / se) ** 2));
    });
    expectClose(fit.difference?.statistic, want.QM, TOLERANCE, 1);
    expectClose(fit.difference?.pval, want.QMp, TOLERANCE * (1 + want.QM));
    expect(fit.difference).toMatchObject({
      df1: groups.length - 1,
      df2: test === "knha" ? k - groups.length : null,
    });
    expectClose(fit.residual?.Q, want.QE, TOLERANCE, 1);
    expectClose(fit.residual?.pval, want.QEp, TOLERANCE * (1 + want.QE));
    expect(fit.residual?.df).toBe(k - groups.length);
  });
});

describe("subgroupsWithCommonTau2", () => {
  it("has every method and test in the reference", () => {
    expect(GROUPS).toHaveLength(10);
    for (const { fits } of GROUPS) {
      expect(fits.map(({ method, test }) => `${method} ${test}`)).toEqual(
        METHODS.flatMap((method) => [`${method} z`, `${method} knha`]),
      );
    }
  });

  it("gives the known test of the BCG trials by allocation", () => {
    const bcg = GROUPS[0]!.groups.map(studiesOf);
    const { difference } = subgroupsWithCommonTau2(bcg, { method: "REML", test: "z", predint: "V", level: 0.95 });
    expect(difference?.statistic).toBeCloseTo(1.767513, 3); // as printed after metafor's early stop
    expect(difference?.df1).toBe(2);
  });

  it("is the pooling of all studies where there is one group", () => {
    const [one] = random;
    for (const method of METHODS) {
      const fit = subgroupsWithCommonTau2([one!], { method, test: "z", predint: "V", level: 0.95 });
      const { tau2 } = TAU2[method](one!.yi, one!.vi);
      expectClose(fit.tau2, tau2, 1e-12);
      expectClose(fit.groups[0]?.mu, weighted(one!.yi, one!.vi, tau2).mu, 1e-12);
      expect(fit.difference).toBeNull();
    }
  });

  it("does not depend on the order of groups, nor, but for SJ, on where each group lies", () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 4 }), (groups) => {
        const scale = Math.max(...groups.flatMap(({ vi }) => vi));
        for (const method of METHODS) {
          const options = { method, test: "z", predint: "V", level: 0.95 } as const;
          const { tau2 } = subgroupsWithCommonTau2(groups, options);
          expectClose(subgroupsWithCommonTau2(groups.toReversed(), options).tau2, tau2, 1e-9, scale);
          if (method === "SJ") continue;
          const moved = groups.map(({ yi, vi }, g) => ({ yi: yi.map((y) => y + g), vi }));
          expectClose(subgroupsWithCommonTau2(moved, options).tau2, tau2, 1e-9, scale);
        }
      }),
      { seed: 41, numRuns: 50 },
    );
  });

  it("has no tau2, and no test of it, where every group is one study", () => {
    const singles = [
      { yi: [1], vi: [0.1] },
      { yi: [2], vi: [0.2] },
    ];
    for (const method of METHODS) {
      const fit = subgroupsWithCommonTau2(singles, { method, test: "knha", predint: "V", level: 0.95 });
      expect(fit.tau2).toBe(0);
      expect(fit.residual).toBeNull();
      expect(fit.groups.map(({ df }) => df)).toEqual([null, null]);
      expectClose(fit.difference?.statistic, 1 / 0.3, 1e-14);
      expect(fit.difference?.df2).toBeNull();
    }
  });

  it("falls back to Wald's where effects are equal in each group", () => {
    const equal = [
      { yi: [1, 1], vi: [0.1, 0.2] },
      { yi: [2, 2], vi: [0.1, 0.2] },
    ];
    const fit = subgroupsWithCommonTau2(equal, { method: "REML", test: "knha", predint: "V", level: 0.95 });
    expect(fit).toEqual(subgroupsWithCommonTau2(equal, { method: "REML", test: "z", predint: "V", level: 0.95 }));
  });

  it("throws RangeError on misuse", () => {
    const options = { method: "DL", test: "z", predint: "V", level: 0.95 } as const;
    expect(() => subgroupsWithCommonTau2([], options)).toThrow(RangeError);
    expect(() => subgroupsWithCommonTau2([{ yi: [], vi: [] }], options)).toThrow(RangeError);
    expect(() => subgroupsWithCommonTau2(random, { ...options, level: 1 })).toThrow(RangeError);
  });
});

function studiesOf(rows: readonly { readonly yi: number; readonly vi: number }[]): Studies {
  return { yi: rows.map(({ yi }) => yi), vi: rows.map(({ vi }) => vi) };
}
