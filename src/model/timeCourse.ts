import type { Pooled } from "./analysis";
import type { MeasureInfo } from "./measure";

/** A pooled result at one timepoint; null where no trial reports it. */
export interface TimePoint {
  readonly timepoint: string;
  readonly pooled: Pooled | null;
}

/** One comparator's results over time. */
export interface TimeLine {
  readonly comparator: string;
  /** In the order of the timepoints. */
  readonly points: readonly TimePoint[];
}

/** One trial's own effects over time, on the analysis scale. */
export interface TrialPath {
  readonly studyId: string;
  readonly comparator: string;
  readonly points: readonly { readonly timepoint: string; readonly rowId: number; readonly yi: number }[];
}

/** An outcome over its timepoints. Timepoints share patients: each is pooled by itself, and never with another. */
export interface TimeCourse {
  readonly measure: MeasureInfo;
  /** Timepoints of single visits with the days from the start of treatment; null where their names do not tell. */
  readonly timepoints: readonly { readonly name: string; readonly days: number | null }[];
  readonly lines: readonly TimeLine[];
  readonly paths: readonly TrialPath[];
  /** How many trials report every timepoint, of how many that report any. */
  readonly complete: number;
  readonly trials: number;
}
