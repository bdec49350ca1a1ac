import { describe, expect, it } from "vitest";
import {
  type AsymmetryTest,
  type Filled,
  type OrReason,
  type SmallStudyEffects,
  USUAL_FILL,
} from "../model/smallStudy";
import { analysis, pooled, usNkt } from "./fixtures";
import { asymmetryText, trimFillText } from "./smallStudy";

const [pain] = usNkt.outcomes;
const LEANING: AsymmetryTest = {
  ...{ k: 16, tooFew: false, slope: -1.2, intercept: -0.4, statistic: -3.7, df: 14, pval: 0.0024 },
  converged: true,
};
const FILLED: Filled = {
  ...{ by: USUAL_FILL, side: "right", mu: -0.83, ciLb: -1.19, ciUb: -0.47, converged: true },
  studies: [
    { rowId: 1, yi: 0, vi: 0.04 },
    { rowId: 2, yi: 0.1, vi: 0.05 },
  ],
};

function effects(test: OrReason<AsymmetryTest>): SmallStudyEffects {
  const none = { reason: "not-for-this-measure" } as const;
  return {
    preferred: "egger",
    tests: { egger: test, eggerMixed: none, begg: none, harbord: none, peters: none, pustejovskyRodgers: none },
    adjusted: { petPeese: none, limitMeta: none },
    trimFill: FILLED,
  };
}

const told = (test: OrReason<AsymmetryTest>, better: "lower" | "higher" = "lower") =>
  asymmetryText(effects(test), usNkt, { ...pain!, better });

describe("asymmetryText", () => {
  it("says whom small trials favour, with the test, and that there are other causes than missing results", () => {
    expect(told(LEANING)).toBe(
      "Smaller trials favour US-NKT more than larger ones do (Egger’s test: t = −3.70, df = 14, p = 0.002, k = 16). Results that were not published are one possible cause; poorer methods, other patients or chance are others.",
    );
  });

  it.each([
    ["lower", -1, "favour US-NKT"],
    ["lower", 1, "favour control"],
    ["higher", 1, "favour US-NKT"],
    ["higher", -1, "favour control"],
  ] as const)("with %s better and a slope of %i: small trials %s", (better, slope, words) => {
    expect(told({ ...LEANING, slope }, better)).toContain(words);
  });

  it("never takes a test that finds nothing for symmetry", () => {
    const text = told({ ...LEANING, pval: 0.1 });
    expect(text).toContain("No clear asymmetry (Egger’s test: t = −3.70, df = 14, p = 0.100, k = 16)");
    expect(text).toContain("does not rule out");
    expect(told({ ...LEANING, pval: 0.0999 })).toContain("Smaller trials favour");
  });

  it("reads no result of few trials, whatever it is", () => {
    for (const pval of [0.001, 0.8]) {
      const text = told({ ...LEANING, k: 8, tooFew: true, df: 6, pval });
      expect(text).toContain("from fewer than 10 trials it tells little either way");
      expect(text).not.toContain("favour");
    }
  });

  it("says why there is no test", () => {
    expect(told({ reason: "needs-three-studies" })).toBe("Asymmetry is not tested: that needs at least three trials.");
    expect(told({ reason: "no-spread-in-precision" })).toContain("all trials are equally precise");
  });
});

describe("trimFillText", () => {
  const result = analysis({ overall: pooled() });

  it("gives what it adds and the result with that beside the one without", () => {
    expect(trimFillText(FILLED, result, usNkt)).toBe(
      "Trim and fill (L0) adds 2 trials on the right: SMD −0.83 (95% CI −1.19 to −0.47), instead of −1.11. What would be if asymmetry came from missing results alone: not a better estimate.",
    );
  });

  it("says when it adds nothing, and why", () => {
    expect(trimFillText({ ...FILLED, studies: [] }, result, usNkt)).toBe(
      "Trim and fill (L0) adds no trial on the right.",
    );
    expect(trimFillText({ reason: "no-side" }, result, usNkt)).toContain("lean to neither side");
    expect(trimFillText({ reason: "needs-two-studies" }, result, usNkt)).toContain("at least two trials");
  });

  it("names the estimator and the side where the reader chose them", () => {
    const by = { estimator: "R0", side: "right" } as const;
    expect(trimFillText({ ...FILLED, by }, result, usNkt)).toMatch(
      /^Trim and fill \(R0\) adds 2 trials on the right, where it was asked to: /,
    );
    expect(trimFillText({ reason: "q0-undefined" }, result, usNkt)).toContain("too one-sided");
  });

  it("says when the number did not settle", () => {
    expect(trimFillText({ ...FILLED, converged: false }, result, usNkt)).toContain("did not settle");
  });
});
