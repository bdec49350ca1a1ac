import type { NullReason } from "../../model/analysis";
import type { Method, Predint, Test } from "../../model/poolingModel";
import type { Conclusion } from "../../model/sensitivity";

/** One way of turning the studies into effects: a measure, a zero-cell rule, or both, named by its key. */
export interface EffectSet {
  readonly key: string;
  /** k effects on the analysis scale (log for ratios), and their variances > 0. */
  readonly yi: readonly number[];
  readonly vi: readonly number[];
}

/** The choices that make one universe. */
export interface Choices {
  readonly set: string;
  readonly method: Method;
  readonly test: Test;
  readonly predint: Predint;
  /** The place, in its set, of the study that is left out; null where all are in. */
  readonly leftOut: number | null;
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
  /** The prediction interval; null with `predintReason` saying why. */
  readonly interval: { readonly piLb: number; readonly piUb: number } | null;
  readonly predintReason: NullReason | null;
  readonly conclusion: Conclusion;
}
