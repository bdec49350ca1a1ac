import type { NullReason } from "../../model/analysis";
import type { PoolingOptions } from "../../model/poolingModel";
import { type Fit, pool } from "../pool";

/**
 * The k pooled results that are left when each study in turn is left out, in the order of the studies; or the reason
 * why there are none, where k < 2.
 *
 * Each fit is that of `pool` on the other k − 1 studies, with weights for these, in their order.
 *
 * @param yi k effects on the analysis scale (log for ratios).
 * @param vi k sampling variances > 0, in squared units of `yi`.
 * @throws RangeError as `pool`.
 *
 * Viechtbauer & Cheung (2010), Res Synth Methods 1:112–125, doi:10.1002/jrsm.11.
 */
export function leaveOneOut(
  yi: readonly number[],
  vi: readonly number[],
  model: PoolingOptions,
): readonly Fit[] | { readonly reason: NullReason } {
  if (yi.length === 1) return { reason: "needs-two-studies" };
  return yi.map((_, left) => pool(without(yi, left), without(vi, left), model));
}

function without(values: readonly number[], left: number): number[] {
  const rest = values.slice();
  rest.splice(left, 1);
  return rest;
}
