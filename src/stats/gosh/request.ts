import { requireStudies } from "../requireStudies";
import { MOST_BINS, STUDY_SHIFT } from "./counts";

/** Axes of the histogram: `bins` of equal width from `min` to `max`; what lies beyond is counted in the outer bins. */
export interface Axis {
  readonly min: number;
  readonly max: number;
  readonly bins: number;
}

/** Which model is fitted to each subset, and what is drawn against its estimate: I², tau², or how many studies it has. */
export type GoshModel =
  | { readonly method: "EE"; readonly spread: "I2" | "k" }
  | { readonly method: "DL" | "REML"; readonly spread: "I2" | "tau2" | "k" };

/** A request for the results of the subsets of k studies. */
export interface GoshRequest {
  /** k effects on the analysis scale (log for ratios). */
  readonly yi: readonly number[];
  /** k sampling variances > 0, in squared units of `yi`. */
  readonly vi: readonly number[];
  readonly model: GoshModel;
  /** The estimate's axis, in units of `yi`. */
  readonly estimate: Axis;
  /** The axis of I² (percent), of tau2 (squared units of `yi`) or of the number of studies. */
  readonly spread: Axis;
}

/** How many subsets have been fitted, of how many. */
export interface GoshProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * Axes that hold every subset: the range of the effects for the estimate, 0 to 100 for I², 0 to half the squared range
 * for tau2, beyond which no DerSimonian–Laird estimate lies (a REML estimate may, and is counted in the last bin); for
 * numbers of studies as many bins to each as a study's own counts have in one.
 */
export function goshAxes(
  yi: readonly number[],
  spread: GoshModel["spread"],
  bins: { readonly estimate: number; readonly spread: number } = { estimate: 256, spread: 128 },
): { readonly estimate: Axis; readonly spread: Axis } {
  let min = Infinity;
  let max = -Infinity;
  for (const y of yi) {
    if (y < min) min = y;
    if (y > max) max = y;
  }
  const estimate = { min, max, bins: bins.estimate };
  if (spread === "k") {
    return { estimate, spread: { min: 0.5, max: yi.length + 0.5, bins: yi.length << STUDY_SHIFT } };
  }
  const top = spread === "I2" ? 100 : (max - min) ** 2 / 2;
  return { estimate, spread: { min: 0, max: top, bins: bins.spread } };
}

/**
 * Guards the public functions against misuse.
 * @throws RangeError as `requireStudies`, or for an axis that is not finite or has no whole number of bins up to 256.
 */
export function requireRequest({ yi, vi, estimate, spread }: GoshRequest): void {
  requireStudies("gosh", yi, vi);
  for (const { min, max, bins } of [estimate, spread]) {
    const isCount = Number.isInteger(bins) && bins > 0 && bins <= MOST_BINS;
    if (Number.isFinite(min) && Number.isFinite(max) && max >= min && isCount) continue;
    throw new RangeError(`gosh: an axis from ${min} to ${max} in ${bins} bins`);
  }
}
