import type { Tau2Fit } from "./fit";

const MAX_STEPS = 100;
const STEP_TOL = 1e-13;
const NEWTON_TOL = 1e-8; // a Newton step this small leaves an error of about its square

/** The derivative of a log-likelihood by tau2, times 2, and its own derivative. */
export interface ScoreAndSlope {
  readonly score: number;
  readonly slope: number;
}

/**
 * A likelihood of tau2 in something: studies, or a regression. Plain functions of it, not closures over it, which cost
 * twice the time where they are made anew for each of thousands of fits.
 */
export interface LikelihoodOf<Of> {
  /** Derivative of the log-likelihood by tau2, times 2. */
  readonly score: (of: Of, tau2: number) => number;
  /** The same with its own derivative. */
  readonly scoreAndSlope: (of: Of, tau2: number) => ScoreAndSlope;
  /** The log-likelihood with the coefficients at their best, up to a constant. */
  readonly logLikelihood: (of: Of, tau2: number) => number;
}

/** Where to look for peaks. */
export interface Search {
  /** Beyond it the score is negative. */
  readonly limit: number;
  /** The smallest sampling variance, which sets the scale. */
  readonly smallest: number;
}

/**
 * The tau2 >= 0 at which a likelihood is highest, found even where it has several peaks; 0 is one of those compared.
 *
 * The score is scanned from 0 to a limit beyond which it is negative. Its scale is set by the variances, so steps that
 * double tau2 from a quarter of the smallest variance do not miss a peak. Each change from + to − is refined by
 * Newton's method in its bracket, and the peaks are compared by likelihood.
 */
export function highestPeakOf<Of>(of: Of, likelihood: LikelihoodOf<Of>, { limit, smallest }: Search): Tau2Fit {
  const peaks: Tau2Fit[] = [];
  let low = 0;
  let rising = likelihood.score(of, 0) > 0;
  if (!rising) peaks.push({ tau2: 0, converged: true });
  for (let high = smallest / 4; low < limit; high *= 2) {
    const next = Math.min(high, limit);
    const rose = rising;
    rising = next < limit && likelihood.score(of, next) > 0;
    if (rose && !rising) peaks.push(peakBetween(of, likelihood, low, next));
    low = next;
  }
  return highest(of, likelihood, peaks);
}

/** The root of the score between `low`, where it is positive, and `high`, where it is not. */
function peakBetween<Of>(of: Of, likelihood: LikelihoodOf<Of>, low: number, high: number): Tau2Fit {
  let below = low;
  let above = high;
  let tau2 = (low + high) / 2;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const { score, slope } = likelihood.scoreAndSlope(of, tau2);
    if (score > 0) below = tau2;
    else above = tau2;
    const newton = tau2 - score / slope;
    const isNewton = slope < 0 && newton > below && newton < above;
    const next = isNewton ? newton : (below + above) / 2;
    const tolerance = isNewton ? NEWTON_TOL : STEP_TOL;
    if (Math.abs(next - tau2) <= tolerance * tau2) return { tau2: next, converged: true };
    tau2 = next;
  }
  return { tau2, converged: false };
}

function highest<Of>(of: Of, { logLikelihood }: LikelihoodOf<Of>, peaks: readonly Tau2Fit[]): Tau2Fit {
  let best = peaks[0] ?? { tau2: 0, converged: true };
  if (peaks.length < 2) return best;
  for (const peak of peaks) if (logLikelihood(of, peak.tau2) > logLikelihood(of, best.tau2)) best = peak;
  return best;
}
