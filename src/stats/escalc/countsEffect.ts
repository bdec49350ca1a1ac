import type { CountsMeasure } from "../../model/measure";
import type { CountsData } from "../../model/study";
import { arcsineDifference, oddsRatio, petoOddsRatio, riskDifference, riskRatio } from "./counts";
import { type EffectOrReason, usable } from "./effect";
import type { ZeroCells } from "./zeroCells";

/**
 * One study's effect from events in two arms, on the analysis scale: log for OR, RR and PETO, a proportion for RD,
 * radians for AS.
 *
 * @param zeros the rule for zero cells; PETO and AS need none and ignore it.
 * @returns `reason` where the counts cannot be, a ratio is undefined, or the variance is 0.
 */
export function countsEffect(measure: CountsMeasure, data: CountsData, zeros: ZeroCells): EffectOrReason {
  const { ai, n1i, ci, n2i } = data;
  if (!(isCount(ai, n1i) && isCount(ci, n2i))) return { reason: "impossible" };
  const effect = effectOf(measure, data, zeros);
  if (!("reason" in effect) && !Number.isFinite(effect.yi)) return { reason: "zero-cell" };
  return usable(effect);
}

/** True for events among participants; both may be fractions, as after an adjustment for clusters. */
function isCount(events: number, n: number): boolean {
  return events >= 0 && events <= n && n >= 1 && n < Infinity;
}

function effectOf(measure: CountsMeasure, data: CountsData, zeros: ZeroCells): EffectOrReason {
  switch (measure) {
    case "OR":
      return oddsRatio(data, zeros);
    case "RR":
      return riskRatio(data, zeros);
    case "RD":
      return riskDifference(data, zeros);
    case "PETO":
      return petoOddsRatio(data);
    case "AS":
      return arcsineDifference(data);
  }
}
