import type { Measure } from "./measure";

/** Why a test or an adjustment for small-study effects has no answer for these data. */
export type SmallStudyReason =
  | "not-for-this-measure" // the test was made for another effect measure
  | "needs-counts" // some study does not give its events and participants
  | "needs-arm-sizes" // some study does not give the participants of its arms
  | "needs-three-studies"
  | "no-spread-in-precision" // the predictor is the same in every study: nothing can be regressed on it or ranked by it
  | "equal-effects" // no study lies above another
  | "perfect-fit"; // the studies lie on the line itself: no scatter to measure its error by

/** Why trim and fill has no result: one study, effects that do not lean to a side, or data too one-sided for Q0. */
export type TrimFillReason = "needs-two-studies" | "no-side" | "q0-undefined";

/** Duval and Tweedie's estimators of the number of missing studies. */
export const FILL_ESTIMATORS = ["L0", "R0", "Q0"] as const;
/** Where studies are taken to be missing; `data`: where Egger's slope says. */
export const FILL_SIDES = ["data", "left", "right"] as const;

/** How trim and fill is done. */
export interface FillChoice {
  readonly estimator: (typeof FILL_ESTIMATORS)[number];
  readonly side: (typeof FILL_SIDES)[number];
}

/** What trim and fill does unless it is told otherwise. */
export const USUAL_FILL: FillChoice = { estimator: "L0", side: "data" };

interface Basis {
  /** Studies in the answer. */
  readonly k: number;
  /** True below ten studies, where chance and small-study effects cannot be told apart: always shown. */
  readonly tooFew: boolean;
}

export type AsymmetryTestName = "egger" | "eggerMixed" | "begg" | "harbord" | "peters" | "pustejovskyRodgers";

/** The test of asymmetry made for a measure: Egger's own is biased where a standard error contains the effect. */
export function asymmetryTestFor(measure: Measure): "egger" | "harbord" | "pustejovskyRodgers" {
  if (measure === "OR" || measure === "PETO") return "harbord";
  return measure === "SMD" ? "pustejovskyRodgers" : "egger";
}

/** A test of whether effects go with the imprecision of studies. */
export interface AsymmetryTest extends Basis {
  /** Of a regression, the effect's change per unit of its predictor; of ranks, tau-b. > 0: smaller studies, larger yi. */
  readonly slope: number;
  /** Of a regression, the effect where its predictor is 0; null for a test by ranks. */
  readonly intercept: number | null;
  /** To be read against t(df), or the normal where df is null; itself null for a test by ranks. */
  readonly statistic: number | null;
  readonly df: number | null;
  readonly pval: number;
  /** False where an iteration for tau2 stopped before its tolerance: always shown. */
  readonly converged: boolean;
}

/** The effect in a study without limit to its size, on the analysis scale. */
export interface AdjustedEffect extends Basis {
  readonly mu: number;
  readonly se: number;
  readonly ciLb: number;
  readonly ciUb: number;
  readonly pval: number;
  readonly by: "pet" | "peese" | "limit";
}

/** An answer, or why these data do not give one. */
export type OrReason<Answer> = Answer | { readonly reason: SmallStudyReason };

/** The studies that would make the funnel symmetric, and the result with them: a sensitivity analysis. */
export interface Filled {
  /** How that was found. */
  readonly by: FillChoice;
  /** Where they are missing: `left`, at smaller values of the effect. */
  readonly side: "left" | "right";
  /** Mirror images of the rows that they name, on the analysis scale. */
  readonly studies: readonly { readonly rowId: number; readonly yi: number; readonly vi: number }[];
  /** Observed and added studies pooled by the reader's model. */
  readonly mu: number;
  readonly ciLb: number;
  readonly ciUb: number;
  /** False where the number of missing studies runs in a circle, or a tau2 stopped early: always shown. */
  readonly converged: boolean;
}

/** How far the effects of one cell go with the size of their studies. */
export interface SmallStudyEffects {
  /** The test made for this measure. */
  readonly preferred: AsymmetryTestName;
  readonly tests: Readonly<Record<AsymmetryTestName, OrReason<AsymmetryTest>>>;
  readonly adjusted: { readonly petPeese: OrReason<AdjustedEffect>; readonly limitMeta: OrReason<AdjustedEffect> };
  readonly trimFill: Filled | { readonly reason: TrimFillReason };
}

/** Patterns of publication in which results of large p are less likely to be seen. */
export type SelectionPattern =
  | "moderate-one-tailed"
  | "severe-one-tailed"
  | "moderate-two-tailed"
  | "severe-two-tailed";

/** The effect if results had been published by a pattern, on the analysis scale. */
export interface SelectedEffect {
  readonly pattern: SelectionPattern;
  /** Cut points of the one-tailed p, ascending, and the relative chance of being seen in each interval between them. */
  readonly steps: readonly number[];
  readonly weights: readonly number[];
  readonly mu: number;
  readonly ciLb: number;
  readonly ciUb: number;
  readonly converged: boolean;
}

/** What the pooled effect would be under each pattern; or why that is not known. */
export type SelectionEffects =
  | {
      /** Which results are likelier to be published: effects well above no effect, or well below. */
      readonly alternative: "greater" | "less";
      readonly effects: readonly SelectedEffect[];
    }
  | { readonly reason: "nothing-pooled" | "needs-two-studies" | "no-information" };
