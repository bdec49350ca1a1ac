/** The measures by which two risks can be compared. */
export type RiskMeasure = "OR" | "RR" | "RD";

/**
 * The risk in arm 1 that a pooled effect foretells for a risk in arm 2; null where the measure leads out of 0
 * to 1, as RR and RD may.
 *
 * @param mu the effect on the analysis scale (log for OR and RR).
 * @param risk from 0 to 1.
 * @throws RangeError for a risk outside 0 to 1, or an effect that is not finite.
 */
export function riskFrom(measure: RiskMeasure, mu: number, risk: number): number | null {
  if (!(risk >= 0 && risk <= 1 && Number.isFinite(mu))) throw new RangeError(`riskFrom: effect ${mu} at risk ${risk}`);
  if (measure === "OR") return oddsTimes(mu, risk);
  const other = measure === "RR" ? risk * Math.exp(mu) : risk + mu;
  return other >= 0 && other <= 1 ? other : null;
}

/** The risk whose odds are exp(mu) times as large, without overflow on either side. */
function oddsTimes(mu: number, risk: number): number {
  if (mu > 0) {
    const shrink = Math.exp(-mu);
    return risk === 0 ? 0 : risk / (risk + (1 - risk) * shrink);
  }
  const grow = Math.exp(mu);
  return risk === 1 ? 1 : (risk * grow) / (risk * grow + 1 - risk);
}
