import { CONCLUSIONS, type Conclusion } from "../../model/conclusion";
import type { Method, Predint, Test } from "../../model/poolingModel";
import { NONE_LEFT_OUT } from "../../model/specifications";

/** One way of turning the studies into effects: a measure, a zero-cell rule, or both, named by its key. */
export interface EffectSet {
  readonly key: string;
  /** k effects on the analysis scale (log for ratios), and their variances > 0. */
  readonly yi: readonly number[];
  readonly vi: readonly number[];
}

/** Every value of every choice that is to be tried. */
export interface MultiverseRequest {
  readonly sets: readonly EffectSet[];
  readonly methods: readonly Method[];
  readonly tests: readonly Test[];
  /** At most eight. */
  readonly predints: readonly Predint[];
  /** Level of the confidence and prediction intervals, as a proportion: 0.95. */
  readonly level: number;
  /** Whether each study is also left out in turn, where two or more are there. */
  readonly leaveOneOut: boolean;
}

/** What was chosen, as places in the lists of the request, and the conclusion, as its place in `CONCLUSIONS`. */
interface ChosenColumns {
  readonly length: number;
  readonly set: Uint8Array;
  readonly method: Uint8Array;
  /** The place, in its set, of the study that is left out, or `NONE_LEFT_OUT`. */
  readonly leftOut: Int32Array;
  readonly conclusion: Uint8Array;
}

/** Universes, a column for each property; numbers on the analysis scale. */
export interface Universes extends ChosenColumns {
  readonly test: Uint8Array;
  readonly k: Uint32Array;
  readonly mu: Float64Array;
  readonly se: Float64Array;
  readonly ciLb: Float64Array;
  readonly ciUb: Float64Array;
  readonly tau2: Float64Array;
  /** Percent; NaN where k < 2. */
  readonly I2: Float64Array;
  /** A bit for each of the request's kinds of prediction interval: 1 where it excludes no effect. */
  readonly excluding: Uint8Array;
}

/** Prediction intervals, a column for each property, on the analysis scale. */
export interface UniversePredictions extends ChosenColumns {
  readonly predint: Uint8Array;
  readonly piLb: Float64Array;
  readonly piUb: Float64Array;
}

/** One universe's choices, and what they lead to. */
export interface Universe {
  readonly set: string;
  readonly method: Method;
  readonly test: Test;
  readonly leftOut: number | null;
  readonly k: number;
  readonly mu: number;
  readonly se: number;
  readonly ciLb: number;
  readonly ciUb: number;
  readonly tau2: number;
  readonly I2: number | null;
  readonly conclusion: Conclusion;
  readonly excluding: readonly Predint[];
}

/** One prediction interval's choices, and what it says of no effect. */
export interface UniversePrediction {
  readonly set: string;
  readonly method: Method;
  readonly predint: Predint;
  readonly leftOut: number | null;
  readonly piLb: number;
  readonly piUb: number;
  readonly conclusion: Conclusion;
}

/** The universe at a place of the columns. */
export function universeAt({ sets, methods, tests, predints }: MultiverseRequest, of: Universes, at: number): Universe {
  const I2 = of.I2[at]!;
  return {
    ...{ set: sets[of.set[at]!]!.key, method: methods[of.method[at]!]!, test: tests[of.test[at]!]! },
    leftOut: leftOutAt(of, at),
    ...{ k: of.k[at]!, mu: of.mu[at]!, se: of.se[at]!, ciLb: of.ciLb[at]!, ciUb: of.ciUb[at]!, tau2: of.tau2[at]! },
    I2: Number.isNaN(I2) ? null : I2,
    conclusion: CONCLUSIONS[of.conclusion[at]!]!,
    excluding: predints.filter((_, kind) => (of.excluding[at]! >> kind) & 1),
  };
}

/** The prediction interval at a place of the columns. */
export function predictionAt(
  { sets, methods, predints }: MultiverseRequest,
  of: UniversePredictions,
  at: number,
): UniversePrediction {
  return {
    ...{ set: sets[of.set[at]!]!.key, method: methods[of.method[at]!]!, predint: predints[of.predint[at]!]! },
    leftOut: leftOutAt(of, at),
    ...{ piLb: of.piLb[at]!, piUb: of.piUb[at]! },
    conclusion: CONCLUSIONS[of.conclusion[at]!]!,
  };
}

function leftOutAt({ leftOut }: ChosenColumns, at: number): number | null {
  return leftOut[at] === NONE_LEFT_OUT ? null : leftOut[at]!;
}
