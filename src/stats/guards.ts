import type { Test } from "../model/poolingModel";
import { criticalValue, type Interval, twoSidedP } from "./interval";

/** The parts of a fit that its interval is made of. */
export interface IntervalInput {
  /** Degrees of freedom of the spread about the mean: k − 1, or those that groups share. */
  readonly df: number;
  readonly mu: number;
  readonly waldSe: number;
  /** The Hartung-Knapp standard error, sqrt(q) times Wald's with q = sum wi (yi − mu)² / df; null where the
   * effects are equal: q = 0 says nothing. */
  readonly knhaSe: number | null;
}

/** The interval of a mean on the analysis scale, and its test against 0. */
export interface Inference extends Interval {
  readonly se: number;
  /** mu / se, to be read against the normal (df null) or against t(df). */
  readonly statistic: number;
  readonly df: number | null;
  readonly pval: number;
}

/**
 * Interval and test of a pooled mean, with the guards against a Hartung-Knapp interval that is narrower than Wald's
 * where the effects happen to agree. With k = 1 there are no degrees of freedom, and every method is Wald's; with equal
 * effects `knha` and `wider` are.
 *
 * The p-value of `wider` belongs to the interval that was taken, so that both say the same; it can change with the
 * level.
 *
 * @throws RangeError unless 0 < level < 1.
 *
 * Guard max(1, q): Knapp & Hartung (2003), doi:10.1002/sim.1482; Röver, Knapp & Friede (2015),
 * doi:10.1186/s12874-015-0091-1. The wider of the two: Jackson, Law, Rücker & Schwarzer (2017), doi:10.1002/sim.7411.
 */
export function inference(fit: IntervalInput, method: Test, level: number): Inference {
  const { df, waldSe, knhaSe } = fit;
  const wald = inferenceBy(fit, waldSe, null, level);
  if (df < 1 || method === "z") return wald;
  if (method === "t") return inferenceBy(fit, waldSe, df, level);
  if (method === "adhoc") return inferenceBy(fit, Math.max(waldSe, knhaSe ?? 0), df, level);
  if (knhaSe === null) return wald;
  const knha = inferenceBy(fit, knhaSe, df, level);
  return method === "wider" && wald.ciUb - wald.ciLb > knha.ciUb - knha.ciLb ? wald : knha;
}

function inferenceBy({ mu }: IntervalInput, se: number, df: number | null, level: number): Inference {
  const reach = criticalValue(level, df) * se;
  const statistic = mu / se;
  return { se, ciLb: mu - reach, ciUb: mu + reach, statistic, df, pval: twoSidedP(statistic, df) };
}
