import { extent, median } from "d3";

/** An interval on the analysis scale. */
export interface Extent {
  readonly lb: number;
  readonly ub: number;
}

const BULK = 0.7; // share of interval limits that sets the reach of the axis
const STRETCH = 2; // how far beyond the bulk a limit is still followed
const WORTH_CLIPPING = 1.8; // clipping that gains less room than this is not done
const POOLED_STRETCH = 2; // pooled intervals matter more, so the axis follows them further
const SIDE_ROOM = 0.2; // least share of the axis on either side of no effect
const SYMMETRIC = 0.5; // sides this near in length are made equal

/**
 * The part of the effect axis to show, on the analysis scale: no effect, the bulk of the studies' intervals and the
 * pooled intervals. Single outlying limits are left outside (the figure draws arrows there), so that one imprecise
 * study does not squeeze all others.
 *
 * @param studies intervals of the studies; an estimate without an interval has lb = ub.
 * @param pooled confidence and prediction intervals of pooled results.
 */
export function effectDomain(studies: readonly Extent[], pooled: readonly Extent[]): readonly [number, number] {
  const all = studies.length > 0 ? studies : pooled;
  const limits = all.flatMap(({ lb, ub }) => [lb, ub]).filter(Number.isFinite);
  const [min, max] = extent(limits);
  if (min === undefined || max === undefined) return [-1, 1];

  const centre = median(all, ({ lb, ub }) => (lb + ub) / 2) ?? 0;
  const distances = Float64Array.from(limits, (limit) => Math.abs(limit - centre)).sort();
  const reach = STRETCH * (distances[Math.ceil(BULK * (distances.length - 1))] ?? 0);
  let lo = Math.max(min, centre - reach);
  let hi = Math.min(max, centre + reach);
  if (max - min <= WORTH_CLIPPING * (hi - lo)) [lo, hi] = [min, max];

  const room = POOLED_STRETCH * Math.max(reach, hi - centre, centre - lo);
  for (const { lb, ub } of pooled) {
    lo = Math.min(lo, Math.max(lb, centre - room));
    hi = Math.max(hi, Math.min(ub, centre + room));
  }
  return withSides(Math.min(lo, 0), Math.max(hi, 0));
}

/** Room on both sides of no effect for its two labels, and equal sides where they nearly are. */
function withSides(lo: number, hi: number): readonly [number, number] {
  if (lo === hi) return [-1, 1];
  const longer = Math.max(-lo, hi);
  const shorter = Math.min(-lo, hi);
  if (shorter >= SYMMETRIC * longer) return [-longer, longer];
  const least = (SIDE_ROOM * longer) / (1 - SIDE_ROOM);
  return [Math.min(lo, -least), Math.max(hi, least)];
}
