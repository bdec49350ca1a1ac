import { requireStudies } from "../requireStudies";
import type { Tau2Fit } from "./fit";
import { highestPeak } from "./highestPeak";
import { RESTRICTED } from "./remlScore";

/**
 * Restricted maximum likelihood estimate of tau2: the global maximum over tau2 >= 0, found even where the likelihood
 * has several. 0 for k = 1.
 *
 * @param yi k effects on the analysis scale.
 * @param vi k sampling variances > 0.
 * @throws RangeError as `requireStudies`.
 *
 * Viechtbauer (2005), J Educ Behav Stat 30:261–293, doi:10.3102/10769986030003261.
 */
export function tau2REML(yi: readonly number[], vi: readonly number[]): Tau2Fit {
  requireStudies("tau2REML", yi, vi);
  return highestPeak([{ yi, vi }], RESTRICTED);
}
