import { weighted } from "../weighted";
import type { Likelihood } from "./highestPeak";
import type { ScoreAndSlope } from "./peaks";
import { scoreSums, signSums } from "./scoreSums";

/** The likelihood, for `highestPeak`. */
export const FULL: Likelihood = {
  score: (yi, vi, tau2) => {
    const { W, W2rr } = signSums(yi, vi, tau2);
    return W2rr - W;
  },
  scoreAndSlope: mlScore,
  logLikelihood: mlLogLikelihood,
};

/**
 * Derivative of the log-likelihood by tau2, times 2, and its own derivative: sum w²r² − W, with r = y − mu.
 *
 * Hardy & Thompson (1996), doi:10.1002/(SICI)1097-0258(19960330)15:6<619::AID-SIM188>3.0.CO;2-A.
 */
export function mlScore(yi: readonly number[], vi: readonly number[], tau2: number): ScoreAndSlope {
  const { W, W2, W2r, W2rr, W3rr } = scoreSums(yi, vi, tau2);
  return { score: W2rr - W, slope: -2 * W3rr + (2 * W2r * W2r) / W + W2 };
}

/** Log-likelihood at tau2 with mu at its best, up to a constant; for comparing peaks. */
export function mlLogLikelihood(yi: readonly number[], vi: readonly number[], tau2: number): number {
  let logs = 0;
  for (const v of vi) logs += Math.log(v + tau2);
  return -0.5 * (logs + weighted(yi, vi, tau2).Q);
}
