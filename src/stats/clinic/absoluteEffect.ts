import type { Interval } from "../interval";
import { type NumberNeeded, numberNeeded } from "./numberNeeded";
import { type RiskMeasure, riskFrom } from "./riskFrom";

/** A pooled effect at one baseline risk, in people. */
export interface AbsoluteEffect {
  /** The risk with the intervention, and its limits, from 0 to 1. */
  readonly risk: number;
  readonly riskLb: number;
  readonly riskUb: number;
  /** True where a limit of RR or RD led out of 0 to 1 and stands at the end of it. */
  readonly cut: boolean;
  /** Events more (or, below 0, fewer) among 1,000 people, and its limits. */
  readonly perThousand: number;
  readonly perThousandLb: number;
  readonly perThousandUb: number;
  readonly needed: NumberNeeded;
}

/**
 * What an effect on risk comes to among people whose risk without the intervention is known; or the reason why it
 * cannot be told: the estimate itself leads out of 0 to 1.
 *
 * @param mu the pooled effect on the analysis scale (log for OR and RR).
 * @param limits of its confidence interval, or of its prediction interval; on the same scale.
 * @param baseline the risk without the intervention, from 0 to 1; its own uncertainty is not counted.
 * @throws RangeError unless 0 <= baseline <= 1 and ciLb <= mu <= ciUb, all finite.
 *
 * Higgins & Green (2011), Cochrane Handbook version 5.1, sections 12.5.4.1 to 12.5.4.5.
 */
export function absoluteEffect(
  measure: RiskMeasure,
  mu: number,
  { ciLb, ciUb }: Interval,
  baseline: number,
): AbsoluteEffect | { readonly reason: "risk-out-of-range" } {
  if (!(ciLb <= mu && mu <= ciUb)) throw new RangeError(`absoluteEffect: ${mu} within ${ciLb} to ${ciUb}`);
  const risk = riskFrom(measure, mu, baseline);
  if (risk === null) return { reason: "risk-out-of-range" };
  const low = riskFrom(measure, ciLb, baseline);
  const high = riskFrom(measure, ciUb, baseline);
  // Lower limits can only leave at 0, upper ones at 1: the estimate between them did not.
  const riskLb = low ?? 0;
  const riskUb = high ?? 1;
  return {
    risk,
    riskLb,
    riskUb,
    cut: low === null || high === null,
    perThousand: 1000 * (risk - baseline),
    perThousandLb: 1000 * (riskLb - baseline),
    perThousandUb: 1000 * (riskUb - baseline),
    needed: numberNeeded(risk - baseline, riskLb - baseline, riskUb - baseline),
  };
}
