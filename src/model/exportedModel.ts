import type { ExportedSettings } from "./exportedAnalysis";
import type { Measure } from "./measure";
import type { PoolingModel } from "./poolingModel";
import type { ArmDataKind } from "./study";

/**
 * The model that another program's settings stand for. What they leave open is as in RevMan: DerSimonian-Laird where no
 * estimator is named, its variance of Hedges' g, ½ where a cell is zero, a prediction interval on k − 1 degrees of
 * freedom.
 */
export function exportedModel({ weighting, model, estimator, ciMethod, level }: ExportedSettings): PoolingModel {
  const isHartungKnapp = model === "random" && ciMethod === "HKSJ";
  return {
    method: model === "common" ? "EE" : (estimator ?? "DL"),
    test: isHartungKnapp ? "knha" : "z",
    predint: isHartungKnapp ? "HK" : "V",
    level,
    smdVariance: "RevMan",
    zeroCells: "only0",
    groupTau2: "separate",
    weighting: weighting === "MH" ? "MH" : "IV",
  };
}

/** The measure that they stand for in data of this kind; null for one that is none of ours. */
export function exportedMeasure({ measure, weighting }: ExportedSettings, kind: ArmDataKind): Measure | null {
  if (kind === "given") return "GEN";
  return measure === "OR" && weighting === "Peto" ? "PETO" : measure;
}
