import type { PoolingOptions } from "../../model/poolingModel";
import { type Fit, pool } from "../pool";

/**
 * Cumulative meta-analysis: the k pooled results after each study joins, the first holding one study and the last all.
 *
 * @param yi k effects on the analysis scale (log for ratios).
 * @param vi k sampling variances > 0, in squared units of `yi`.
 * @param order the k places of `yi`, in the order in which the studies join: by year, by precision, by effect.
 * @throws RangeError if `order` does not name every study once, else as `pool`.
 *
 * Lau et al. (1992), N Engl J Med 327:248–254, doi:10.1056/NEJM199207233270406.
 */
export function cumulative(
  yi: readonly number[],
  vi: readonly number[],
  order: readonly number[],
  model: PoolingOptions,
): readonly Fit[] {
  requirePermutation(order, yi.length);
  const y = order.map((place) => yi[place]!);
  const v = order.map((place) => vi[place]!);
  return order.map((_, last) => pool(y.slice(0, last + 1), v.slice(0, last + 1), model));
}

function requirePermutation(order: readonly number[], k: number): void {
  const places = new Set(order);
  const inRange = order.every((place) => Number.isInteger(place) && place >= 0 && place < k);
  if (order.length !== k || places.size !== k || !inRange) {
    throw new RangeError(`cumulative: the order must name each of ${k} studies once, not ${order.join(", ")}`);
  }
}
