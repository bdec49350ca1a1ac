import type { Clusters } from "./dependentEffects";
import type { Components } from "./likelihood";
import type { StudyMeans } from "./studyMeans";

/** The covariance of the effects of one study: diag((1 − rho) v + within) + rho √v √v' + between·11'. */
export interface WorkingModel extends Components {
  /** The correlation of sampling errors, 0 <= rho < 1. */
  readonly rho: number;
}

/**
 * The row sums M⁻¹1 of the inverse covariance, one per effect, sorted by study: their sum weighs the mean.
 * @param means of the studies at `within`.
 */
export function rowSums(clusters: Clusters, { rho, between, within }: WorkingModel, means: StudyMeans): Float64Array {
  const { k, v, sei, start, studies } = clusters;
  const sums = new Float64Array(k);
  for (let j = 0; j < studies; j++) {
    let Q = 0;
    let sQ = 0;
    for (let i = start[j]!; i < start[j + 1]!; i++) {
      const q = sei[i]! / ((1 - rho) * v[i]! + within);
      Q += q;
      sQ += q * sei[i]!;
    }
    const shared = (rho * Q) / (1 + rho * sQ);
    const shrunk = means.variance[j]! / (means.variance[j]! + between);
    for (let i = start[j]!; i < start[j + 1]!; i++) {
      sums[i] = (shrunk * (1 - shared * sei[i]!)) / ((1 - rho) * v[i]! + within);
    }
  }
  return sums;
}
