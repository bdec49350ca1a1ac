import { quickselect } from "d3";

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

/** What the intervals of many studies have in common, on the analysis scale. */
export interface Bulk {
  readonly min: number;
  readonly max: number;
  readonly centre: number;
  /** How far from the centre the bulk of the limits lies. */
  readonly reach: number;
}

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
  return domainAround(bulkOf(Float64Array.from(all.flatMap(({ lb, ub }) => [lb, ub]))), pooled);
}

/** The same for a bulk that is already known; null where there is nothing to show. */
export function domainAround(bulk: Bulk | null, pooled: readonly Extent[]): readonly [number, number] {
  if (bulk === null) return [-1, 1];
  const { min, max, centre } = bulk;
  const reach = STRETCH * bulk.reach;
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

/**
 * The bulk of intervals; selected, not sorted, since there may be thousands.
 *
 * @param limits lower and upper limit of each interval in turn; those that are not finite do not count.
 */
export function bulkOf(limits: Float64Array): Bulk | null {
  const finite = limits.filter(Number.isFinite);
  if (finite.length === 0) return null;
  const centre = medianOf(Float64Array.from({ length: limits.length / 2 }, (_, i) => middle(limits, i)));
  const distances = finite.map((limit) => Math.abs(limit - centre));
  const bulk = Math.ceil(BULK * (distances.length - 1));
  quickselect(distances, bulk);
  return {
    min: finite.reduce((least, limit) => Math.min(least, limit)),
    max: finite.reduce((most, limit) => Math.max(most, limit)),
    centre,
    reach: distances[bulk]!,
  };
}

function middle(limits: Float64Array, i: number): number {
  return (limits[2 * i]! + limits[2 * i + 1]!) / 2;
}

/** The median of the finite values, 0 without any. */
function medianOf(values: Float64Array): number {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return 0;
  const lower = (finite.length - 1) >> 1;
  quickselect(finite, lower);
  if (finite.length % 2 === 1) return finite[lower]!;
  const upper = finite.subarray(lower + 1).reduce((least, value) => Math.min(least, value));
  return (finite[lower]! + upper) / 2;
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
