import { weighted } from "../weighted";
import type { Clusters } from "./dependentEffects";
import type { StudyMeans } from "./studyMeans";

/** Restricted or full maximum likelihood. */
export type LikelihoodMethod = "REML" | "ML";

/** The variances of true effects: of studies about the mean, and of effects about their study's own. */
export interface Components {
  readonly between: number;
  readonly within: number;
}

/**
 * Derivative of the log-likelihood by the within-study variance, times 2, with mu at its best: y'PPy − tr P under
 * REML, y'PPy − tr M⁻¹ under ML, where M is the covariance of all effects and P = M⁻¹ − M⁻¹11'M⁻¹ / 1'M⁻¹1.
 *
 * @param means of the studies at `within`.
 *
 * Harville (1977), J Am Stat Assoc 72:320–338, doi:10.1080/01621459.1977.10480998.
 */
export function scoreWithin(
  clusters: Clusters,
  { between, within }: Components,
  means: StudyMeans,
  method: LikelihoodMethod,
): number {
  const { mu } = weighted(means.mean, means.variance, between);
  const { inverse, projected } = traces(means, between);
  return squaredResiduals(clusters, { between, within }, means, mu) - (method === "REML" ? projected : inverse);
}

/** tr M⁻¹ and tr P, from sums over pairs, so that one dominating study does not cancel them away. */
export function traces(
  { variance, trace, pairs }: StudyMeans,
  between: number,
): { readonly inverse: number; readonly projected: number } {
  let inverse = 0;
  let W = 0;
  let acrossStudies = 0;
  let withinStudies = 0;
  for (let j = 0; j < variance.length; j++) {
    const w = 1 / (variance[j]! + between);
    const shrunk = variance[j]! * w;
    const own = (trace[j]! + between * pairs[j]!) * shrunk;
    acrossStudies += own * W + inverse * w;
    withinStudies += pairs[j]! * shrunk;
    W += w;
    inverse += own;
  }
  return { inverse, projected: (acrossStudies + withinStudies) / W };
}

/** Sum of squares of M⁻¹(y − mu): each effect's distance from its study's level, which is shrunk towards mu. */
function squaredResiduals(clusters: Clusters, components: Components, means: StudyMeans, mu: number): number {
  const { y, v, sei, start, studies, rho } = clusters;
  const { between, within } = components;
  let total = 0;
  for (let j = 0; j < studies; j++) {
    const level = mu + (means.mean[j]! - mu) * (between / (means.variance[j]! + between));
    const shared = rho === 0 ? 0 : sharedError(clusters, within, j, level);
    for (let i = start[j]!; i < start[j + 1]!; i++) {
      const e = (y[i]! - level - shared * sei[i]!) / ((1 - rho) * v[i]! + within);
      total += e * e;
    }
  }
  return total;
}

/** The part of a study's sampling errors that its effects share, predicted from their distance to a level. */
function sharedError({ y, v, sei, start, rho }: Clusters, within: number, j: number, level: number): number {
  let sx = 0;
  let ss = 0;
  for (let i = start[j]!; i < start[j + 1]!; i++) {
    const q = sei[i]! / ((1 - rho) * v[i]! + within);
    sx += q * (y[i]! - level);
    ss += q * sei[i]!;
  }
  return (rho * sx) / (1 + rho * ss);
}

/**
 * The log-likelihood with mu at its best, constants included: under REML those of error contrasts, with ½ log |X'X|.
 *
 * @param means of the studies at `within`.
 *
 * Harville (1977), doi:10.1080/01621459.1977.10480998.
 */
export function logLikelihood(
  clusters: Clusters,
  { between, within }: Components,
  means: StudyMeans,
  method: LikelihoodMethod,
): number {
  const { W, Q } = weighted(means.mean, means.variance, between);
  let twice = Q + spreadWithin(clusters, within, means) + logDeterminant(clusters, within);
  for (const variance of means.variance) twice += Math.log1p(between / variance);
  const { k } = clusters;
  if (method === "ML") return -0.5 * (twice + k * Math.log(2 * Math.PI));
  return -0.5 * (twice + Math.log(W) - Math.log(k) + (k - 1) * Math.log(2 * Math.PI));
}

/** Sum over studies of (y − mean)'B⁻¹(y − mean): with the Q of the means, the generalised Q. */
export function spreadWithin(clusters: Clusters, within: number, means: StudyMeans): number {
  const { y, v, sei, start, studies, rho } = clusters;
  let total = 0;
  for (let j = 0; j < studies; j++) {
    const mean = means.mean[j]!;
    const shared = rho === 0 ? 0 : sharedError(clusters, within, j, mean);
    for (let i = start[j]!; i < start[j + 1]!; i++) {
      const r = y[i]! - mean;
      total += (r * (r - shared * sei[i]!)) / ((1 - rho) * v[i]! + within);
    }
  }
  return total;
}

function logDeterminant({ v, start, studies, rho }: Clusters, within: number): number {
  let total = 0;
  for (let j = 0; j < studies; j++) {
    let ss = 0;
    for (let i = start[j]!; i < start[j + 1]!; i++) {
      const a = (1 - rho) * v[i]! + within;
      total += Math.log(a);
      ss += v[i]! / a;
    }
    total += Math.log1p(rho * ss);
  }
  return total;
}
