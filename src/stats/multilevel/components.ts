import { highestPeak, type Likelihood } from "../tau2/highestPeak";
import { FULL } from "../tau2/mlScore";
import { RESTRICTED } from "../tau2/remlScore";
import type { Clusters } from "./dependentEffects";
import { fallingRoot } from "./fallingRoot";
import { type Components, type LikelihoodMethod, logLikelihood, scoreWithin } from "./likelihood";
import { reduceStudies, roomForMeans } from "./studyMeans";

const LIKELIHOOD: Readonly<Record<LikelihoodMethod, Likelihood>> = { REML: RESTRICTED, ML: FULL };

/** The fitted variances, and the log-likelihood there. */
export interface ComponentsFit extends Components {
  readonly logLik: number;
  readonly converged: boolean;
}

/**
 * The between- and within-study variances >= 0 at which the likelihood is highest, found even where it has several
 * peaks; both axes and the origin are among those compared.
 *
 * At a given within-study variance the studies are independent means, and the best between-study variance is that of a
 * two-level meta-analysis of these (`highestPeak`). What remains has one dimension. Its score is scanned by doubling
 * steps, from a quarter of the smallest variance to a limit beyond which it is negative, and each change from + to − is
 * refined. Where the best between-study variance jumps, the score jumps upwards, which makes no peak.
 *
 * Where no study has two effects only the sum of the variances is known: it is returned as `between`.
 */
export function varianceComponents(clusters: Clusters, method: LikelihoodMethod): ComponentsFit {
  const means = roomForMeans(clusters.studies);
  const inner = [{ yi: means.mean, vi: means.variance }];
  const bestBetween = (within: number) => {
    reduceStudies(clusters, within, means);
    return highestPeak(inner, LIKELIHOOD[method]);
  };
  const score = (within: number) => scoreWithin(clusters, { between: bestBetween(within).tau2, within }, means, method);
  const fitAt = (within: number, settled: boolean): ComponentsFit => {
    const { tau2: between, converged } = bestBetween(within);
    const logLik = logLikelihood(clusters, { between, within }, means, method);
    return { between, within, logLik, converged: converged && settled };
  };
  if (clusters.studies === clusters.k) return fitAt(0, true);

  const { limit, smallest } = searchRange(clusters);
  let low = 0;
  let scoreLow = score(0);
  let best = scoreLow > 0 ? null : fitAt(0, true);
  for (let next = smallest / 4; low < limit; next *= 2) {
    const high = Math.min(next, limit);
    const scoreHigh = score(high);
    if (scoreLow > 0 && scoreHigh <= 0) {
      const { root, converged } = fallingRoot(score, [low, scoreLow], [high, scoreHigh], smallest);
      const peak = fitAt(root, converged);
      if (best === null || peak.logLik > best.logLik) best = peak;
    }
    low = high;
    scoreLow = scoreHigh;
  }
  return best ?? fitAt(0, true);
}

/**
 * A within-study variance beyond which the score is negative, and the smallest variance of an error.
 *
 * In the basis of contrasts that makes their covariance diagonal, the score is a sum of (z² − g) / g², with g above
 * `within` and z² at most the sum of squares about the plain mean; doubled, so that rounding does not matter.
 */
function searchRange({ y, v, k, rho }: Clusters): { readonly limit: number; readonly smallest: number } {
  const origin = y[0]!;
  let sum = 0;
  let smallest = Infinity;
  for (let i = 0; i < k; i++) {
    sum += y[i]! - origin;
    if (v[i]! < smallest) smallest = v[i]!;
  }
  let squares = 0;
  for (let i = 0; i < k; i++) squares += (y[i]! - origin - sum / k) ** 2;
  return { limit: 2 * squares, smallest: (1 - rho) * smallest };
}
