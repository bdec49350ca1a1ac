import type { Dataset } from "../../model/descriptor";
import type { AskedOf } from "../../model/exploration";
import type { Method, Predint, Test } from "../../model/poolingModel";
import type { Question } from "../../model/selection";
import type {
  Conclusion,
  Multiverse,
  MultiverseCounts,
  PredictionCounts,
  Specification,
} from "../../model/sensitivity";
import {
  type Multiverse as Tried,
  multiverse as tryAll,
  type Universe,
  type UniversePrediction,
  weighChoices,
} from "../../stats/index";
import { effectSets } from "./effectSets";
import { included } from "./included";

/** All but EB, which is the same estimator as PM. */
const METHODS: readonly Method[] = ["EE", "DL", "PM", "REML", "ML", "HE", "HS", "SJ"];
const TESTS: readonly Test[] = ["z", "t", "knha", "adhoc", "wider"];
const PREDINTS: readonly Predint[] = ["z", "V", "HTS", "HK", "HK-PR"];

/** What the statistics call a set is to the reader how effects are computed. */
const CHOICES = {
  effects: ({ set }: Universe) => set,
  method: ({ method }: Universe) => method,
  test: ({ test }: Universe) => test,
  leftOut: ({ leftOut }: Universe) => leftOut,
};
const PREDICTION_CHOICES = {
  effects: ({ set }: UniversePrediction) => set,
  method: ({ method }: UniversePrediction) => method,
  predint: ({ predint }: UniversePrediction) => predint,
  leftOut: ({ leftOut }: UniversePrediction) => leftOut,
};

/**
 * The question's cell analysed in every way that suits the data and stands on the same axis: effects, tau2, interval,
 * and each study left out in turn; beside each fit, every kind of prediction interval.
 */
export function multiverse(dataset: Dataset, { question }: AskedOf<"multiverse">): Multiverse {
  const { measure, sets, tried } = everyAnalysis(dataset, question);
  const rowsOf = new Map(sets.map(({ choice, rows }) => [choice.key, rows]));
  const rowAt = (set: string, place: number | null) => (place === null ? null : (rowsOf.get(set)?.[place]?.id ?? null));
  return {
    measure,
    effects: sets.map(({ choice }) => choice),
    specifications: tried.universes.map((universe) => specificationOf(universe, rowAt(universe.set, universe.leftOut))),
    ...countsOf(tried),
  };
}

/** The counts of the same analyses, which take a fraction of the time to reach the page. */
export function multiverseCounts(dataset: Dataset, { question }: AskedOf<"multiverse">): MultiverseCounts {
  return countsOf(everyAnalysis(dataset, question).tried);
}

function everyAnalysis(dataset: Dataset, question: Question) {
  const own = included(dataset, question);
  const { measure, model } = own.analysis;
  const sets = effectSets(dataset, question, own);
  const tried = tryAll({
    sets: sets.map(({ choice, yi, vi }) => ({ key: choice.key, yi, vi })),
    ...{ methods: METHODS, tests: TESTS, predints: PREDINTS, level: model.level, leaveOneOut: true },
  });
  return { measure, sets, tried };
}

function countsOf({ universes, predictions }: Tried): MultiverseCounts {
  return {
    conclusions: conclusionsOf(universes),
    weights: weighChoices(universes, CHOICES),
    predictions: predictionCounts(predictions),
  };
}

function specificationOf(universe: Universe, leftOut: number | null): Specification {
  const { set, method, test, k, mu, ciLb, ciUb, I2, conclusion, excluding } = universe;
  return { effects: set, method, test, leftOut, k, mu, ciLb, ciUb, I2, conclusion, excluding };
}

function predictionCounts(predictions: readonly UniversePrediction[]): PredictionCounts {
  return {
    kinds: PREDINTS.filter((kind) => predictions.some(({ predint }) => predint === kind)),
    conclusions: conclusionsOf(predictions),
    weights: weighChoices(predictions, PREDICTION_CHOICES),
  };
}

function conclusionsOf(tried: readonly { readonly conclusion: Conclusion }[]): Record<Conclusion, number> {
  const conclusions = { above: 0, below: 0, uncertain: 0 };
  for (const { conclusion } of tried) conclusions[conclusion]++;
  return conclusions;
}
