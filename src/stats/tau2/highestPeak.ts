import type { Tau2Fit } from "./fit";
import { highestPeakOf, type LikelihoodOf, type ScoreAndSlope } from "./peaks";
import { type Studies, scoreLimit } from "./scoreLimit";

/** A likelihood of tau2 for one group of studies with a mean of their own. */
export interface Likelihood {
  /** Derivative of the log-likelihood by tau2, times 2. */
  readonly score: (yi: readonly number[], vi: readonly number[], tau2: number) => number;
  /** The same with its own derivative. */
  readonly scoreAndSlope: (yi: readonly number[], vi: readonly number[], tau2: number) => ScoreAndSlope;
  /** The log-likelihood with the mean at its best, up to a constant. */
  readonly logLikelihood: (yi: readonly number[], vi: readonly number[], tau2: number) => number;
}

/** Groups of studies with a mean each, and the likelihood of the tau2 that they share. */
interface Shared {
  readonly groups: readonly Studies[];
  readonly likelihood: Likelihood;
}

/** The likelihoods of the groups, added up. */
const SUMMED: LikelihoodOf<Shared> = {
  score: ({ groups, likelihood }, tau2) => sum(groups, tau2, likelihood.score),
  scoreAndSlope: ({ groups, likelihood }, tau2) => sumBoth(groups, tau2, likelihood),
  logLikelihood: ({ groups, likelihood }, tau2) => sum(groups, tau2, likelihood.logLikelihood),
};

/** The tau2 >= 0 at which a likelihood, summed over groups, is highest. */
export function highestPeak(groups: readonly Studies[], likelihood: Likelihood): Tau2Fit {
  return highestPeakOf({ groups, likelihood }, SUMMED, scoreLimit(groups));
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
