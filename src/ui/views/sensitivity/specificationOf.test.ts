import { describe, expect, it } from "vitest";
import { MEASURES } from "../../../model/measure";
import { COCHRANE_2024 } from "../../../model/poolingModel";
import type { Multiverse, Specification } from "../../../model/sensitivity";
import { caseInput } from "../../../plots/cases/caseInput";
import { COMPARED } from "../../../plots/cases/caseStudies";
import { isOnPage, pageFor } from "./specificationOf";

const { analysis } = caseInput(COMPARED, { measure: "SMD", model: COCHRANE_2024 });
const PAGE: Specification = {
  ...{ effects: "SMD RevMan", method: "REML", test: "knha", leftOut: null, k: 9, mu: -1, ciLb: -2, ciUb: 0 },
  ...{ I2: 90, conclusion: "uncertain", excluding: [] },
};
const MULTIVERSE: Multiverse = {
  ...{ measure: MEASURES.SMD, specifications: [PAGE], weights: [] },
  conclusions: { above: 0, below: 0, uncertain: 1 },
  predictions: { kinds: [], conclusions: { above: 0, below: 0, uncertain: 0 }, weights: [] },
  effects: [
    { key: "SMD RevMan", measure: MEASURES.SMD, smdVariance: "RevMan", zeroCells: null },
    { key: "SMD UB", measure: MEASURES.SMD, smdVariance: "UB", zeroCells: null },
    { key: "SMDH", measure: MEASURES.SMDH, smdVariance: null, zeroCells: null },
  ],
};

describe("the analysis on the page among all", () => {
  const is = isOnPage(MULTIVERSE, analysis);

  it("is the one that makes every choice as the page does", () => {
    expect(is(PAGE)).toBe(true);
    for (const change of [
      { effects: "SMD UB" },
      { effects: "SMDH" },
      { method: "DL" },
      { test: "z" },
      { leftOut: 3 },
    ]) {
      expect(is({ ...PAGE, ...(change as Partial<Specification>) })).toBe(false);
    }
  });

  it("counts empirical Bayes as Paule and Mandel's estimator, which it equals", () => {
    const byEB = { ...analysis, model: { ...analysis.model, method: "EB" as const } };
    expect(isOnPage(MULTIVERSE, byEB)({ ...PAGE, method: "PM" })).toBe(true);
  });

  it("is found again once another has been applied", () => {
    for (const effects of ["SMD UB", "SMDH"]) {
      const wanted: Specification = { ...PAGE, effects, method: "SJ", test: "wider" };
      const { model, measure } = pageFor(wanted, MULTIVERSE, analysis);
      const then = { ...analysis, model, measure: measure ? MEASURES[measure] : analysis.measure };
      expect(isOnPage(MULTIVERSE, then)(wanted)).toBe(true);
      expect(model.level).toBe(analysis.model.level);
    }
  });

  it("names no measure where it stays the same", () => {
    expect(pageFor(PAGE, MULTIVERSE, analysis).measure).toBeNull();
  });
});
