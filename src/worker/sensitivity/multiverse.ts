import type { Dataset } from "../../model/descriptor";
import type { AskedOf } from "../../model/exploration";
import type { MeasureInfo } from "../../model/measure";
import type { Method, Predint, Test } from "../../model/poolingModel";
import type { Multiverse, MultiverseCounts } from "../../model/sensitivity";
import { NONE_LEFT_OUT } from "../../model/specifications";
import { countConclusions, type Multiverse as Tried, multiverse as tryAll, weighChoices } from "../../stats/index";
import { effectSets } from "./effectSets";
import { keptLast } from "./keptLast";

/** All but EB, which is the same estimator as PM. */
const METHODS: readonly Method[] = ["EE", "DL", "PM", "REML", "ML", "HE", "HS", "SJ"];
const TESTS: readonly Test[] = ["z", "t", "knha", "adhoc", "wider"];
const PREDINTS: readonly Predint[] = ["z", "V", "HTS", "HK", "HK-PR"];

/**
 * The question's cell analysed in every way that suits the data and stands on the same axis: effects, tau2, interval,
 * and each study left out in turn; beside each fit, every kind of prediction interval.
 */
export function multiverse(dataset: Dataset, { question }: AskedOf<"multiverse">): Multiverse {
  const { measure, sets, tried, counts } = everyAnalysis(dataset, question);
  const { length, set: effects, method, test, k, mu, ciLb, ciUb, I2, conclusion, excluding } = tried.universes;
  const rowIds = sets.map(({ rows }) => rows.map(({ id }) => id));
  const leftOut = tried.universes.leftOut.map((place, at) =>
    place === NONE_LEFT_OUT ? NONE_LEFT_OUT : rowIds[effects[at]!]![place]!,
  );
  return {
    ...{ measure, methods: METHODS, tests: TESTS, predints: PREDINTS },
    effects: sets.map(({ choice }) => choice),
    specifications: { length, effects, method, test, leftOut, k, mu, ciLb, ciUb, I2, conclusion, excluding },
    ...counts,
  };
}

/** The counts of the same analyses, which are all that a verdict needs. */
export function multiverseCounts(dataset: Dataset, { question }: AskedOf<"multiverse">): MultiverseCounts {
  return everyAnalysis(dataset, question).counts;
}

/** All that was tried for a question. */
interface Everything {
  readonly measure: MeasureInfo;
  readonly sets: ReturnType<typeof effectSets>;
  readonly tried: Tried;
  readonly counts: MultiverseCounts;
}

const everyAnalysis = keptLast((own, dataset, question): Everything => {
  const { measure, model } = own.analysis;
  const sets = effectSets(dataset, question, own);
  const tried = tryAll({
    sets: sets.map(({ choice, yi, vi }) => ({ key: choice.key, yi, vi })),
    ...{ methods: METHODS, tests: TESTS, predints: PREDINTS, level: model.level, leaveOneOut: true },
  });
  return { measure, sets, tried, counts: countsOf(tried, sets) };
});

function countsOf({ universes, predictions }: Tried, sets: Everything["sets"]): MultiverseCounts {
  // What the statistics call a set is to the reader how effects are computed.
  const effects = (codes: Uint8Array) => ({ codes, name: (code: number) => sets[code]!.choice.key });
  const method = (codes: Uint8Array) => ({ codes, name: (code: number) => METHODS[code]! });
  const leftOut = (codes: Int32Array) => ({ codes, name: (code: number) => (code === NONE_LEFT_OUT ? null : code) });
  return {
    conclusions: countConclusions(universes),
    weights: weighChoices(universes, {
      effects: effects(universes.set),
      method: method(universes.method),
      test: { codes: universes.test, name: (code) => TESTS[code]! },
      leftOut: leftOut(universes.leftOut),
    }),
    predictions: {
      kinds: PREDINTS.filter((_, kind) => predictions.predint.subarray(0, predictions.length).includes(kind)),
      conclusions: countConclusions(predictions),
      weights: weighChoices(predictions, {
        effects: effects(predictions.set),
        method: method(predictions.method),
        predint: { codes: predictions.predint, name: (code) => PREDINTS[code]! },
        leftOut: leftOut(predictions.leftOut),
      }),
    },
  };
}
