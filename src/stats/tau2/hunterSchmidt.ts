import { requireStudies } from "../requireStudies";
import { weighted } from "../weighted";
import type { Tau2Fit } from "./fit";

/**
 * Hunter–Schmidt estimate of tau2, (Q − k) / sum wi with Cochran's Q; 0 where Q is below k, and for k = 1. Simple, and
 * biased downwards.
 *
 * @param yi k effects on the analysis scale.
 * @param vi k sampling variances > 0.
 * @throws RangeError as `requireStudies`.
 *
 * Hunter & Schmidt (1990), Methods of Meta-Analysis; Viechtbauer (2005), doi:10.3102/10769986030003261.
 */
export function tau2HS(yi: readonly number[], vi: readonly number[]): Tau2Fit {
  requireStudies("tau2HS", yi, vi);
  const { Q, W } = weighted(yi, vi, 0);
  return { tau2: Math.max(0, (Q - yi.length) / W), converged: true };
}
