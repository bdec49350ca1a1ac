import type { Measure } from "../../model/measure";
import type { SmdVariance } from "../../model/poolingModel";
import type { ArmData } from "../../model/study";
import { isUsable } from "../requireStudies";
import { oddsRatio, riskDifference, riskRatio } from "./counts";
import type { EffectOrReason } from "./effect";
import { meanDifference, standardisedMeanDifference } from "./means";

/**
 * One study's effect and its sampling variance, on the analysis scale (log for OR and RR).
 *
 * @returns `reason` where the data do not give the measure: they are of another kind, an arm is too small, a ratio is
 *   undefined, or the variance is not a finite number > 0.
 */
export function escalc(
  measure: Measure,
  data: ArmData,
  options: { readonly smdVariance: SmdVariance },
): EffectOrReason {
  const effect = effectOf(measure, data, options.smdVariance);
  if ("reason" in effect) return effect;
  return isUsable(effect.yi, effect.vi) ? effect : { reason: "no-variation" };
}

function effectOf(measure: Measure, data: ArmData, smdVariance: SmdVariance): EffectOrReason {
  switch (data.kind) {
    case "means":
      if (measure === "MD") return meanDifference(data);
      if (measure === "SMD") return standardisedMeanDifference(data, smdVariance);
      break;
    case "counts":
      if (measure === "OR") return oddsRatio(data);
      if (measure === "RR") return riskRatio(data);
      if (measure === "RD") return riskDifference(data);
      break;
    case "given":
      if (measure === "GEN") return { yi: data.yi, vi: data.vi };
      break;
  }
  return { reason: "other-data" };
}
