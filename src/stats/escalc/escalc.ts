import { isOfCounts, isOfMeans, type Measure } from "../../model/measure";
import type { EffectOptions } from "../../model/poolingModel";
import type { ArmData } from "../../model/study";
import { countsEffect } from "./countsEffect";
import { type EffectOrReason, usable } from "./effect";
import { meansEffect } from "./meansEffect";
import { zeroCellsOf } from "./zeroCells";

const OTHER_DATA: EffectOrReason = { reason: "other-data" };

/**
 * One study's effect and its sampling variance, on the analysis scale (log for ratios).
 *
 * @returns `reason` where the data do not give the measure: they are of another kind, an arm is too small, a ratio is
 *   undefined, or the variance is not a finite number > 0.
 */
export function escalc(measure: Measure, data: ArmData, { smdVariance, zeroCells }: EffectOptions): EffectOrReason {
  switch (data.kind) {
    case "means":
      return isOfMeans(measure) ? meansEffect(measure, data, smdVariance) : OTHER_DATA;
    case "counts":
      return isOfCounts(measure) ? countsEffect(measure, data, zeroCellsOf(zeroCells, measure)) : OTHER_DATA;
    case "given":
      return measure === "GEN" ? usable({ yi: data.yi, vi: data.vi }) : OTHER_DATA;
  }
}
