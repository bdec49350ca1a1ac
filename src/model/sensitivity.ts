import type { Pooled } from "./analysis";
import type { Conclusion } from "./conclusion";
import type { MeasureInfo } from "./measure";
import type { Method, Predint, Test } from "./poolingModel";
import type { Specified } from "./specifications";

/** A study of the pooled result, and what becomes of that result without it. */
export interface StudyInfluence {
  readonly rowId: number;
  readonly studyId: string;
  /** On the analysis scale. */
  readonly yi: number;
  readonly vi: number;
  /** The result without this study; null where it is the only one. */
  readonly without: Pooled | null;
  /** Case deletion diagnostics; null where it is the only study. */
  readonly diagnostics: {
    readonly rstudent: number;
    readonly dffits: number;
    readonly cooksDistance: number;
    readonly covRatio: number;
    /** Share of the total weight, from 0 to 1. */
    readonly hat: number;
    readonly tau2Deleted: number;
    readonly QDeleted: number;
    readonly influential: boolean;
  } | null;
  /** Baujat's point: part of Q, and squared change of the estimate over its variance. */
  readonly baujat: { readonly heterogeneity: number; readonly influence: number } | null;
  /** The radial plot's point: inverse standard error with tau2, and the effect in standard errors. */
  readonly radial: { readonly x: number; readonly z: number };
  /** Observed risks in arm 2 and arm 1; null unless the data are events. */
  readonly risks: { readonly x: number; readonly y: number } | null;
}

/** Studies whose removal changes the conclusion. */
export interface Flip {
  readonly rowIds: readonly number[];
  /** True where no smaller set does; false where the set was found one study at a time. */
  readonly isSmallest: boolean;
  /** The conclusion without them. */
  readonly conclusion: Conclusion;
}

/** How far the pooled result rests on single studies. */
export interface Influence {
  readonly measure: MeasureInfo;
  /** The overall result; null where nothing is pooled. */
  readonly overall: Pooled | null;
  readonly conclusion: Conclusion | null;
  /** In data order; only studies that are pooled. */
  readonly studies: readonly StudyInfluence[];
  /** null where no set of studies was found, down to two that are left. */
  readonly flip: Flip | null;
  /** Half width of the radial plot's band, in standard errors. */
  readonly band: number;
}

/** What studies join a cumulative meta-analysis by, beside the columns of the data. */
export const CUMULATIVE_ORDERS = ["year", "precision", "n", "effect"] as const;
export type CumulativeOrder = (typeof CUMULATIVE_ORDERS)[number];

/** One step of a cumulative meta-analysis: the study that joins, and the result with it. */
export interface CumulativeStep {
  readonly rowId: number;
  readonly studyId: string;
  readonly pooled: Pooled;
}

export interface Cumulative {
  readonly measure: MeasureInfo;
  readonly steps: readonly CumulativeStep[];
}

/** Which specifications are wanted: the values of each choice; none of a choice: any. */
export interface SpecificationFilter {
  /** Keys of effects. */
  readonly effects: readonly string[];
  readonly method: readonly Method[];
  readonly test: readonly Test[];
  readonly leftOut: readonly ("none" | "one")[];
}

export const ANY_ANALYSIS: SpecificationFilter = { effects: [], method: [], test: [], leftOut: [] };

/** How far one choice decides the conclusion. */
export interface ChoiceWeight {
  readonly choice: "effects" | "method" | "test" | "predint" | "leftOut";
  readonly options: readonly {
    readonly value: string | number | null;
    readonly conclusions: Readonly<Record<Conclusion, number>>;
  }[];
  /** Comparisons of analyses alike but for this choice, and those in which the conclusion depends on it. */
  readonly comparisons: number;
  readonly decided: number;
}

/**
 * The prediction intervals of every combination of effects, model, kind of interval and study left out, where there is
 * one: what each says of no effect.
 */
export interface PredictionCounts {
  /** The kinds that were tried. */
  readonly kinds: readonly Predint[];
  readonly conclusions: Readonly<Record<Conclusion, number>>;
  readonly weights: readonly ChoiceWeight[];
}

/** What all the analyses that were tried come to. */
export interface MultiverseCounts {
  readonly conclusions: Readonly<Record<Conclusion, number>>;
  readonly weights: readonly ChoiceWeight[];
  readonly predictions: PredictionCounts;
}

/** Every combination of choices that suits the data, on one scale of effects. */
export interface Multiverse extends MultiverseCounts, Specified {
  readonly measure: MeasureInfo;
}
