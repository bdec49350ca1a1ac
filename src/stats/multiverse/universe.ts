import type { Method, Predint, Test } from "../../model/poolingModel";
import type { Conclusion } from "../../model/sensitivity";

/** One way of turning the studies into effects: a measure, a zero-cell rule, or both, named by its key. */
export interface EffectSet {
  readonly key: string;
  /** k effects on the analysis scale (log for ratios), and their variances > 0. */
  readonly yi: readonly number[];
  readonly vi: readonly number[];
}

/** The choices that both a confidence and a prediction interval hang on. */
interface CoreChoices {
  readonly set: string;
  readonly method: Method;
  /** The place, in its set, of the study that is left out; null where all are in. */
  readonly leftOut: number | null;
}

/** The choices that make one universe. */
export interface Choices extends CoreChoices {
  readonly test: Test;
}

/** The choices that make one prediction interval. */
export interface PredictionChoices extends CoreChoices {
  readonly predint: Predint;
}

/** One universe's choices, and what they lead to, on the analysis scale. */
export interface Universe extends Choices {
  readonly k: number;
  readonly mu: number;
  readonly se: number;
  readonly ciLb: number;
  readonly ciUb: number;
  readonly tau2: number;
  /** Percent; null where k < 2. */
  readonly I2: number | null;
  readonly conclusion: Conclusion;
  /** The kinds of prediction interval that exclude no effect: the same list in every universe of the same fit. */
  readonly excluding: readonly Predint[];
}

/** One prediction interval, on the analysis scale, and what it says of no effect. */
export interface UniversePrediction extends PredictionChoices {
  readonly piLb: number;
  readonly piUb: number;
  readonly conclusion: Conclusion;
}
