import type { Measure } from "./measure";
import type { PoolingModel } from "./poolingModel";

/** Measures that Mantel and Haenszel's sums give. */
export type TableMeasure = "OR" | "RR" | "RD";

/** Why Mantel-Haenszel weights do not apply: not for this measure, or not with this estimator of tau2. */
export type NoMantelHaenszel = "measure" | "method";

export function isTableMeasure(measure: Measure): measure is TableMeasure {
  return measure === "OR" || measure === "RR" || measure === "RD";
}

/** null where Mantel-Haenszel weights apply: OR, RR and RD, under the common effect or DerSimonian-Laird. */
export function noMantelHaenszel({ method }: PoolingModel, measure: Measure): NoMantelHaenszel | null {
  if (!isTableMeasure(measure)) return "measure";
  return method === "EE" || method === "DL" ? null : "method";
}

/**
 * The model that a measure is really pooled by: inverse variance where Mantel-Haenszel does not apply; where it does,
 * groups have a tau2 each, and the common effect has Wald's interval, the only one that its variance is made for.
 */
export function appliedModel(model: PoolingModel, measure: Measure): PoolingModel {
  if (model.weighting === "IV") return model;
  if (noMantelHaenszel(model, measure)) return { ...model, weighting: "IV" };
  return { ...model, groupTau2: "separate", test: model.method === "EE" ? "z" : model.test };
}
