import { STUDY_SHIFT, studyBins } from "./counts";
import type { Axis, GoshRequest } from "./request";
import {
  blockEstimate,
  blockSpread,
  joint,
  lowEstimates,
  lowSpreads,
  middleEstimates,
  middleSpreads,
} from "./workspace";

/** Bins per unit; 0 for an axis without width, which counts all in its first bin. */
export function binsPerUnit({ min, max, bins }: Axis): number {
  return max > min ? bins / (max - min) : 0;
}

/** The bin in which a value falls, the outer ones for values beyond the axis. */
export function binOf(value: number, min: number, perUnit: number, bins: number): number {
  const place = (value - min) * perUnit;
  if (!(place > 0)) return 0;
  return place < bins ? place | 0 : bins - 1;
}

/**
 * Counts the block in the workspace, into the counts there: once jointly, and along each axis in the row of its low and
 * of its middle subset. A study's counts are sums of such rows, so that no subset is counted once for each study it holds.
 *
 * @param row of the middle subset.
 * @param first the first place of the block to count: 1 in block 0, whose place 0 is the empty subset.
 */
export function tallyBlock(
  size: number,
  axes: Pick<GoshRequest, "estimate" | "spread">,
  row: number,
  first: number,
): void {
  const estimate = blockEstimate;
  const spread = blockSpread;
  const all = joint;
  const lowEstimate = lowEstimates;
  const lowSpread = lowSpreads;
  const middleEstimate = middleEstimates;
  const middleSpread = middleSpreads;
  const eBins = axes.estimate.bins;
  const eMin = axes.estimate.min;
  const eRate = binsPerUnit(axes.estimate);
  const sBins = axes.spread.bins;
  const sMin = axes.spread.min;
  const sRate = binsPerUnit(axes.spread);
  const eRow = studyBins(axes.estimate);
  const sRow = studyBins(axes.spread);
  for (let l = first; l < size; l++) {
    const e = binOf(estimate[l]!, eMin, eRate, eBins);
    const s = binOf(spread[l]!, sMin, sRate, sBins);
    all[e * sBins + s]!++;
    lowEstimate[l * eRow + (e >> STUDY_SHIFT)]!++;
    lowSpread[l * sRow + (s >> STUDY_SHIFT)]!++;
    middleEstimate[row * eRow + (e >> STUDY_SHIFT)]!++;
    middleSpread[row * sRow + (s >> STUDY_SHIFT)]!++;
  }
}
