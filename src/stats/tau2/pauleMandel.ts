import { requireStudies } from "../requireStudies";
import { weighted } from "../weighted";
import type { Tau2Fit } from "./fit";
import { solveQ } from "./solveQ";

/**
 * Paule–Mandel estimate of tau2: where the generalised Q equals its expectation, k − 1; 0 where it is below already.
 * Equal to the empirical Bayes estimate.
 *
 * @param yi k effects on the analysis scale.
 * @param vi k sampling variances > 0.
 * @throws RangeError as `requireStudies`.
 *
 * DerSimonian & Kacker (2007), Contemp Clin Trials 28:105–114, doi:10.1016/j.cct.2006.04.004.
 */
export function tau2PM(yi: readonly number[], vi: readonly number[]): Tau2Fit {
  requireStudies("tau2PM", yi, vi);
  const df = yi.length - 1;
  return df > 0 ? solveQ((tau2) => weighted(yi, vi, tau2), df) : { tau2: 0, converged: true };
}
