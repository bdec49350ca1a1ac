import { requireStudies } from "../requireStudies";
import { subsetBlocks } from "./blocks";
import type { GoshModel } from "./request";
import { blockEstimate, blockSpread } from "./workspace";

const MAX_STUDIES = 16;

/**
 * The estimate and the spread of every subset of few studies (k <= 16), by its bits: study i is in subset s where bit i
 * of s is set. Both arrays have 2^k places; place 0, the empty subset, is not a result and holds 0.
 *
 * @param yi k effects on the analysis scale (log for ratios).
 * @param vi k sampling variances > 0, in squared units of `yi`.
 * @throws RangeError for k > 16, else as `requireStudies`.
 */
export function goshPoints(
  yi: readonly number[],
  vi: readonly number[],
  model: GoshModel,
): { readonly estimate: Float64Array; readonly spread: Float64Array } {
  requireStudies("goshPoints", yi, vi);
  if (yi.length > MAX_STUDIES) throw new RangeError(`goshPoints: ${yi.length} studies have too many subsets`);
  const blocks = subsetBlocks({ yi, vi, model });
  const estimate = new Float64Array(2 ** yi.length);
  const spread = new Float64Array(2 ** yi.length);
  for (let h = 0; h < blocks.count; h++) {
    blocks.fill(h);
    estimate.set(blockEstimate.subarray(0, blocks.size), h * blocks.size);
    spread.set(blockSpread.subarray(0, blocks.size), h * blocks.size);
  }
  estimate[0] = 0;
  spread[0] = 0;
  return { estimate, spread };
}
