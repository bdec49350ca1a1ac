import type { Effect } from "../escalc/effect";
import type { Interval } from "../interval";
import { isUsable } from "../requireStudies";
import { type Converted, isReason } from "./converted";
import { seFromInterval, seFromP } from "./se";

/** An effect from its interval. */
export interface EffectFromInterval extends Effect {
  /**
   * How far the estimate lies from the middle, in half-widths: 0 where the limits are symmetric. Beyond rounding
   * (a few hundredths) the limits are not of this scale, not a Wald interval, or mistyped.
   */
  readonly asymmetry: number;
}

/** An effect given with its standard error; both on the analysis scale (log for ratios). */
export function effectFromSe(yi: number, se: number): Converted<Effect> {
  return se > 0 && isUsable(yi, se ** 2) ? { yi, vi: se ** 2 } : { reason: "impossible" };
}

/**
 * An effect given with its confidence interval, all on the analysis scale (log for ratios: also hazard ratios). The
 * estimate may touch a limit but not leave them.
 * Parmar, Torri & Stewart (1998), Stat Med 17:2815–2834; Tierney et al. (2007), doi:10.1186/1745-6215-8-16.
 *
 * @param df of the t distribution that the interval was made with; null for the normal.
 * @throws RangeError unless 0 < level < 1.
 */
export function effectFromInterval(
  yi: number,
  limits: Interval,
  level: number,
  df: number | null,
): Converted<EffectFromInterval> {
  const { ciLb, ciUb } = limits;
  if (!(ciLb <= yi && yi <= ciUb)) return { reason: "impossible" };
  const se = seFromInterval(limits, level, df);
  if (isReason(se)) return se;
  const effect = effectFromSe(yi, se);
  return isReason(effect) ? effect : { ...effect, asymmetry: (yi - ciLb - (ciUb - yi)) / (ciUb - ciLb) };
}

/** An effect given with its two-sided p-value; see {@link seFromP}. @throws RangeError unless df > 0. */
export function effectFromP(yi: number, pval: number, df: number | null): Converted<Effect> {
  const se = seFromP(yi, pval, df);
  return isReason(se) ? se : effectFromSe(yi, se);
}

/**
 * Log hazard ratio from a log-rank test: (O − E)/V with variance 1/V, as Peto's odds ratio.
 * Yusuf et al. (1985), doi:10.1016/S0033-0620(85)80003-7; Tierney et al. (2007), doi:10.1186/1745-6215-8-16.
 */
export function effectFromLogRank(observedMinusExpected: number, V: number): Converted<Effect> {
  return V > 0 && isUsable(observedMinusExpected / V, 1 / V)
    ? { yi: observedMinusExpected / V, vi: 1 / V }
    : { reason: "impossible" };
}
