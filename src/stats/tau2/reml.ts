import { requireStudies } from "../requireStudies";
import type { Tau2Fit } from "./fit";
import { logLikelihood, remlScore } from "./remlScore";

const MAX_STEPS = 100;
const STEP_TOL = 1e-13;

/**
 * Restricted maximum likelihood estimate of tau2: the global maximum over tau2 >= 0, found even where the likelihood
 * has several. 0 for k = 1.
 *
 * The score is scanned from 0 to the squared range of the effects, beyond which it is negative: there every residual
 * is below the range and every weight below 1/range². Its scale is set by the variances, so steps that double tau2
 * from a quarter of the smallest variance do not miss a peak. Each change from + to − is refined by Newton's method
 * in its bracket, and the peaks and 0 are compared by likelihood.
 *
 * @param yi k effects on the analysis scale.
 * @param vi k sampling variances > 0.
 * @throws RangeError as `requireStudies`.
 *
 * Viechtbauer (2005), J Educ Behav Stat 30:261–293, doi:10.3102/10769986030003261.
 */
export function tau2REML(yi: readonly number[], vi: readonly number[]): Tau2Fit {
  requireStudies("tau2REML", yi, vi);
  const limit = squaredRange(yi);
  const peaks: Tau2Fit[] = [];
  let low = 0;
  let rising = remlScore(yi, vi, 0).score > 0;
  if (!rising) peaks.push({ tau2: 0, converged: true });
  for (let high = smallest(vi) / 4; low < limit; high *= 2) {
    const next = Math.min(high, limit);
    const rises = next < limit && remlScore(yi, vi, next).score > 0;
    if (rising && !rises) peaks.push(peakBetween(yi, vi, low, next));
    rising = rises;
    low = next;
  }
  return highest(yi, vi, peaks);
}

/** The root of the score between `low`, where it is positive, and `high`, where it is not. */
function peakBetween(yi: readonly number[], vi: readonly number[], low: number, high: number): Tau2Fit {
  let below = low;
  let above = high;
  let tau2 = (low + high) / 2;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const { score, slope } = remlScore(yi, vi, tau2);
    if (score > 0) below = tau2;
    else above = tau2;
    const newton = tau2 - score / slope;
    const next = slope < 0 && newton > below && newton < above ? newton : (below + above) / 2;
    if (Math.abs(next - tau2) <= STEP_TOL * tau2) return { tau2: next, converged: true };
    tau2 = next;
  }
  return { tau2, converged: false };
}

function highest(yi: readonly number[], vi: readonly number[], peaks: readonly Tau2Fit[]): Tau2Fit {
  let best = peaks[0]!;
  for (const peak of peaks.slice(1)) {
    if (logLikelihood(yi, vi, peak.tau2) > logLikelihood(yi, vi, best.tau2)) best = peak;
  }
  return best;
}

function squaredRange(yi: readonly number[]): number {
  let min = Infinity;
  let max = -Infinity;
  for (const y of yi) {
    if (y < min) min = y;
    if (y > max) max = y;
  }
  return (max - min) ** 2;
}

function smallest(vi: readonly number[]): number {
  let min = Infinity;
  for (const v of vi) if (v < min) min = v;
  return min;
}
