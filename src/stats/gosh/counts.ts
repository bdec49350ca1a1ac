import type { Axis, GoshRequest } from "./request";

/** Counts of subsets: jointly by estimate and spread, and along each axis for the subsets that hold each study. */
export interface GoshCounts {
  /** Subsets counted. */
  subsets: number;
  /** Row-major: `estimate.bins` rows of `spread.bins`. */
  readonly joint: Uint32Array;
  /** k rows of `studyBins(estimate)`: the subsets that hold study i. Those without it are the rest of `joint`. */
  readonly estimateByStudy: Uint32Array;
  /** k rows of `studyBins(spread)`. */
  readonly spreadByStudy: Uint32Array;
}

/** Each bin of a study's counts spans 2^2 of the axis: a quarter of the memory, which then stays in the near caches. */
export const STUDY_SHIFT = 2;

/** The most bins of an axis: the counters at work have places that never change, and room for no more. */
export const MOST_BINS = 256;

/** How many bins a study's counts have along an axis. */
export function studyBins({ bins }: Axis): number {
  return ((bins - 1) >> STUDY_SHIFT) + 1;
}

/** Counts of no subset yet. */
export function emptyCounts({ yi, estimate, spread }: GoshRequest): GoshCounts {
  return {
    subsets: 0,
    joint: new Uint32Array(estimate.bins * spread.bins),
    estimateByStudy: new Uint32Array(yi.length * studyBins(estimate)),
    spreadByStudy: new Uint32Array(yi.length * studyBins(spread)),
  };
}

/** Adds the counts of another part of the same request to `counts`. */
export function mergeCounts(counts: GoshCounts, other: GoshCounts): void {
  counts.subsets += other.subsets;
  add(other.joint, counts.joint, 0);
  add(other.estimateByStudy, counts.estimateByStudy, 0);
  add(other.spreadByStudy, counts.spreadByStudy, 0);
}

/** Adds `row` to the places of `target` that begin at `from`. */
export function add(row: Uint32Array, target: Uint32Array, from: number): void {
  for (let i = 0; i < row.length; i++) target[from + i] = target[from + i]! + row[i]!;
}
