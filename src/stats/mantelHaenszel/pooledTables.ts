import { criticalValue, type Interval, twoSidedP } from "../interval";

/** An effect pooled from 2×2 tables under the common effect, on the analysis scale (log for OR and RR). */
export interface PooledTables extends Interval {
  /** Tables that say something about the effect. */
  readonly k: number;
  readonly mu: number;
  readonly se: number;
  /** mu / se, to be read against the normal. */
  readonly statistic: number;
  readonly pval: number;
  /** Each table's share in percent, in the order given. */
  readonly weights: readonly number[];
}

/** Why tables give no pooled effect. */
export type TablesReason =
  | "ratio-at-limit" // the pooled ratio is 0, infinite or 0/0: the events lie in one arm only, or there are none
  | "no-variation"; // the pooled variance is not above 0: no table has both events and non-events to compare

export type PooledTablesOrReason = PooledTables | { readonly reason: TablesReason };

/** Wald's interval and test at `level` for a pooled effect, with the tables' weights as percents of their sum. */
export function pooledTables(
  fit: { readonly k: number; readonly mu: number; readonly variance: number; readonly parts: readonly number[] },
  level: number,
): PooledTables {
  const { k, mu, parts } = fit;
  const se = Math.sqrt(fit.variance);
  const reach = criticalValue(level, null) * se;
  const statistic = mu / se;
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const weights = parts.map((part) => (100 * part) / whole);
  return { k, mu, se, ciLb: mu - reach, ciUb: mu + reach, statistic, pval: twoSidedP(statistic, null), weights };
}
