import { qnorm } from "../distributions/normal";
import { qt } from "../distributions/studentT";
import { criticalValue, type Interval } from "../interval";
import type { Converted } from "./converted";

/**
 * Standard error from a confidence interval: its width over two critical values, exact ones and not 1.96.
 * Cochrane Handbook 6.5.2.2 and 6.3.1.
 *
 * @param limits on the analysis scale: logarithms for ratios.
 * @param df of the t distribution that the interval was made with; null for the normal.
 * @throws RangeError unless 0 < level < 1 and df > 0.
 */
export function seFromInterval({ ciLb, ciUb }: Interval, level: number, df: number | null): Converted<number> {
  const reach = criticalValue(level, df);
  return positive((ciUb - ciLb) / (2 * reach));
}

/** Standard error from an estimate and its test statistic, z or t. Cochrane Handbook 6.5.2.3. */
export function seFromStatistic(estimate: number, statistic: number): Converted<number> {
  if (!(Number.isFinite(estimate) && Number.isFinite(statistic))) return { reason: "impossible" };
  // 0/0 leaves the standard error open; one 0 alone contradicts itself, and is not a positive quotient.
  return estimate === 0 && statistic === 0 ? { reason: "no-information" } : positive(estimate / statistic);
}

/**
 * Standard error from an estimate and its two-sided p-value. Cochrane Handbook 6.5.2.3 and 6.3.2. A bound such as
 * "p < 0.05" taken as 0.05 gives a standard error that is too large: a cautious choice.
 *
 * @param df of the t distribution that p was read from; null for the normal.
 * @throws RangeError unless df > 0.
 */
export function seFromP(estimate: number, pval: number, df: number | null): Converted<number> {
  if (!(Number.isFinite(estimate) && pval >= 0 && pval <= 1)) return { reason: "impossible" };
  if (estimate === 0 || pval === 0 || pval === 1) return { reason: "no-information" };
  const statistic = df === null ? qnorm(pval / 2, "upper") : qt(pval / 2, df, "upper");
  return positive(Math.abs(estimate) / statistic);
}

function positive(se: number): Converted<number> {
  return se > 0 && se < Infinity ? se : { reason: "impossible" };
}
