import { describe, expect, it } from "vitest";
import { MEASURES } from "../../model/measure";
import type { AsymmetryTest, SmallStudyEffects } from "../../model/smallStudy";
import { usNkt } from "../fixtures";
import { smallStudyRows } from "./smallStudyTable";

const test: AsymmetryTest = {
  k: 12,
  tooFew: false,
  slope: -1,
  intercept: null,
  statistic: -2.1,
  df: 10,
  pval: 0.062,
  converged: true,
};
const effects: SmallStudyEffects = {
  preferred: "pustejovskyRodgers",
  tests: {
    egger: test,
    eggerMixed: { ...test, df: null, converged: false },
    begg: { ...test, statistic: null, df: null, slope: 0.25 },
    harbord: { reason: "not-for-this-measure" },
    peters: { reason: "needs-counts" },
    pustejovskyRodgers: { ...test, tooFew: true, k: 7 },
  },
  adjusted: {
    petPeese: { ...{ k: 12, tooFew: false, se: 0.2, pval: 0.01, by: "peese" }, mu: -0.6, ciLb: -1, ciUb: -0.2 },
    limitMeta: { reason: "no-spread-in-precision" },
  },
  trimFill: {
    ...{ by: { estimator: "L0", side: "data" }, side: "right" },
    studies: [{ rowId: 3, yi: 0.1, vi: 0.2 }],
    mu: -0.9,
    ciLb: -1.4,
    ciUb: -0.4,
    converged: true,
  },
};
const rows = smallStudyRows(
  effects,
  {
    alternative: "less",
    effects: [
      {
        ...{ pattern: "severe-one-tailed", steps: [0.05], weights: [1, 0.5], converged: true },
        ...{ mu: -0.7, ciLb: -1.3, ciUb: -0.1 },
      },
    ],
  },
  MEASURES.SMD,
  0.95,
  usNkt,
);
const of = (key: string) => rows.find((row) => row.key === key);

describe("smallStudyRows", () => {
  it.each([
    ["egger", "t(10) = −2.10, p = 0.062."],
    ["eggerMixed", "z = −2.10, p = 0.062; the estimate of τ² did not converge."],
    ["begg", "Kendall’s τ = 0.25, p = 0.062."],
    ["pustejovskyRodgers", "t(10) = −2.10, p = 0.062. From fewer than ten results it tells little."],
    ["pet-peese", "PEESE: SMD −0.60 (95% CI −1.00 to −0.20)."],
    ["trim-fill", "Adds 1 trial on the right: SMD −0.90 (95% CI −1.40 to −0.40)."],
    ["severe-one-tailed", "SMD −0.70 (95% CI −1.30 to −0.10)."],
  ])("tells what %s found", (key, result) => {
    expect(of(key)).toMatchObject({ result, fits: true });
  });

  it.each([
    ["harbord", "Does not fit: there is no test for this measure."],
    ["peters", "Does not fit: not every trial gives its events."],
    ["limit", "Does not fit: all trials are equally precise."],
  ])("says why %s does not fit", (key, result) => {
    expect(of(key)).toMatchObject({ result, fits: false });
  });

  it("marks the test made for the measure, and gives each row what it assumes and misses", () => {
    expect(rows.filter(({ name }) => name.includes("made for this measure")).map(({ key }) => key)).toEqual([
      "pustejovskyRodgers",
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    for (const { assumes, misleads } of rows)
      expect([assumes, misleads].every((text) => text.endsWith("."))).toBe(true);
  });

  it("has rows for what has no answer at all", () => {
    const none = { ...effects, trimFill: { reason: "no-side" } as const };
    const told = smallStudyRows(none, { reason: "needs-two-studies" }, MEASURES.SMD, 0.95, usNkt);
    expect(told.find(({ key }) => key === "trim-fill")?.result).toBe("Does not fit: effects lean to neither side.");
    expect(told.find(({ key }) => key === "selection")?.fits).toBe(false);
  });
});
