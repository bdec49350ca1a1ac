import { CONCLUSIONS, type Conclusion } from "./conclusion";
import type { MeasureInfo } from "./measure";
import type { Method, Predint, Test } from "./poolingModel";

/** The effects that can be compared with each other on one axis, and what they are made by. */
export interface EffectChoice {
  readonly key: string;
  readonly measure: MeasureInfo;
  readonly smdVariance: "LS" | "UB" | "RevMan" | null;
  readonly zeroCells: "only0" | "all" | "treatment-arm" | "none" | null;
}

/** The code of `leftOut` where all studies are in. */
export const NONE_LEFT_OUT = -1;

/**
 * Every analysis that was tried, a column for each property: as objects, thousands of them would be made and cross
 * threads at every toggle.
 */
export interface Specifications {
  readonly length: number;
  /** Places in `effects`, `methods` and `tests` of the multiverse. */
  readonly effects: Uint8Array;
  readonly method: Uint8Array;
  readonly test: Uint8Array;
  /** The row left out, or `NONE_LEFT_OUT`. */
  readonly leftOut: Int32Array;
  readonly k: Uint32Array;
  /** On the analysis scale. */
  readonly mu: Float64Array;
  readonly ciLb: Float64Array;
  readonly ciUb: Float64Array;
  /** Percent; NaN where there is none. */
  readonly I2: Float64Array;
  /** Places in `CONCLUSIONS`. */
  readonly conclusion: Uint8Array;
  /** A bit for each of `predints` of the multiverse, in its order: 1 where it excludes no effect. */
  readonly excluding: Uint8Array;
}

/** One of them, in words of the field. */
export interface Specification {
  /** The effects: a measure, with its variance of g or its zero-cell rule where it has one. */
  readonly effects: string;
  readonly method: Method;
  readonly test: Test;
  /** The row left out; null where all are in. */
  readonly leftOut: number | null;
  readonly k: number;
  readonly mu: number;
  readonly ciLb: number;
  readonly ciUb: number;
  readonly I2: number | null;
  readonly conclusion: Conclusion;
  /** The kinds of prediction interval, of those tried, that exclude no effect. They do not depend on `test`. */
  readonly excluding: readonly Predint[];
}

/** The columns with what their codes stand for. */
export interface Specified {
  readonly effects: readonly EffectChoice[];
  readonly methods: readonly Method[];
  readonly tests: readonly Test[];
  /** Kinds of prediction interval. */
  readonly predints: readonly Predint[];
  readonly specifications: Specifications;
}

/** The analysis at a place of the columns. */
export function specificationAt(
  { effects, methods, tests, predints, specifications: s }: Specified,
  at: number,
): Specification {
  const leftOut = s.leftOut[at]!;
  const I2 = s.I2[at]!;
  return {
    effects: effects[s.effects[at]!]!.key,
    method: methods[s.method[at]!]!,
    test: tests[s.test[at]!]!,
    leftOut: leftOut === NONE_LEFT_OUT ? null : leftOut,
    ...{ k: s.k[at]!, mu: s.mu[at]!, ciLb: s.ciLb[at]!, ciUb: s.ciUb[at]! },
    I2: Number.isNaN(I2) ? null : I2,
    conclusion: CONCLUSIONS[s.conclusion[at]!]!,
    excluding: predints.filter((_, kind) => (s.excluding[at]! >> kind) & 1),
  };
}

/** All of them, in the order of the columns: for files, which are written once. */
export function everySpecification(specified: Specified): readonly Specification[] {
  return Array.from({ length: specified.specifications.length }, (_, at) => specificationAt(specified, at));
}
