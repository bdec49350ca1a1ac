import type { Dataset } from "../../model/descriptor";
import type { AskedOf } from "../../model/exploration";
import { isOfCounts, MEASURES, type Measure, type MeasureInfo } from "../../model/measure";
import type { Method, PoolingModel, Predint, SmdVariance, Test, ZeroCellRule } from "../../model/poolingModel";
import type {
  ChoiceWeight,
  Conclusion,
  EffectChoice,
  Multiverse,
  PredictionCounts,
  Specification,
} from "../../model/sensitivity";
import type { Row } from "../../model/study";
import { multiverse as tryAll, type Universe, type UniversePrediction, weighChoices } from "../../stats/index";
import { included } from "./included";

/** All but EB, which is the same estimator as PM. */
const METHODS: readonly Method[] = ["EE", "DL", "PM", "REML", "ML", "HE", "HS", "SJ"];
const TESTS: readonly Test[] = ["z", "t", "knha", "adhoc", "wider"];
const PREDINTS: readonly Predint[] = ["z", "V", "HTS", "HK", "HK-PR"];

/** Measures that stand on one axis with each other. */
const FAMILIES: readonly (readonly Measure[])[] = [
  ["SMD", "SMDH", "SMD1"],
  ["RR", "OR", "PETO"],
];

/**
 * The question's cell analysed in every way that suits the data and stands on the same axis: effects, tau2, interval,
 * and each study left out in turn; beside each fit, every kind of prediction interval.
 */
export function multiverse(dataset: Dataset, { question }: AskedOf<"multiverse">): Multiverse {
  const { analysis, rows: shown } = included(dataset, question);
  const { measure, model } = analysis;
  const wanted = choicesFor(measure, model, shown.some(hasZero));
  const sets = wanted.flatMap((choice) => {
    const {
      rows,
      yi,
      vi,
      analysis: own,
    } = included(dataset, {
      selection: { ...question.selection, measure: choice.measure.measure },
      model: { ...model, ...settingsOf(choice) },
    });
    // A measure that the data do not give falls back to another: that is none of the choices.
    return yi.length > 0 && own.measure.measure === choice.measure.measure ? [{ choice, rows, yi, vi }] : [];
  });
  const { universes, predictions } = tryAll({
    sets: sets.map(({ choice, yi, vi }) => ({ key: choice.key, yi, vi })),
    ...{ methods: METHODS, tests: TESTS, predints: PREDINTS, level: model.level, leaveOneOut: true },
  });
  const rowsOf = new Map(sets.map(({ choice, rows }) => [choice.key, rows]));
  const rowAt = (set: string, place: number | null) => (place === null ? null : (rowsOf.get(set)?.[place]?.id ?? null));
  return {
    measure,
    effects: sets.map(({ choice }) => choice),
    specifications: universes.map((universe) => specificationOf(universe, rowAt(universe.set, universe.leftOut))),
    weights: weighChoices(universes, ["set", "method", "test", "leftOut"]).map(ofEffects),
    predictions: predictionCounts(predictions),
  };
}

function specificationOf(universe: Universe, leftOut: number | null): Specification {
  const { set, method, test, k, mu, ciLb, ciUb, I2, conclusion, excluding } = universe;
  return { effects: set, method, test, leftOut, k, mu, ciLb, ciUb, I2, conclusion, excluding };
}

function predictionCounts(predictions: readonly UniversePrediction[]): PredictionCounts {
  const conclusions: Record<Conclusion, number> = { above: 0, below: 0, uncertain: 0 };
  for (const { conclusion } of predictions) conclusions[conclusion]++;
  return {
    kinds: PREDINTS.filter((kind) => predictions.some(({ predint }) => predint === kind)),
    conclusions,
    weights: weighChoices(predictions, ["set", "method", "predint", "leftOut"]).map(ofEffects),
  };
}

/** What the statistics call a set is to the reader how effects are computed. */
function ofEffects<Weight extends { readonly choice: "set" | Exclude<ChoiceWeight["choice"], "effects"> }>(
  weight: Weight & Omit<ChoiceWeight, "choice">,
): ChoiceWeight {
  return { ...weight, choice: weight.choice === "set" ? "effects" : weight.choice };
}

/** The effects to try: measures of the same family, each with its variances of g or its rules for zero cells. */
function choicesFor(shown: MeasureInfo, model: PoolingModel, hasZeros: boolean): readonly EffectChoice[] {
  const family = FAMILIES.find((measures) => measures.includes(shown.measure)) ?? [shown.measure];
  return family.flatMap((measure): EffectChoice[] => {
    const info = measure === shown.measure ? shown : MEASURES[measure];
    if (measure === "SMD") {
      const variances: readonly SmdVariance[] = ["LS", "UB", "RevMan"];
      return variances.map((smdVariance) => {
        return { key: `SMD ${smdVariance}`, measure: info, smdVariance, zeroCells: null };
      });
    }
    if (!isOfCounts(measure) || measure === "PETO" || measure === "AS") {
      return [{ key: measure, measure: info, smdVariance: null, zeroCells: null }];
    }
    const rules: readonly ZeroCellRule[] = hasZeros ? ["only0", "all", "treatment-arm"] : [model.zeroCells];
    return rules.map((zeroCells) => {
      return { key: `${measure} ${zeroCells}`, measure: info, smdVariance: null, zeroCells };
    });
  });
}

function hasZero({ data }: Row): boolean {
  return data.kind === "counts" && [data.ai, data.ci, data.n1i - data.ai, data.n2i - data.ci].includes(0);
}

function settingsOf({ smdVariance, zeroCells }: EffectChoice): Partial<PoolingModel> {
  return { ...(smdVariance ? { smdVariance } : {}), ...(zeroCells ? { zeroCells } : {}) };
}
