import type { Pooled } from "../../model/analysis";
import type { LensOrigin, People, RiskReading } from "../../model/lens";
import type { Measure } from "../../model/measure";
import type { Row } from "../../model/study";
import { absoluteEffect, type RiskMeasure } from "../../stats/index";
import { median } from "./median";

/** What a measure of events does to a risk; null for those that move none by themselves. Peto's is an odds ratio. */
function riskMeasure(measure: Measure): RiskMeasure | null {
  if (measure === "PETO") return "OR";
  return measure === "OR" || measure === "RR" || measure === "RD" ? measure : null;
}

/**
 * A result in people, at the reader's risk without the intervention, else at the median risk of the control arms among
 * the pooled rows; null for measures that do not move a risk.
 */
export function riskReading(
  pooled: Pooled,
  measure: Measure,
  rows: readonly Row[],
  readerRisk: number | null,
): RiskReading | null {
  const moves = riskMeasure(measure);
  const risks = rows.flatMap(({ data }) => (data.kind === "counts" ? [data.ci / data.n2i] : []));
  if (!moves || risks.length === 0) return null;
  const baseline = readerRisk ?? median(risks);
  const origin: LensOrigin = readerRisk === null ? "control-arms" : "reader";
  const average = peopleAt(moves, pooled.mu, pooled.ciLb, pooled.ciUb, baseline);
  const { predint } = pooled;
  return {
    baseline,
    origin,
    arms: risks.length,
    lowest: Math.min(...risks),
    highest: Math.max(...risks),
    average,
    predicted: predint && peopleAt(moves, pooled.mu, predint.piLb, predint.piUb, baseline),
  };
}

function peopleAt(measure: RiskMeasure, mu: number, ciLb: number, ciUb: number, baseline: number): People | null {
  const found = absoluteEffect(measure, mu, { ciLb, ciUb }, baseline);
  return "reason" in found ? null : found;
}
