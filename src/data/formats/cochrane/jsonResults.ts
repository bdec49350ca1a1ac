import type { ExportedEstimate } from "../../../model/exportedAnalysis";
import { estimateOf } from "./exportedText";
import type { JsonNode } from "./json";

/** Ratios are under `exp-…` on the reader's scale; proportions become percent, as the CSV has them. */
export function readEstimate(node: JsonNode): ExportedEstimate | null {
  const estimate = node.at("estimate");
  const heterogeneity = node.at("heterogeneity");
  const shown = (key: string) => estimate.at(`exp-${key}`).number() ?? estimate.at(key).number();
  return estimateOf(
    {
      estimate: shown("mean"),
      ciLb: shown("ci-start"),
      ciUb: shown("ci-end"),
      piLb: shown("pi-start"),
      piUb: shown("pi-end"),
      tau2: heterogeneity.at("tau-squared", "estimate").number(),
      Q: heterogeneity.at("chi-squared").number(),
      df: heterogeneity.at("df").number(),
      QPval: heterogeneity.at("p-value").number(),
      I2: percent(heterogeneity.at("i-squared").number()),
      statistic: estimate.at("z-test").number() ?? estimate.at("t-test").number(),
      pval: estimate.at("p-value").number(),
    },
    false,
  );
}

/** Percent of a proportion. */
export function percent(proportion: number | null): number | null {
  return proportion === null ? null : proportion * 100;
}
