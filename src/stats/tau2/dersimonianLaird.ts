import { requireStudies } from "../requireStudies";
import { weightBeyondOne, weighted } from "../weighted";
import type { Tau2Fit } from "./fit";

/**
 * DerSimonian–Laird estimate of tau2, by moments from Cochran's Q; 0 where Q is below its expectation, and for k = 1.
 *
 * @param yi k effects on the analysis scale.
 * @param vi k sampling variances > 0.
 * @throws RangeError as `requireStudies`.
 *
 * DerSimonian & Laird (1986), Control Clin Trials 7:177–188, doi:10.1016/0197-2456(86)90046-2.
 */
export function tau2DL(yi: readonly number[], vi: readonly number[]): Tau2Fit {
  requireStudies("tau2DL", yi, vi);
  const excess = weighted(yi, vi, 0).Q - (yi.length - 1);
  return { tau2: excess > 0 ? excess / weightBeyondOne(vi) : 0, converged: true };
}
