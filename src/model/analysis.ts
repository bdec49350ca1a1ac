import type { Measure, MeasureInfo } from "./measure";
import type { PoolingModel } from "./poolingModel";
import type { Selection } from "./selection";

/** Why a study has no effect of its own. */
export type NotEstimableReason =
  | "no-events" // no event in either arm: a ratio is undefined
  | "all-events" // every participant had the event in both arms
  | "no-variation" // an effect whose sampling variance is zero or not finite
  | "too-few" // fewer than two participants in an arm
  | "zero-cell" // a ratio with a zero that the chosen rule leaves as it is
  | "opposite-signs" // a ratio of means that are zero or of opposite signs
  | "impossible" // numbers that cannot be: more events than participants, a negative SD, a correlation beyond ±1
  | "other-data"; // the row's data are of another kind than the measure needs

/** Why a statistic has no value for these data. */
export type NullReason = "needs-two-studies" | "needs-three-studies" | "common-effect-model";

/** One row of the question: its effect on the analysis scale (log for ratios) with a Wald interval at the level. */
export interface StudyResult {
  readonly rowId: number;
  readonly state: "included" | "excluded";
  /** null where the effect cannot be estimated; `reason` then says why. */
  readonly effect: { readonly yi: number; readonly vi: number; readonly ciLb: number; readonly ciUb: number } | null;
  readonly reason: NotEstimableReason | null;
  /** Percent of the pooled result that holds it: overall, or its group's where there is no overall; else null. */
  readonly weight: number | null;
  /** True where the sign was turned so that the axis keeps one meaning. */
  readonly flipped: boolean;
}

/** A pooled result on the analysis scale (log for ratios). */
export interface Pooled {
  /** Studies pooled. */
  readonly k: number;
  /** Participants in them; null where some study does not say. */
  readonly N: number | null;
  readonly mu: number;
  readonly se: number;
  readonly ciLb: number;
  readonly ciUb: number;
  /** mu / se, to be read against the normal (df null) or against t(df). */
  readonly statistic: number;
  readonly df: number | null;
  readonly pval: number;
  /** Between-study variance, in squared units of the effect; 0 under the common-effect model. */
  readonly tau2: number;
  readonly tau: number;
  /** False where the iteration for tau2 stopped before its tolerance: always shown. */
  readonly converged: boolean;
  /** null where k < 2. */
  readonly heterogeneity: Heterogeneity | null;
  /** null with `predintReason` saying why. */
  readonly predint: { readonly piLb: number; readonly piUb: number } | null;
  readonly predintReason: NullReason | null;
}

export interface Heterogeneity {
  readonly Q: number;
  readonly df: number;
  readonly pval: number;
  /** Percent, from tau2 and the typical sampling variance (Higgins & Thompson); from Q under the common effect. */
  readonly I2: number;
  /** Percent, max(0, (Q - df) / Q). */
  readonly I2Q: number;
  readonly H2: number;
}

/** Between the two values of a nested group's key. */
export const NESTED = " · ";

export interface GroupResult {
  /** The value of the compared column, "" for rows that do not report it; with two columns both, joined by `NESTED`. */
  readonly key: string;
  /** Rows of the group in data order, excluded ones too. */
  readonly rowIds: readonly number[];
  /** null when no study of the group can be pooled. */
  readonly pooled: Pooled | null;
}

/** Test that all groups, or all values of moderators, have the same effect. */
export interface DifferenceTest {
  /** Q against chi-squared(df1) where df2 is null, else F against F(df1, df2). */
  readonly statistic: number;
  readonly df1: number;
  readonly df2: number | null;
  readonly pval: number;
}

/** Why there is no overall result beside the groups. */
export type NoOverallReason = "no-studies" | "repeated-patients";

/** The one answer to a question; every view, sentence and file shows these numbers. */
export interface Analysis {
  readonly selection: Selection;
  readonly model: PoolingModel;
  readonly measure: MeasureInfo;
  /** Measures that these data can give. */
  readonly measures: readonly Measure[];
  /** Rows that match, in data order; excluded ones keep their place. */
  readonly studies: readonly StudyResult[];
  /** Empty when nothing is compared. */
  readonly groups: readonly GroupResult[];
  /** With two columns compared, what the first alone would give, over the groups within; else empty. Never timepoints together. */
  readonly outerGroups: readonly GroupResult[];
  readonly overall: Pooled | null;
  readonly noOverall: NoOverallReason | null;
  /** null with fewer than two pooled groups, or when groups share patients. */
  readonly difference: DifferenceTest | null;
}

/** One cell of the evidence map, under the same filters as the analysis. */
export interface MapCell {
  readonly outcome: string;
  readonly timepoint: string;
  readonly measure: MeasureInfo;
  readonly pooled: Pooled | null;
  /** Studies of this cell that match, pooled or not; 0 means that no trial reports it. */
  readonly k: number;
  readonly byComparator: readonly { readonly comparator: string; readonly pooled: Pooled | null }[];
}

/** How many rows of the current cell each value of a column would keep, all other filters staying. */
export type Facet =
  | {
      readonly kind: "category";
      readonly column: string;
      readonly values: readonly { readonly value: string; readonly k: number }[];
    }
  | {
      readonly kind: "number";
      readonly column: string;
      readonly min: number;
      readonly max: number;
      /** Equal-width bins from min to max. */
      readonly bins: readonly number[];
    };

/** What surrounds the analysis: the map, the comparators' counts and the facets. */
export interface Overview {
  readonly cells: readonly MapCell[];
  readonly comparators: readonly { readonly comparator: string; readonly k: number }[];
  readonly facets: readonly Facet[];
}

/** The answer to the page's question. */
export interface Answered {
  readonly analysis: Analysis;
}
