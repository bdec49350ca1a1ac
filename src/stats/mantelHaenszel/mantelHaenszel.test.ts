import { describe, expect, it } from "vitest";
import type { CountsData } from "../../model/study";
import { estimable, type ReferencePooled, TABLES } from "../reference/estimators";
import { expectClose } from "../reference/reference";
import { centredQ, tau2DLAbout } from "./centredQ";
import { mantelHaenszel } from "./mantelHaenszel";
import { peto } from "./peto";
import type { PooledTables } from "./pooledTables";

const MEASURES = ["OR", "RR", "RD"] as const;
const TOLERANCE = 1e-10;

describe.each(TABLES.map((data) => [data.name, data] as const))("%s", (_, data) => {
  const counts = data.data.map((row): CountsData => ({ kind: "counts", ...row }));

  it.each(MEASURES)("Mantel-Haenszel %s agrees with metafor", (measure) => {
    const want = data.mh[measure];
    const got = mantelHaenszel(counts, measure, { level: 0.95 });
    if (want === null) {
      expect(got).toEqual({ reason: measure === "RD" ? "no-variation" : "ratio-at-limit" });
      return;
    }
    const fit = estimable(got);
    comparePooled(fit, want);
    fit.weights.forEach((weight, i) => {
      expectClose(weight, want.weights[i]!, TOLERANCE);
    });
    const spread = centredQ(want.yi, want.vi, fit.mu);
    expectClose(spread?.Q ?? want.Q, want.Q, TOLERANCE, 1);
    if (want.QEp === null) expect(spread).toBeNull();
    else expectClose(spread?.pval, want.QEp, TOLERANCE * (1 + want.Q));
    expectClose(tau2DLAbout(want.yi, want.vi, fit.mu).tau2, want.tau2, 1e-9, Math.min(...want.vi));
  });

  it("Greenland and Robins' variance of the risk difference is as in the paper", () => {
    const got = mantelHaenszel(counts, "RD", { level: 0.95, rdVariance: "GreenlandRobins" });
    if (data.greenlandRobins === 0) expect(got).toEqual({ reason: "no-variation" });
    else expectClose(estimable(got).se, data.greenlandRobins, TOLERANCE);
  });

  it("Peto agrees with metafor", () => {
    const got = peto(counts, 0.95);
    if (data.peto === null) {
      expect(got).toEqual({ reason: "no-variation" });
      return;
    }
    const fit = estimable(got);
    comparePooled(fit, data.peto);
    if (data.peto.QEp === null) expect(fit.heterogeneity).toBeNull();
    else expectClose(fit.heterogeneity?.Q, data.peto.Q, 1e-9, 1);
  });
});

describe("the reference", () => {
  it("holds BCG, nicotine, zeros of every kind and 30 random sets", () => {
    expect(TABLES).toHaveLength(37);
    const missing = TABLES.filter(({ mh }) => mh.OR === null).map(({ name }) => name);
    expect(missing).toEqual(expect.arrayContaining(["events in one arm", "no events"]));
    expect(missing.length).toBeLessThan(5);
  });
});

describe("the BCG trials", () => {
  const bcg = TABLES[0]!.data.map((row): CountsData => ({ kind: "counts", ...row }));

  it.each([
    ["OR", -0.47341099, 0.041007778],
    ["RR", -0.4537096, 0.039337367],
    ["RD", -0.0032881818, 0.00028665675],
  ] as const)("have the known Mantel-Haenszel %s", (measure, mu, se) => {
    const fit = estimable(mantelHaenszel(bcg, measure, { level: 0.95 }));
    expectClose(fit.mu, mu, 1e-7);
    expectClose(fit.se, se, 1e-7);
  });

  it("have the known Peto odds ratio", () => {
    const fit = estimable(peto(bcg, 0.95));
    expectClose(fit.mu, -0.47444631, 1e-7);
    expectClose(fit.se, 0.040659081, 1e-7);
    expectClose(fit.heterogeneity?.Q, 167.73017, 1e-7);
  });
});

describe("centredQ and tau2DLAbout", () => {
  it("are null and 0 for one study", () => {
    expect(centredQ([0.3], [0.1], 5)).toBeNull();
    expect(tau2DLAbout([0.3], [0.1], 5)).toEqual({ tau2: 0, converged: true });
  });
});

function comparePooled(got: PooledTables, want: ReferencePooled): void {
  expectClose(got.mu, want.mu, TOLERANCE, want.se);
  expectClose(got.se, want.se, TOLERANCE);
  expectClose(got.ciLb, want.ciLb, TOLERANCE, want.se);
  expectClose(got.ciUb, want.ciUb, TOLERANCE, want.se);
  expectClose(got.statistic, want.statistic, TOLERANCE, 1);
  expectClose(got.pval, want.pval, TOLERANCE * (1 + want.statistic ** 2));
}
