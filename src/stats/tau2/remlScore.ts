import { weighted } from "../weighted";
import type { Likelihood } from "./highestPeak";
import type { ScoreAndSlope } from "./peaks";
import { scoreSums, signSums } from "./scoreSums";

/** The restricted likelihood, for `highestPeak`. */
export const RESTRICTED: Likelihood = {
  score: (yi, vi, tau2) => {
    const { W, pairs, W2rr } = signSums(yi, vi, tau2);
    return W2rr - (2 * pairs) / W;
  },
  scoreAndSlope: remlScore,
  logLikelihood,
};

/**
 * Derivative of the restricted log-likelihood by tau2, times 2, and its own derivative.
 *
 * Viechtbauer (2005), doi:10.3102/10769986030003261: sum w²r² − (W − sum w² / W), with r = y − mu.
 */
export function remlScore(yi: readonly number[], vi: readonly number[], tau2: number): ScoreAndSlope {
  const { W, pairs, W2, W3, W2r, W2rr, W3rr } = scoreSums(yi, vi, tau2);
  const score = W2rr - (2 * pairs) / W;
  const slope = -2 * W3rr + (2 * W2r * W2r) / W + W2 - (2 * W3) / W + (W2 / W) ** 2;
  return { score, slope };
}

/** Restricted log-likelihood at tau2 with mu at its best, up to a constant; for comparing peaks. */
export function logLikelihood(yi: readonly number[], vi: readonly number[], tau2: number): number {
  const { W, Q } = weighted(yi, vi, tau2);
  let logs = 0;
  for (const v of vi) logs += Math.log(v + tau2);
  return -0.5 * (logs + Math.log(W) + Q);
}
