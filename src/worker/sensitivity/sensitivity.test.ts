import { describe, expect, it } from "vitest";
import { conclude } from "../../model/conclusion";
import type { PoolingModel } from "../../model/poolingModel";
import type { Question } from "../../model/selection";
import { USUAL_FILL } from "../../model/smallStudy";
import { everySpecification } from "../../model/specifications";
import { defaultAsked, questionOf } from "../../state/selectors";
import { pool } from "../../stats/index";
import { analyse } from "../analyse";
import { bundled } from "../bundledDataset";
import type { Refit } from "../poolable";
import { smallStudy } from "../smallStudy";
import { cumulative } from "./cumulative";
import { smallestFlip } from "./flip";
import { influence } from "./influence";
import { multiverse } from "./multiverse";
import { selection } from "./selection";
import { verdict } from "./verdict";

const usNkt = bundled("us-nkt");
const bcg = bundled("bcg-tuberculosis");
const nkt = questionOf(defaultAsked(usNkt), usNkt.descriptor);
const bcgAsked = questionOf(defaultAsked(bcg), bcg.descriptor);

function without(question: Question, studyId: string): Question {
  return { ...question, selection: { ...question.selection, compareBy: null, excluded: [studyId] } };
}

/** The same question pooled by Mantel-Haenszel. */
function byTables({ selection, model }: Question, method: "EE" | "DL"): Question {
  return { selection, model: { ...model, method, weighting: "MH" } };
}

describe("influence", () => {
  const found = influence(usNkt, { question: nkt });

  it("gives, for each study, the very answer of the page without it", () => {
    expect(found.studies.length).toBe(found.overall?.k);
    for (const { studyId, without: rest } of found.studies) {
      expect(rest).toEqual(analyse(usNkt, without(nkt, studyId)).overall);
    }
  });

  it.each(["EE", "DL"] as const)("does so by Mantel-Haenszel, %s", (method) => {
    const question = byTables(bcgAsked, method);
    for (const { studyId, without: rest } of influence(bcg, { question }).studies) {
      expect(rest).toEqual(analyse(bcg, without(question, studyId)).overall);
    }
  });

  it("has a diagnosis, a point of each plot and risks for events alone", () => {
    for (const study of found.studies) {
      expect(study.diagnostics?.hat).toBeGreaterThan(0);
      expect(study.baujat?.heterogeneity).toBeGreaterThanOrEqual(0);
      expect(study.radial.z).toBeCloseTo(study.yi * study.radial.x, 12);
      expect(study.risks).toBeNull();
    }
    expect(found.studies.reduce((sum, { diagnostics }) => sum + (diagnostics?.hat ?? 0), 0)).toBeCloseTo(1, 12);
    expect(influence(bcg, { question: bcgAsked }).studies[0]?.risks).not.toBeNull();
  });

  it("leaves out what the reader left out, and has nothing where nothing is pooled", () => {
    const [first] = found.studies;
    const rest = influence(usNkt, { question: without(nkt, first!.studyId) });
    expect(rest.studies.some(({ studyId }) => studyId === first!.studyId)).toBe(false);
    const all = { ...nkt.selection, excluded: usNkt.rows.map((row) => row.studyId) };
    expect(influence(usNkt, { question: { ...nkt, selection: all } })).toMatchObject({ overall: null, studies: [] });
  });
});

function refit(yi: readonly number[], vi: readonly number[], model: PoolingModel): Refit {
  const at = (values: readonly number[], places: readonly number[]) => places.map((place) => values[place]!);
  return (places) => pool(at(yi, places), at(vi, places), model);
}

describe("smallestFlip", () => {
  const model = { ...nkt.model, method: "DL", test: "z" } as const;

  it("finds one study that carries the conclusion, and none smaller than it says", () => {
    const yi = [0.02, 0.05, 0.01, 0.9, -0.02];
    const vi = [0.02, 0.02, 0.02, 0.001, 0.02];
    const flip = smallestFlip([10, 11, 12, 13, 14], refit(yi, vi, { ...model, method: "EE" }));
    expect(flip).toEqual({ rowIds: [13], isSmallest: true, conclusion: "uncertain" });
  });

  it("tries every set of each size before a larger one", () => {
    const yi = [0.3, 0.5, 0.2, 0.6, 0.1, 0.4];
    const vi = [0.03, 0.04, 0.05, 0.03, 0.06, 0.02];
    const flip = smallestFlip([0, 1, 2, 3, 4, 5], refit(yi, vi, model))!;
    expect(flip.isSmallest).toBe(true);
    const concludes = (left: readonly number[]) => {
      const keep = (_: number, i: number) => !left.includes(i);
      return conclude(pool(yi.filter(keep), vi.filter(keep), model));
    };
    expect(concludes(flip.rowIds)).toBe(flip.conclusion);
    const smaller = Array.from({ length: 2 ** 6 - 1 }, (_, mask) => [0, 1, 2, 3, 4, 5].filter((i) => (mask >> i) & 1));
    for (const left of smaller.filter(({ length }) => length < flip.rowIds.length))
      expect(concludes(left)).toBe("above");
  });

  it("is null where two studies are left and nothing has changed", () => {
    expect(smallestFlip([0, 1, 2], refit([5, 5, 5], [0.01, 0.01, 0.01], model))).toBeNull();
    expect(smallestFlip([0, 1], refit([5, 5], [0.01, 0.01], model))).toBeNull();
  });

  it("goes on one by one where there are too many sets, and says so", () => {
    const k = 60;
    const yi = Array.from({ length: k }, (_, i) => 0.3 + (i % 7) / 50);
    const vi = yi.map(() => 0.3);
    const flip = smallestFlip(
      yi.map((_, i) => i),
      refit(yi, vi, model),
    );
    expect(flip?.isSmallest).toBe(false);
    expect(flip?.conclusion).toBe("uncertain");
  });
});

