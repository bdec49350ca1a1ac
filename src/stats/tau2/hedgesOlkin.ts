import { requireStudies } from "../requireStudies";
import type { Tau2Fit } from "./fit";
import { spread } from "./spread";

/**
 * Hedges' estimate of tau2 (Hedges & Olkin): the variance of the effects less the mean sampling variance, all studies
 * counting alike; 0 where that is negative, and for k = 1.
 *
 * @param yi k effects on the analysis scale.
 * @param vi k sampling variances > 0.
 * @throws RangeError as `requireStudies`.
 *
 * Hedges & Olkin (1985), Statistical Methods for Meta-Analysis, ch. 9.
 */
export function tau2HE(yi: readonly number[], vi: readonly number[]): Tau2Fit {
  requireStudies("tau2HE", yi, vi);
  const k = yi.length;
  if (k === 1) return { tau2: 0, converged: true };
  const meanVariance = vi.reduce((sum, v) => sum + v, 0) / k;
  return { tau2: Math.max(0, spread(yi).squares / (k - 1) - meanVariance), converged: true };
}
