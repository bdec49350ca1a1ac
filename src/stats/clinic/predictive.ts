import type { NullReason } from "../../model/analysis";
import type { PoolingModel, Predint } from "../../model/poolingModel";
import { pnorm } from "../distributions/normal";
import { pt } from "../distributions/studentT";
import { criticalValue } from "../interval";
import type { Fit } from "../pool";

/** Probabilities, summing to 1, of a true effect below `low`, between the two and above `high`. */
export interface PredictiveShares {
  readonly below: number;
  readonly between: number;
  readonly above: number;
}

/**
 * Where the true effect of a new setting is expected to lie, by the predictive distribution whose interval the fit
 * shows: t about mu with variance tau2 + SE², its degrees of freedom and SE as `predint` names them. null's reason is
 * that of the prediction interval.
 *
 * @param fit from `pool` under `model`.
 * @param low and `high`, on the analysis scale (log for ratios): the smallest differences that matter, or one threshold
 *   given twice.
 * @throws RangeError unless low <= high, both finite.
 *
 * Higgins, Thompson & Spiegelhalter (2009), J R Stat Soc A 172:137–159, doi:10.1111/j.1467-985X.2008.00552.x.
 */
export function predictiveShares(
  fit: Pick<Fit, "k" | "mu" | "predint" | "predintReason">,
  { predint, level }: Pick<PoolingModel, "predint" | "level">,
  low: number,
  high: number,
): PredictiveShares | { readonly reason: NullReason } {
  if (!(Number.isFinite(low) && low <= high && Number.isFinite(high))) {
    throw new RangeError(`predictiveShares: thresholds ${low} and ${high}`);
  }
  if (!fit.predint) return { reason: fit.predintReason ?? "needs-two-studies" };
  const df = degreesOfFreedom(fit.k, predint);
  const scale = (fit.predint.piUb - fit.predint.piLb) / 2 / criticalValue(level, df);
  const tails = (threshold: number) => {
    const distance = (threshold - fit.mu) / scale;
    return df === null ? pnorm(distance) : pt(distance, df);
  };
  const atLow = tails(low);
  const atHigh = tails(high);
  // The smaller tails keep their digits in the difference.
  const between = low > fit.mu ? atLow.upper - atHigh.upper : atHigh.lower - atLow.lower;
  return { below: atLow.lower, between: Math.max(0, between), above: atHigh.upper };
}

function degreesOfFreedom(k: number, predint: Predint): number | null {
  if (predint === "z") return null;
  return predint === "V" || predint === "HK" ? k - 1 : k - 2;
}
