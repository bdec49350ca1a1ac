import { pnorm, qnorm } from "./distributions/normal";
import { pt, qt } from "./distributions/studentT";

/** Confidence limits, on the scale of the estimate. */
export interface Interval {
  readonly ciLb: number;
  readonly ciUb: number;
}

/**
 * How many standard errors an interval at the level reaches to either side: by t(df), or the normal where df is null.
 * @throws RangeError unless 0 < level < 1.
 */
export function criticalValue(level: number, df: number | null): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie between 0 and 1, not ${level}`);
  const tail = (1 - level) / 2;
  return df === null ? qnorm(tail, "upper") : qt(tail, df, "upper");
}

/** Two-sided p-value of a statistic against t(df), or the normal where df is null. */
export function twoSidedP(statistic: number, df: number | null): number {
  const distance = Math.abs(statistic);
  return 2 * (df === null ? pnorm(distance).upper : pt(distance, df).upper);
}

/**
 * Wald interval of one study's effect, on the scale of `yi`.
 * @throws RangeError unless vi > 0 and 0 < level < 1.
 */
export function confidenceInterval(yi: number, vi: number, level: number): Interval {
  if (!(vi > 0)) throw new RangeError(`confidenceInterval: variance ${vi}`);
  const reach = criticalValue(level, null) * Math.sqrt(vi);
  return { ciLb: yi - reach, ciUb: yi + reach };
}
