import type { Method } from "../../model/poolingModel";
import { TAU2 } from "../tau2/tau2";
import { weighted } from "../weighted";
import { type MissingEstimator, missingStudies } from "./missingStudies";
import { signedRanks } from "./signedRanks";

/** Where the trimming came to rest. */
export interface Trimmed {
  /** Studies trimmed. */
  readonly k0: number;
  /** The estimate that was rounded to it, or below 0. */
  readonly estimate: number;
  /** The mean of the studies that were kept. */
  readonly centre: number;
  /** False where the number runs in a circle, or tau2 stopped early. */
  readonly converged: boolean;
}

/**
 * Trims the largest effects until as many are trimmed as are estimated to be missing on the other side; null where the
 * estimator does not exist on the way.
 *
 * Under the common effect the centre falls with every study trimmed and the number can only rise, so it comes to rest.
 * With a tau2 anew at each step it may return to a number that it has left: that number is then kept.
 *
 * @param yi k effects in ascending order, and their `vi`.
 * @param method by which the centre is pooled.
 *
 * Duval & Tweedie (2000), Biometrics 56:455–463, doi:10.1111/j.0006-341X.2000.00455.x.
 */
export function trim(
  yi: readonly number[],
  vi: readonly number[],
  estimator: MissingEstimator,
  method: Method,
): Trimmed | null {
  const k = yi.length;
  const tried = new Set<number>();
  for (let k0 = 0; ; ) {
    const keptY = yi.slice(0, k - k0);
    const keptV = vi.slice(0, k - k0);
    const { tau2, converged } = TAU2[method](keptY, keptV);
    const centre = weighted(keptY, keptV, tau2).mu;
    const ranks = signedRanks(yi.map((y) => y - centre));
    const estimate = missingStudies(estimator, ranks, k);
    if (estimate === null) return null;
    const next = Math.max(0, Math.round(estimate));
    if (next === k0) return { k0, estimate, centre, converged };
    tried.add(k0);
    if (tried.has(next)) return { k0, estimate, centre, converged: false };
    k0 = next;
  }
}
