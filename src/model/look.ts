import { ANY_ANALYSIS, type SpecificationFilter } from "./sensitivity";
import { type FillChoice, USUAL_FILL } from "./smallStudy";
import type { SubsetRegion, SubsetSpread } from "./subsets";

/** What the rows of every list of studies are sorted by: a key of `SORT_KEYS`, or a column of the data. */
export interface Sort {
  readonly by: string;
  readonly descending: boolean;
}

/** What rows can be sorted by beside the columns of the data; the last are the numbers of the arms. */
export const SORT_KEYS = [
  ...(["study", "year", "comparator", "timepoint", "effect", "se", "weight", "n"] as const),
  ...(["m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i", "ai", "ci"] as const),
];

/** Columns of the forest plot that every dataset has, by key; the others are columns of the data. */
export const COLUMN_KEYS = [
  ...(["arm1", "n1", "arm2", "n2", "weight"] as const),
  ...(["year", "comparator", "timepoint", "n"] as const),
];

/** The vertical axis of the funnel plot: standard error, its reciprocal, or sqrt(1/n1 + 1/n2). */
export type FunnelAxis = "se" | "precision" | "size";

/** How the figures are drawn. Nothing of it changes a number. */
export interface Look {
  /** null: the order of the data. */
  readonly sort: Sort | null;
  /** Columns of the forest plot beside study and effect, in order, by key; null: what suits the data and the width. */
  readonly columns: readonly string[] | null;
  /** Groups of which only the result is shown, by key. */
  readonly collapsed: readonly string[];
  readonly density: "roomy" | "compact";
  /** Limits of the effect axis as the reader sees them (ratios not logged); null: by the data. */
  readonly range: readonly [number, number] | null;
  /**
   * What stands under the side of the axis that favours the intervention, and under the other: by arm and not by side,
   * so that the words change sides where an outcome's direction does. "" or null: "Favours ...".
   */
  readonly favours: readonly [intervention: string, control: string] | null;
  /** The dashed line at the pooled estimate. */
  readonly pooledLine: boolean;
  /** The band of the smallest difference that matters. */
  readonly midBand: boolean;
  /** Bands at mu ± tau and mu ± 2 tau. */
  readonly tauBands: boolean;
  readonly funnelAxis: FunnelAxis;
  /** The categorical column that colours the points of the funnel, or "comparator"; null: what is compared. */
  readonly colourBy: string | null;
  /** The studies that trim and fill would add, and the estimate with them. */
  readonly trimFill: boolean;
  /** How trim and fill is done, wherever it is shown. */
  readonly fill: FillChoice;
  /** Time course of the trials that report every timepoint shown, alone. */
  readonly sameTrials: boolean;
  /** The numeric column of the bubble plot, or "year"; null: the first that there is. */
  readonly moderator: string | null;
  /** What studies join a cumulative result by: a `CumulativeOrder` or a column; null: year, or precision without years. */
  readonly joinBy: string | null;
  /** What the estimates of every subset are drawn against. */
  readonly subsetSpread: SubsetSpread;
  /** The marked region of that figure; its estimates as the reader sees them (ratios not logged). */
  readonly subsetRegion: SubsetRegion | null;
  /** The study by which the subsets are split, by `studyId`. */
  readonly subsetStudy: string | null;
  /** Which of all analyses are shown. */
  readonly analyses: SpecificationFilter;
}

export const DEFAULT_LOOK: Look = {
  sort: null,
  columns: null,
  collapsed: [],
  density: "roomy",
  range: null,
  favours: null,
  pooledLine: true,
  midBand: true,
  tauBands: false,
  funnelAxis: "se",
  colourBy: null,
  trimFill: false,
  sameTrials: false,
  moderator: null,
  joinBy: null,
  fill: USUAL_FILL,
  subsetSpread: "I2",
  subsetRegion: null,
  subsetStudy: null,
  analyses: ANY_ANALYSIS,
};
