import { describe, expect, it } from "vitest";
import type { Selection } from "../model/selection";
import { type FillChoice, USUAL_FILL } from "../model/smallStudy";
import { defaultAsked, questionOf } from "../state/selectors";
import { bundled } from "./bundledDataset";
import { smallStudy } from "./smallStudy";

const dataset = bundled("bcg-tuberculosis");
const asked = questionOf(defaultAsked(dataset), dataset.descriptor);

function effectsOf(change: Partial<Selection> = {}, of = dataset, fill: FillChoice = USUAL_FILL) {
  const question = of === dataset ? asked : questionOf(defaultAsked(of), of.descriptor);
  const model = { ...question.model, method: "REML", test: "z" } as const;
  return smallStudy(of, { question: { model, selection: { ...question.selection, ...change } }, fill }).effects;
}

describe("smallStudy", () => {
  it("gives the tests and the filled result of the BCG trials", () => {
    const found = effectsOf()!;
    // metafor 3.8-1: regtest(fit, model = "lm"), ranktest(fit), trimfill of the common effect, then REML of its 17 studies
    expect(found.preferred).toBe("egger");
    const { egger, begg, harbord } = found.tests;
    if ("reason" in egger || "reason" in begg) throw new Error("no test");
    expect(egger).toMatchObject({ k: 13, tooFew: false, df: 11 });
    expect(egger.slope).toBeCloseTo(-2.11204212089, 9);
    expect(egger.statistic).toBeCloseTo(-1.401282002289, 9);
    expect(egger.pval).toBeCloseTo(0.188706995082, 9);
    expect([begg.slope, begg.pval].map((x) => x.toFixed(4))).toEqual(["0.0256", "0.9524"]);
    expect(harbord).toEqual({ reason: "not-for-this-measure" });

    const { trimFill } = found;
    if ("reason" in trimFill) throw new Error(trimFill.reason);
    expect(trimFill).toMatchObject({ side: "right", converged: true });
    const labels = trimFill.studies.map(({ rowId }) => dataset.rows.findIndex((row) => row.id === rowId) + 1);
    expect(labels).toEqual([10, 4, 2, 7]);
    expect(trimFill.studies[3]!.yi).toBeCloseTo(1.03884624, 8);
    expect(trimFill.mu).toBeCloseTo(-0.3422436835, 9);
    expect(trimFill.ciLb).toBeCloseTo(-0.778038524821, 9);
  });

  it("tests odds ratios as Harbord does, and standardised differences as Pustejovsky and Rodgers", () => {
    expect(effectsOf({ measure: "OR" })).toMatchObject({ preferred: "harbord", tests: { harbord: { k: 13, df: 11 } } });
    const pain = effectsOf({}, bundled("us-nkt"));
    expect(pain?.preferred).toBe("pustejovskyRodgers");
    expect(pain?.tests.pustejovskyRodgers).toMatchObject({ slope: expect.any(Number) });
  });

  it("fills by the estimator and on the side that are asked for", () => {
    const of = (fill: FillChoice) => {
      const found = effectsOf({}, dataset, fill)!.trimFill;
      return "reason" in found ? found : { by: found.by, side: found.side, added: found.studies.length };
    };
    const fills = [
      { fill: { estimator: "L0", side: "left" }, side: "left", added: 0 },
      { fill: { estimator: "R0", side: "right" }, side: "right", added: 4 },
      { fill: { estimator: "Q0", side: "data" }, side: "right", added: 5 },
    ] as const;
    // metafor 3.8-1: trimfill(rma(yi, vi, method = "EE"), side, estimator)$k0
    for (const { fill, side, added } of fills) expect(of(fill)).toEqual({ by: fill, side, added });
  });

  it("leaves excluded studies out", () => {
    const found = effectsOf({ excluded: [dataset.rows[0]!.studyId] });
    expect(found?.tests.egger).toMatchObject({ k: 12 });
  });

  it("is silent where the same patients recur, and where there is nothing", () => {
    expect(effectsOf({ compareBy: "timepoint" }, bundled("us-nkt"))).toBeNull();
    expect(effectsOf({ excluded: dataset.rows.map((row) => row.studyId) })).toBeNull();
  });
});
