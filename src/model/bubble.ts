import type { MeasureInfo } from "./measure";

/** One study in the plot of effects against a property of studies. */
export interface BubblePoint {
  readonly rowId: number;
  /** The property's value. */
  readonly x: number;
  /** On the analysis scale. */
  readonly yi: number;
  /** Percent of the regression; null for a study that is left out. */
  readonly weight: number | null;
}

/** The regression at one value of the property, on the analysis scale. */
export interface BubbleLine {
  readonly x: number;
  readonly fitted: number;
  readonly ciLb: number;
  readonly ciUb: number;
  readonly predint: { readonly piLb: number; readonly piUb: number } | null;
}

/** The meta-regression of the effects on one numeric property of the studies. */
export interface BubbleFit {
  readonly k: number;
  /** Change of the effect per unit of the property, with its interval and test. */
  readonly slope: {
    readonly beta: number;
    readonly ciLb: number;
    readonly ciUb: number;
    readonly pval: number;
  };
  readonly tau2: number;
  readonly converged: boolean;
  /** Percent of tau2 that the property accounts for; null where there is none to account for. */
  readonly R2: number | null;
  /** The line with its intervals, over the range of the property. */
  readonly line: readonly BubbleLine[];
}

/** Effects against a numeric property of studies. */
export interface Bubble {
  /** The column's name, or "year". */
  readonly column: string;
  readonly measure: MeasureInfo;
  readonly points: readonly BubblePoint[];
  /** Studies without an effect or without a number in the column. */
  readonly without: number;
  /** null with the reason: no more studies than coefficients, or the same value in all. */
  readonly fit: BubbleFit | null;
  readonly reason: "too-few-studies" | "redundant-moderators" | null;
}
