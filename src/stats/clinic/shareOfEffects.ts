import { pnorm } from "../distributions/normal";
import { criticalValue, type Interval } from "../interval";

/** The share of true effects above a threshold, from 0 to 1, with its interval by the delta method. */
export interface Share extends Interval {
  readonly above: number;
  readonly se: number;
}

/** What the share is computed from, on the analysis scale. */
export interface EffectsDistribution {
  readonly mu: number;
  /** The standard error of mu. */
  readonly se: number;
  readonly tau2: number;
  /** The standard error of tau2. */
  readonly seTau2: number;
}

/**
 * The share of true effects that lie above a threshold, where these are normal about mu with variance tau2: a
 * description of the studies' settings, without the doubt about mu that `predictiveShares` adds. Limits are cut at 0
 * and 1. There is none where tau2 = 0: all effects are then one.
 *
 * @param threshold on the analysis scale (log for ratios).
 * @param level of the interval, 0.95.
 * @throws RangeError unless all are finite, se and seTau2 >= 0, tau2 >= 0 and 0 < level < 1.
 *
 * Mathur & VanderWeele (2019), Stat Med 38:1336–1342, doi:10.1002/sim.8057.
 */
export function shareOfEffects(
  { mu, se, tau2, seTau2 }: EffectsDistribution,
  threshold: number,
  level: number,
): Share | { readonly reason: "no-heterogeneity" } {
  const sizes = [se, tau2, seTau2];
  if (!(Number.isFinite(mu) && Number.isFinite(threshold) && sizes.every((size) => size >= 0 && size < Infinity))) {
    throw new RangeError(`shareOfEffects: mu ${mu}, threshold ${threshold}, sizes ${sizes.join(", ")}`);
  }
  if (tau2 === 0) return { reason: "no-heterogeneity" };
  const distance = (threshold - mu) / Math.sqrt(tau2);
  const density = Math.exp((-distance * distance) / 2) / Math.sqrt(2 * Math.PI);
  const above = pnorm(distance).upper;
  const shareSe = density * Math.hypot(se / Math.sqrt(tau2), (seTau2 * distance) / (2 * tau2));
  const reach = criticalValue(level, null) * shareSe;
  return { above, se: shareSe, ciLb: Math.max(0, above - reach), ciUb: Math.min(1, above + reach) };
}
