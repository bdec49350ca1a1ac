import { describe, expect, it } from "vitest";
import { MEASURES } from "../../model/measure";
import type { Influence, StudyInfluence } from "../../model/sensitivity";
import { caseDiagnostics, pchisq } from "../../stats/index";
import { pooled, usNkt } from "../fixtures";
import { cutoffOf, diagnosticRules, diagnosticsSpoken, diagnosticText, influenceText } from "./influence";

const CALM = {
  ...{ rstudent: 0.5, dffits: 0.1, cooksDistance: 0.01, covRatio: 1.1, hat: 0.2 },
  ...{ tau2Deleted: 0.1, QDeleted: 12.34, influential: false },
};

function study(rowId: number, influential: boolean): StudyInfluence {
  return {
    ...{ rowId, studyId: `t${rowId}`, yi: -1, vi: 0.1, without: null, baujat: null, risks: null },
    ...{ diagnostics: { ...CALM, influential }, radial: { x: 1, z: 1 } },
  };
}

function influence(marks: readonly boolean[]): Influence {
  return {
    ...{ measure: MEASURES.SMD, overall: pooled({}), conclusion: "below", flip: null, band: 1.96 },
    studies: marks.map((isMarked, i) => study(i + 1, isMarked)),
  };
}

const nameOf = (rowId: number) => `Trial ${rowId}`;

describe("cutoffOf", () => {
  it("gives the median of chi-squared for Cook's distance", () => {
    expect(pchisq(cutoffOf("cooksDistance", 9)!, 1).lower).toBeCloseTo(0.5, 12);
  });

  it("draws the lines that the marks are made by", () => {
    const yi = [0.1, 0.2, 0.15, 2.5, 0.05, 0.12, 0.3, -0.1];
    const vi = [0.02, 0.03, 0.05, 0.02, 0.04, 0.02, 0.001, 0.06];
    const model = { method: "DL", test: "z", predint: "V", level: 0.95 } as const;
    const found = caseDiagnostics(yi, vi, model);
    if ("reason" in found) throw new Error(found.reason);
    const isBeyond = (d: (typeof found)[number]) =>
      Math.abs(d.dffits) > cutoffOf("dffits", 8)! ||
      d.cooksDistance > cutoffOf("cooksDistance", 8)! ||
      d.hat > cutoffOf("hat", 8)! ||
      Math.abs(d.dfbetas) > 1;
    expect(found.map((d) => d.influential)).toEqual(found.map(isBeyond));
    expect(found.some((d) => d.influential)).toBe(true);
  });

  it("has none for what is left of the disagreement", () => {
    expect([cutoffOf("tau2Deleted", 9), cutoffOf("QDeleted", 9)]).toEqual([null, null]);
  });
});

describe("influenceText", () => {
  it.each([
    [[false, false], "No trial of 2 is influential by any of the rules."],
    [[false, true], "1 trial of 2 is influential by at least one rule: Trial 2."],
    [[true, true, false], "2 trials of 3 are influential by at least one rule: Trial 1 and Trial 2."],
    [Array.from({ length: 7 }, () => true), "Trial 1, Trial 2, Trial 3, Trial 4, Trial 5 and 2 more."],
    [[false], "With 1 trial there is no influence to measure."],
  ])("%j", (marks, text) => {
    expect(influenceText(influence(marks), usNkt, nameOf)).toContain(text);
  });
});

it("states the cut-offs for the number of studies that there are", () => {
  const rules = new Map(diagnosticRules(10, usNkt));
  expect(rules.get("DFFITS")).toContain("±1.00");
  expect(rules.get("Weight")).toContain("30.0%");
  expect(rules.get("Cook’s D")).toContain("0.45");
});

it("speaks each number as it is printed", () => {
  expect(diagnosticText("hat", 0.1234)).toBe("12.3%");
  expect(diagnosticText("rstudent", -2.345)).toBe("−2.35");
  expect(diagnosticText("cooksDistance", 0.001)).toBe("< 0.01");
  expect(diagnosticsSpoken(study(1, true))).toMatch(/^Residual 0\.50, .*Q without 12\.3, influential$/);
});
