import type { BinAxis, SubsetRegion, Subsets } from "./subsets";

/** Half-open stretches of wider bins along both axes. */
export interface RegionBins {
  readonly estimate: readonly [from: number, to: number];
  readonly spread: readonly [from: number, to: number];
}

/** How many of the axis's bins one of a study's bins holds. */
export function widerBy({ rowIds, estimateAxis, estimateByStudy }: Subsets): number {
  return Math.max(1, Math.round((estimateAxis.bins * rowIds.length) / estimateByStudy.length));
}

/** How many wider bins each axis has. */
export function widerBins(subsets: Subsets): { readonly estimate: number; readonly spread: number } {
  const k = subsets.rowIds.length;
  return { estimate: subsets.estimateByStudy.length / k, spread: subsets.spreadByStudy.length / k };
}

/** The value at the lower edge of a bin, when the axis has `bins` of them. */
export function edgeOf({ min, max }: BinAxis, bin: number, bins: number): number {
  return min + ((max - min) * bin) / bins;
}

/** Subsets on either side of no effect, by their estimate. */
export function sidesOf({ joint, estimateAxis, spreadAxis, total }: Subsets): {
  readonly below: number;
  readonly above: number;
} {
  const { min, max, bins } = estimateAxis;
  const edge = max > min ? Math.round((-min / (max - min)) * bins) : min < 0 ? bins : 0;
  let below = 0;
  for (let at = 0; at < Math.min(bins, Math.max(0, edge)) * spreadAxis.bins; at++) below += joint[at] ?? 0;
  return { below, above: total - below };
}

/** All subsets along one axis, in wider bins. */
export function marginOf(subsets: Subsets, axis: "estimate" | "spread"): Float64Array {
  const wider = widerBy(subsets);
  const counts = countsAlong(subsets, axis);
  const margin = new Float64Array(widerBins(subsets)[axis]);
  for (let bin = 0; bin < counts.length; bin++) margin[Math.floor(bin / wider)]! += counts[bin]!;
  return margin;
}

/** All subsets along one axis, in its own bins. */
export function countsAlong({ joint, estimateAxis, spreadAxis }: Subsets, axis: "estimate" | "spread"): Float64Array {
  const counts = new Float64Array(axis === "estimate" ? estimateAxis.bins : spreadAxis.bins);
  for (let e = 0, at = 0; e < estimateAxis.bins; e++) {
    for (let s = 0; s < spreadAxis.bins; s++, at++) counts[axis === "estimate" ? e : s]! += joint[at]!;
  }
  return counts;
}

/** The subsets that hold a study along one axis, in wider bins. */
export function marginOfStudy(subsets: Subsets, axis: "estimate" | "spread", place: number): Uint32Array {
  const all = axis === "estimate" ? subsets.estimateByStudy : subsets.spreadByStudy;
  const bins = widerBins(subsets)[axis];
  return all.subarray(place * bins, (place + 1) * bins);
}

/** The wider bins that a region covers: at least one each way. */
export function binsWithin(subsets: Subsets, region: SubsetRegion): RegionBins {
  const bins = widerBins(subsets);
  return {
    estimate: stretch(region.estimate, subsets.estimateAxis, bins.estimate),
    spread: stretch(region.spread, subsets.spreadAxis, bins.spread),
  };
}

function stretch([lo, hi]: readonly [number, number], axis: BinAxis, bins: number): readonly [number, number] {
  const width = axis.max - axis.min;
  const bin = (value: number) => (width > 0 ? Math.round(((value - axis.min) / width) * bins) : 0);
  const from = Math.min(bins - 1, Math.max(0, bin(lo)));
  return [from, Math.min(bins, Math.max(from + 1, bin(hi)))];
}

/** Subsets within a region; `joint` may be that of the same axes for other subsets. */
export function countWithin(subsets: Subsets, { estimate, spread }: RegionBins, joint = subsets.joint): number {
  const wider = widerBy(subsets);
  let count = 0;
  for (let e = estimate[0] * wider; e < estimate[1] * wider; e++) {
    const row = e * subsets.spreadAxis.bins;
    for (let s = spread[0] * wider; s < spread[1] * wider; s++) count += joint[row + s] ?? 0;
  }
  return count;
}
