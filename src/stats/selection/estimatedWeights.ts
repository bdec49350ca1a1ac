import { pchisq } from "../distributions/chiSquared";
import { requireStudies } from "../requireStudies";
import { tau2ML } from "../tau2/ml";
import { weighted } from "../weighted";
import type { SelectionOptions } from "./givenWeights";
import { type Observed, observe } from "./observe";
import { type SelectionFit, selectionFit, standardErrors } from "./selectionFit";
import { stepLikelihood } from "./stepLikelihood";
import { summit } from "./summit";
import { requireSteps } from "./weightFunction";

/** The estimated chance of being seen in one interval of p, relative to the first. */
export interface EstimatedWeight {
  /** Studies in the interval. */
  readonly k: number;
  readonly weight: number;
  /** 0 for the first, which is 1 by definition. */
  readonly se: number;
}

export interface EstimatedSelection extends SelectionFit {
  /** m + 1, from the smallest p on. */
  readonly weights: readonly EstimatedWeight[];
  /** Likelihood ratio test that all weights are 1, against chi-squared(df). */
  readonly test: { readonly statistic: number; readonly df: number; readonly pval: number };
}

/**
 * Why there is no result: fewer studies than parameters and one; an interval of p without a study, whose weight would
 * be 0; or a likelihood too flat to tell.
 */
export type EstimatedSelectionReason = "too-few-studies" | "empty-interval" | "no-information";

/**
 * The pooled result as it would be before selection, with the chances of publication estimated for steps of p; with one
 * step at 0.025, the three-parameter model. By maximum likelihood, with standard errors from the observed information.
 *
 * @param yi k effects on the analysis scale (log for ratios).
 * @param vi k sampling variances > 0, in squared units of `yi`.
 * @param steps m >= 1 cut points of the one-tailed p, ascending within (0, 1).
 * @throws RangeError as `requireStudies`, or unless the steps rise within (0, 1) and 0 < level < 1.
 *
 * Vevea & Hedges (1995), Psychometrika 60:419–435, doi:10.1007/BF02294384.
 */
export function selectionByEstimatedWeights(
  yi: readonly number[],
  vi: readonly number[],
  steps: readonly number[],
  { alternative, level }: SelectionOptions,
): EstimatedSelection | { readonly reason: EstimatedSelectionReason } {
  requireStudies("selectionByEstimatedWeights", yi, vi);
  requireSteps("selectionByEstimatedWeights", steps);
  const free = steps.length;
  if (yi.length < free + 3) return { reason: "too-few-studies" };
  const studies = observe(yi, vi, steps, alternative);
  if (studies.counts.includes(0)) return { reason: "empty-interval" };
  const top = summit(studies, new Array<number>(free + 1).fill(0), free);
  const errors = standardErrors(top);
  if (errors === null) return { reason: "no-information" };
  const statistic = Math.max(0, 2 * (top.surface.height - unselectedHeight(studies)));
  return {
    ...selectionFit(top, errors, alternative, level),
    weights: top.point.logWeights.map((logWeight, j) => {
      const weight = Math.exp(logWeight);
      return { k: studies.counts[j]!, weight, se: j === 0 ? 0 : weight * errors.logWeights[j - 1]! };
    }),
    test: { statistic, df: free, pval: pchisq(statistic, free).upper },
  };
}

/** The highest log-likelihood with all weights 1. */
function unselectedHeight(studies: Observed): number {
  const { tau2 } = tau2ML(studies.yi, studies.vi);
  const { mu } = weighted(studies.yi, studies.vi, tau2);
  return stepLikelihood(studies, { mu, logWeights: studies.counts.map(() => 0), tau2 }, 0).height;
}
