import type { MeasureInfo } from "./measure";
import type { Method } from "./poolingModel";

/** What is drawn against the estimate of every subset of studies; `k` is how many it holds. */
export const SUBSET_SPREADS = ["I2", "tau2", "k"] as const;
export type SubsetSpread = (typeof SUBSET_SPREADS)[number];

/** Bins of equal width from `min` to `max`; the outer ones hold what lies beyond. */
export interface BinAxis {
  readonly min: number;
  readonly max: number;
  readonly bins: number;
}

/** The results of the subsets of k studies, counted in bins. */
export interface Subsets {
  readonly measure: MeasureInfo;
  /** The k studies, in data order. */
  readonly rowIds: readonly number[];
  /** How tau2 was estimated in each subset. */
  readonly method: Method;
  readonly spread: SubsetSpread;
  /** null where every subset was fitted; else the seed of the random ones. */
  readonly seed: number | null;
  /** Subsets counted. */
  readonly total: number;
  /** On the analysis scale; no effect, where it lies inside, is the edge of a bin. */
  readonly estimateAxis: BinAxis;
  /** Percent for I², squared units of the effect for tau2; for k from 0.5, so that each number has bins of its own. */
  readonly spreadAxis: BinAxis;
  /** Row-major: a row of spread bins for each bin of the estimate. */
  readonly joint: Uint32Array;
  /** k rows of wider bins along the estimate's axis: the subsets that hold study i. */
  readonly estimateByStudy: Uint32Array;
  /** The same along the axis of the spread. */
  readonly spreadByStudy: Uint32Array;
}

/** A rectangle of results, limits on the two axes; whole wider bins. */
export interface SubsetRegion {
  readonly estimate: readonly [from: number, to: number];
  readonly spread: readonly [from: number, to: number];
}
