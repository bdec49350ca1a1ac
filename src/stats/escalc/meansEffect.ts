import type { MeansMeasure } from "../../model/measure";
import type { SmdVariance } from "../../model/poolingModel";
import type { MeansData } from "../../model/study";
import { type EffectOrReason, usable } from "./effect";
import { glassDelta, heteroscedasticSmd, meanDifference, ratioOfMeans, standardisedMeanDifference } from "./means";

/**
 * One study's effect from the means and SDs of two arms: in the unit of the data for MD, on the log scale for ROM,
 * without unit otherwise.
 *
 * @param variance the sampling variance of SMD; the others have one.
 * @returns `reason` where the numbers cannot be, an arm is too small, or the variance is not a finite number > 0.
 */
export function meansEffect(measure: MeansMeasure, data: MeansData, variance: SmdVariance = "LS"): EffectOrReason {
  const { m1i, sd1i, n1i, m2i, sd2i, n2i } = data;
  if (!(isArm(m1i, sd1i, n1i) && isArm(m2i, sd2i, n2i))) return { reason: "impossible" };
  if (measure === "ROM" && !(m1i / m2i > 0)) return { reason: "opposite-signs" };
  return usable(effectOf(measure, data, variance));
}

function isArm(mean: number, sd: number, n: number): boolean {
  return Number.isFinite(mean) && sd >= 0 && sd < Infinity && n >= 1 && n < Infinity;
}

function effectOf(measure: MeansMeasure, data: MeansData, variance: SmdVariance): EffectOrReason {
  switch (measure) {
    case "MD":
      return meanDifference(data);
    case "SMD":
      return standardisedMeanDifference(data, variance);
    case "SMDH":
      return heteroscedasticSmd(data);
    case "SMD1":
      return glassDelta(data);
    case "ROM":
      return ratioOfMeans(data);
  }
}
