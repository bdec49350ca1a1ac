import { requireStudies } from "../requireStudies";
import { observe } from "./observe";
import { type SelectionFit, selectionFit, standardErrors } from "./selectionFit";
import { summit } from "./summit";
import {
  type Alternative,
  requireSteps,
  requireWeights,
  type WeightFunction,
  withoutIdleSteps,
} from "./weightFunction";

export interface SelectionOptions {
  /** Which results are likelier to be published; p is one-tailed towards them. */
  readonly alternative: Alternative;
  /** Level of the interval of mu, as a proportion. */
  readonly level: number;
}

/**
 * The pooled result as it would be before selection, had studies been published by the chances of `selection`: a
 * sensitivity analysis over supposed chances, which asks less of few studies than estimating them. By maximum
 * likelihood, with standard errors from the observed information; one study gives a reason.
 *
 * @param yi k effects on the analysis scale (log for ratios).
 * @param vi k sampling variances > 0, in squared units of `yi`.
 * @throws RangeError as `requireStudies`, or unless the steps rise within (0, 1), each interval has a weight > 0 and
 * 0 < level < 1.
 *
 * Vevea & Woods (2005), Psychol Methods 10:428–443, doi:10.1037/1082-989X.10.4.428.
 */
export function selectionByGivenWeights(
  yi: readonly number[],
  vi: readonly number[],
  selection: WeightFunction,
  { alternative, level }: SelectionOptions,
): SelectionFit | { readonly reason: "needs-two-studies" | "no-information" } {
  requireStudies("selectionByGivenWeights", yi, vi);
  requireSteps("selectionByGivenWeights", selection.steps);
  requireWeights("selectionByGivenWeights", selection);
  if (yi.length === 1) return { reason: "needs-two-studies" };
  const { steps, weights } = withoutIdleSteps(selection);
  const top = summit(observe(yi, vi, steps, alternative), weights.map(Math.log), 0);
  const errors = standardErrors(top);
  if (errors === null) return { reason: "no-information" };
  return selectionFit(top, errors, alternative, level);
}
