import { describe, expect, it } from "vitest";
import type { Analysis } from "../../../model/analysis";
import { MEASURES } from "../../../model/measure";
import { COCHRANE_2024 } from "../../../model/poolingModel";
import type { EffectChoice, Specification } from "../../../model/specifications";
import { caseInput } from "../../../plots/cases/caseInput";
import { COMPARED } from "../../../plots/cases/caseStudies";
import { specified } from "../../../plots/cases/specified";
import { isOnPage, pageFor } from "./specificationOf";

const { analysis } = caseInput(COMPARED, { measure: "SMD", model: COCHRANE_2024 });
const PAGE: Specification = {
  ...{ effects: "SMD RevMan", method: "REML", test: "knha", leftOut: null, k: 9, mu: -1, ciLb: -2, ciUb: 0 },
  ...{ I2: 90, conclusion: "uncertain", excluding: [] },
};
const EFFECTS: readonly EffectChoice[] = [
  { key: "SMD RevMan", measure: MEASURES.SMD, smdVariance: "RevMan", zeroCells: null },
  { key: "SMD UB", measure: MEASURES.SMD, smdVariance: "UB", zeroCells: null },
  { key: "SMDH", measure: MEASURES.SMDH, smdVariance: null, zeroCells: null },
];

/** Whether, of these specifications, each is the analysis on the page. */
function areOnPage(list: readonly Specification[], on: Analysis): readonly boolean[] {
  return list.map((_, at) => isOnPage(specified(list, EFFECTS), on)(at));
}

describe("the analysis on the page among all", () => {
  it("is the one that makes every choice as the page does", () => {
    const changes: readonly Partial<Specification>[] = [
      ...[{ effects: "SMD UB" }, { effects: "SMDH" }],
      ...[{ method: "DL" as const }, { test: "z" as const }, { leftOut: 3 }],
    ];
    const others = changes.map((change) => ({ ...PAGE, ...change }));
    expect(areOnPage([PAGE, ...others], analysis)).toEqual([true, ...others.map(() => false)]);
  });

  it("counts empirical Bayes as Paule and Mandel's estimator, which it equals", () => {
    const byEB = { ...analysis, model: { ...analysis.model, method: "EB" as const } };
    expect(areOnPage([PAGE, { ...PAGE, method: "PM" }], byEB)).toEqual([false, true]);
  });

  it("is found again once another has been applied", () => {
    for (const effects of ["SMD UB", "SMDH"]) {
      const wanted: Specification = { ...PAGE, effects, method: "SJ", test: "wider" };
      const { model, measure } = pageFor(wanted, { effects: EFFECTS }, analysis);
      const then = { ...analysis, model, measure: measure ? MEASURES[measure] : analysis.measure };
      expect(areOnPage([PAGE, wanted], then)).toEqual([false, true]);
      expect(model.level).toBe(analysis.model.level);
    }
  });

  it("names no measure where it stays the same", () => {
    expect(pageFor(PAGE, { effects: EFFECTS }, analysis).measure).toBeNull();
  });
});
