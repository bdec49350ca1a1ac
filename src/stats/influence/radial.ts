import { criticalValue } from "../interval";
import type { Fit } from "../pool";
import { requireStudies } from "../requireStudies";

/** Galbraith's radial plot: effects over their standard errors, in which a line from the origin has an effect's slope. */
export interface Radial {
  /** k points: `x` the inverse standard error √(1 / (vi + tau2)), `z` the effect in standard errors. */
  readonly points: readonly { readonly x: number; readonly z: number }[];
  /** Slope of the pooled line and of the limits of its interval, in units of the effect. */
  readonly slope: number;
  readonly slopeLb: number;
  readonly slopeUb: number;
  /** About `level` of the points lie within this distance of the pooled line, measured along z. */
  readonly band: number;
}

/**
 * Coordinates of the radial plot of k studies about a fit of them.
 *
 * @param yi k effects on the analysis scale (log for ratios).
 * @param vi k sampling variances > 0, in squared units of `yi`.
 * @param fit their pooled result; its tau2 widens each study's standard error.
 * @param level of the band, 0.95.
 * @throws RangeError as `requireStudies`, or unless 0 < level < 1.
 *
 * Galbraith (1988), Stat Med 7:889–894, doi:10.1002/sim.4780070807.
 */
export function radial(
  yi: readonly number[],
  vi: readonly number[],
  fit: Pick<Fit, "mu" | "tau2" | "ciLb" | "ciUb">,
  level: number,
): Radial {
  requireStudies("radial", yi, vi);
  const points = yi.map((y, i) => {
    const x = Math.sqrt(1 / (vi[i]! + fit.tau2));
    return { x, z: y * x };
  });
  return { points, slope: fit.mu, slopeLb: fit.ciLb, slopeUb: fit.ciUb, band: criticalValue(level, null) };
}