describe("cumulative", () => {
  it("ends at the page's answer by Mantel-Haenszel too", () => {
    const question = byTables(bcgAsked, "EE");
    const { overall } = analyse(bcg, { ...question, selection: { ...question.selection, compareBy: null } });
    expect(cumulative(bcg, { question, by: "year" }).steps.at(-1)?.pooled.mu).toBeCloseTo(overall!.mu, 12);
  });

  it.each(["year", "precision", "n", "effect", "country"])("ends at the page's answer, by %s", (by) => {
    const { steps } = cumulative(usNkt, { question: nkt, by });
    const { overall } = analyse(usNkt, { ...nkt, selection: { ...nkt.selection, compareBy: null } });
    expect(steps).toHaveLength(overall?.k ?? 0);
    expect(steps.at(-1)?.pooled.mu).toBeCloseTo(overall?.mu ?? Number.NaN, 12);
    expect(steps.at(-1)?.pooled.N).toBe(overall?.N);
    expect(steps.map(({ pooled }) => pooled.k)).toEqual(steps.map((_, i) => i + 1));
  });

  it("lets the most precise study join first, and the oldest", () => {
    const { studies } = influence(usNkt, { question: nkt });
    const precise = studies.toSorted((a, b) => a.vi - b.vi)[0];
    expect(cumulative(usNkt, { question: nkt, by: "precision" }).steps[0]?.rowId).toBe(precise?.rowId);
    const years = cumulative(usNkt, { question: nkt, by: "year" }).steps.map(
      ({ rowId }) => usNkt.rows.find((row) => row.id === rowId)?.year ?? 0,
    );
    expect(years).toEqual(years.toSorted((a, b) => a - b));
  });
});

describe("multiverse", () => {
  it("holds the page's own analysis among the others", () => {
    const found = multiverse(usNkt, { question: nkt });
    const { overall, model } = analyse(usNkt, { ...nkt, selection: { ...nkt.selection, compareBy: null } });
    const own = everySpecification(found).filter(
      (s) => s.effects === `SMD ${model.smdVariance}` && s.method === model.method && s.test === model.test,
    );
    expect(own.find((s) => s.leftOut === null)).toMatchObject({
      k: overall?.k,
      mu: expect.closeTo(overall?.mu ?? Number.NaN, 10),
      ciLb: expect.closeTo(overall?.ciLb ?? Number.NaN, 10),
    });
    expect(own).toHaveLength((overall?.k ?? 0) + 1);
    expect(found.effects.map(({ key }) => key)).toEqual(["SMD LS", "SMD UB", "SMD RevMan", "SMDH", "SMD1"]);
    expect(found.weights.map(({ choice }) => choice)).toEqual(["effects", "method", "test", "leftOut"]);
  });

  it("tries the rules for zero cells only where there are any", () => {
    expect(multiverse(bcg, { question: bcgAsked }).effects.map(({ key }) => key)).toEqual([
      "RR only0",
      "OR only0",
      "PETO",
    ]);
    const selection = { ...nkt.selection, outcome: "Adverse events", timepoint: "During follow-up" };
    const keys = multiverse(usNkt, { question: { ...nkt, selection } }).effects.map(({ key }) => key);
    expect(keys).toContain("RR treatment-arm");
  });
});

describe("verdict", () => {
  it("rests on what the parts show, without the analyses themselves", () => {
    const { influence: single, analyses, smallStudy: sized } = verdict(usNkt, { question: nkt });
    const whole = multiverse(usNkt, { question: nkt });
    const { conclusions, weights, predictions } = whole;
    expect(single).toEqual(influence(usNkt, { question: nkt }));
    expect(analyses).toEqual({ conclusions, weights, predictions });
    expect(sized).toEqual(smallStudy(usNkt, { question: nkt, fill: USUAL_FILL }).effects);
    for (const conclusion of ["above", "below", "uncertain"] as const) {
      const those = everySpecification(whole).filter((s) => s.conclusion === conclusion);
      expect(conclusions[conclusion]).toBe(those.length);
    }
  });
});

describe("selection", () => {
  it("draws the effect towards none the more selective the pattern, on the side of the intervention", () => {
    const found = selection(bcg, { question: bcgAsked });
    const effects = "effects" in found ? found.effects : [];
    const of = (pattern: string) => effects.find((effect) => effect.pattern === pattern)?.mu ?? Number.NaN;
    const { overall } = analyse(bcg, { ...bcgAsked, selection: { ...bcgAsked.selection, compareBy: null } });
    expect(effects).toHaveLength(4);
    expect(of("moderate-one-tailed")).toBeGreaterThan(overall?.mu ?? 0);
    expect(of("severe-one-tailed")).toBeGreaterThan(of("moderate-one-tailed"));
    expect(effects.every(({ converged }) => converged)).toBe(true);
  });

  it("says why there is none", () => {
    const excluded = bcg.rows.map((row) => row.studyId);
    const none = { ...bcgAsked.selection, excluded };
    expect(selection(bcg, { question: { ...bcgAsked, selection: none } })).toEqual({ reason: "nothing-pooled" });
    const one = { ...bcgAsked.selection, excluded: excluded.slice(1) };
    expect(selection(bcg, { question: { ...bcgAsked, selection: one } })).toEqual({ reason: "needs-two-studies" });
  });
});
