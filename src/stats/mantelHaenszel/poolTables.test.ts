import { describe, expect, it } from "vitest";
import type { CountsData } from "../../model/study";
import { expectClose } from "../reference/reference";
import { poolTables, type TablesOptions } from "./poolTables";

const COMMON: TablesOptions = { method: "EE", test: "z", predint: "HK", level: 0.95, zeroCells: "only0" };
const RANDOM: TablesOptions = { ...COMMON, method: "DL", test: "knha" };

/** One zero cell, one table without events. */
const TABLES = [
  [0, 50, 4, 48],
  [25, 60, 9, 62],
  [12, 110, 20, 95],
  [0, 40, 0, 42],
  [3, 30, 18, 30],
].map(([ai, n1i, ci, n2i]): CountsData => ({ kind: "counts", ai: ai!, n1i: n1i!, ci: ci!, n2i: n2i! }));

// metafor 3.8-1: m <- rma.mh(measure, add = c(1/2, 1/2), to = c("only0", "only0"), drop00), and tau2 from m$QE put into
// rma(yi, vi, tau2 = tau2, test = "knha") with predict().
const REFERENCE = {
  OR: {
    k: 4,
    common: [
      -0.33703571212008, 0.229978935645056, -0.787786143187244, 0.113714718947084, 28.9075781633901,
      2.34183794338254e-6,
    ],
    random: [
      2.96219057089094, -0.886208937775761, -3.87544496051251, 2.10302708496099, 0.415035367567529, -7.12612022740287,
      5.35370235185135,
    ],
    weights: [10.093072642975601, 11.4675391171611, 42.464079809455, 0, 35.9753084304082],
  },
  RR: {
    k: 4,
    common: [
      -0.279090377836407, 0.18953942473117, -0.650580823959941, 0.092400068287127, 25.1472557941451,
      1.43836514817135e-5,
    ],
    random: [
      1.67975142864038, -0.670041128273419, -2.96410200952394, 1.6240197529771, 0.421184935529141, -5.38969981736153,
      4.04961756081469,
    ],
    weights: [8.67578528296956, 16.73246920534148, 40.56905812749461, 0, 34.02268738419434],
  },
  RD: {
    k: 5,
    common: [
      -0.0451410402390787, 0.0309589467430852, -0.105819460854819, 0.015537380376662, 41.0213231052107,
      2.660643177817e-8,
    ],
    random: [
      0.0216144366156557, -0.0672759504646745, -0.383515261069637, 0.248963360140288, 0.586510287095626,
      -0.583633745671623, 0.449081844742274,
    ],
    weights: [17.5435507254654, 21.4059422781347, 35.7860422376002, 14.7341221864915, 10.5303425723082],
  },
} as const;

describe.each(["OR", "RR", "RD"] as const)("poolTables, %s", (measure) => {
  const want = REFERENCE[measure];

  it("agrees with rma.mh under the common effect, zero cells corrected", () => {
    const fit = fitOf(poolTables(TABLES, measure, COMMON));
    const [mu, se, ciLb, ciUb, Q, pval] = want.common;
    const got = [fit.mu, fit.se, fit.ciLb, fit.ciUb, fit.heterogeneity?.Q, fit.heterogeneity?.pval];
    [mu, se, ciLb, ciUb, Q, pval].forEach((value, i) => {
      expectClose(got[i], value, 1e-12);
    });
    want.weights.forEach((weight, i) => {
      expectClose(fit.weights[i], weight, 1e-12);
    });
    expect([fit.k, fit.tau2, fit.df, fit.predint]).toEqual([want.k, 0, null, null]);
  });

  it("takes tau2 from Q about that estimate under random effects", () => {
    const fit = fitOf(poolTables(TABLES, measure, RANDOM));
    const got = [fit.tau2, fit.mu, fit.ciLb, fit.ciUb, fit.pval, fit.predint?.piLb, fit.predint?.piUb];
    want.random.forEach((value, i) => {
      expectClose(got[i], value, 1e-11);
    });
    const { Q, df, I2, I2Q } = fit.heterogeneity!;
    expectClose(Q, want.common[4], 1e-12);
    // tau2 is moments' own: both definitions of I² are one.
    expectClose(I2, (100 * (Q - df)) / Q, 1e-10);
    expectClose(I2, I2Q, 1e-10);
  });

  it("is the study itself where there is one", () => {
    const { mu, tau2, heterogeneity } = fitOf(poolTables(TABLES.slice(1, 2), measure, RANDOM));
    const alone = fitOf(poolTables(TABLES.slice(1, 2), measure, COMMON));
    expectClose(mu, alone.mu, 1e-12);
    expect([tau2, heterogeneity, alone.heterogeneity]).toEqual([0, null, null]);
  });
});

describe("poolTables", () => {
  it("leaves zero cells out of the sums where nothing is added", () => {
    const none = fitOf(poolTables(TABLES, "OR", { ...COMMON, zeroCells: "none" }));
    const without = fitOf(
      poolTables(
        TABLES.filter(({ ai }) => ai > 0),
        "OR",
        COMMON,
      ),
    );
    expect(none.mu).toBe(without.mu);
    expect(none.weights.filter((weight) => weight === 0)).toHaveLength(2);
  });

  it("says why there is no fit", () => {
    expect(poolTables([TABLES[3]!], "RR", COMMON)).toEqual({ reason: "ratio-at-limit" });
    expect(poolTables([TABLES[3]!], "RD", { ...COMMON, zeroCells: "none" })).toEqual({ reason: "no-variation" });
    expect(() => poolTables([], "RR", COMMON)).toThrow(RangeError);
  });
});

function fitOf(found: ReturnType<typeof poolTables>) {
  if ("reason" in found) throw new Error(found.reason);
  return found;
}
