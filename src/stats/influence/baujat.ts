import type { NullReason } from "../../model/analysis";
import type { PoolingOptions } from "../../model/poolingModel";
import { pool } from "../pool";
import { leaveOneOut } from "./leaveOneOut";

/** A study's point in Baujat's plot. */
export interface BaujatPoint {
  /** The study's part of Q: (yi − mu)² / (vi + tau2). */
  readonly heterogeneity: number;
  /** Its influence: the squared change of the estimate when it is left out, over the variance of that estimate. */
  readonly influence: number;
}

/**
 * Coordinates of Baujat's plot, both without unit, for the k studies in their order; or the reason why there are none,
 * where k < 2.
 *
 * Baujat's own plot is that of the common effect (`EE` with `z`); other models put their tau2 and their variance in.
 *
 * @param yi k effects on the analysis scale (log for ratios).
 * @param vi k sampling variances > 0, in squared units of `yi`.
 * @param deleted what `leaveOneOut` gives for the same studies and model: nearly all the work, where it is at hand.
 * @throws RangeError as `pool`.
 *
 * Baujat, Mahé, Pignon & Hill (2002), Stat Med 21:2641–2652, doi:10.1002/sim.1221.
 */
export function baujat(
  yi: readonly number[],
  vi: readonly number[],
  model: PoolingOptions,
  deleted: ReturnType<typeof leaveOneOut> = leaveOneOut(yi, vi, model),
): readonly BaujatPoint[] | { readonly reason: NullReason } {
  if ("reason" in deleted) return deleted;
  const full = pool(yi, vi, model);
  return deleted.map((rest, i) => ({
    heterogeneity: (yi[i]! - full.mu) ** 2 / (vi[i]! + full.tau2),
    influence: ((full.mu - rest.mu) / rest.se) ** 2,
  }));
}
