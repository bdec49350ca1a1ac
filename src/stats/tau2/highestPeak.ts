import type { Tau2Fit } from "./fit";
import { type Studies, scoreLimit } from "./scoreLimit";

const MAX_STEPS = 100;
const STEP_TOL = 1e-13;

/** A likelihood of tau2 for one group of studies with a mean of their own. */
export interface Likelihood {
  /** Derivative of the log-likelihood by tau2, times 2. */
  readonly score: (yi: readonly number[], vi: readonly number[], tau2: number) => number;
  /** The same with its own derivative. */
  readonly scoreAndSlope: (yi: readonly number[], vi: readonly number[], tau2: number) => ScoreAndSlope;
  /** The log-likelihood with the mean at its best, up to a constant. */
  readonly logLikelihood: (yi: readonly number[], vi: readonly number[], tau2: number) => number;
}

export interface ScoreAndSlope {
  readonly score: number;
  readonly slope: number;
}

/**
 * The tau2 >= 0 at which a likelihood, summed over groups, is highest, found even where it has several peaks; 0 is
 * one of those compared.
 *
 * The score is scanned from 0 to a limit beyond which it is negative. Its scale is set by the variances, so steps that
 * double tau2 from a quarter of the smallest variance do not miss a peak. Each change from + to − is refined by
 * Newton's method in its bracket, and the peaks are compared by likelihood.
 */
export function highestPeak(groups: readonly Studies[], likelihood: Likelihood): Tau2Fit {
  const { limit, smallest } = scoreLimit(groups);
  const rises = (tau2: number): boolean => sum(groups, tau2, likelihood.score) > 0;
  const peaks: Tau2Fit[] = [];
  let low = 0;
  let rising = rises(0);
  if (!rising) peaks.push({ tau2: 0, converged: true });
  for (let high = smallest / 4; low < limit; high *= 2) {
    const next = Math.min(high, limit);
    const rose = rising;
    rising = next < limit && rises(next);
    if (rose && !rising) peaks.push(peakBetween(groups, likelihood, low, next));
    low = next;
  }
  return highest(groups, likelihood, peaks);
}

/** The root of the score between `low`, where it is positive, and `high`, where it is not. */
function peakBetween(groups: readonly Studies[], likelihood: Likelihood, low: number, high: number): Tau2Fit {
  let below = low;
  let above = high;
  let tau2 = (low + high) / 2;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const { score, slope } = sumBoth(groups, tau2, likelihood);
    if (score > 0) below = tau2;
    else above = tau2;
    const newton = tau2 - score / slope;
    const next = slope < 0 && newton > below && newton < above ? newton : (below + above) / 2;
    if (Math.abs(next - tau2) <= STEP_TOL * tau2) return { tau2: next, converged: true };
    tau2 = next;
  }
  return { tau2, converged: false };
}

function highest(groups: readonly Studies[], likelihood: Likelihood, peaks: readonly Tau2Fit[]): Tau2Fit {
  let best = peaks[0] ?? { tau2: 0, converged: true };
  if (peaks.length < 2) return best;
  let height = sum(groups, best.tau2, likelihood.logLikelihood);
  for (const peak of peaks.slice(1)) {
    const its = sum(groups, peak.tau2, likelihood.logLikelihood);
    if (its > height) {
      best = peak;
      height = its;
    }
  }
  return best;
}

function sum(groups: readonly Studies[], tau2: number, part: Likelihood["score"]): number {
  let total = 0;
  for (const { yi, vi } of groups) total += part(yi, vi, tau2);
  return total;
}

function sumBoth(groups: readonly Studies[], tau2: number, { scoreAndSlope }: Likelihood): ScoreAndSlope {
  if (groups.length === 1) return scoreAndSlope(groups[0]!.yi, groups[0]!.vi, tau2);
  let score = 0;
  let slope = 0;
  for (const { yi, vi } of groups) {
    const part = scoreAndSlope(yi, vi, tau2);
    score += part.score;
    slope += part.slope;
  }
  return { score, slope };
}
