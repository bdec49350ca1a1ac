import type { PoolingModel } from "../model/poolingModel";
import { fitCall } from "./rFit";

/** A pooled result by inverse variance: lines that define what is called, and the call for a data frame. */
export interface RInverse {
  readonly lines: readonly string[];
  readonly call: (data: string) => string;
}

/**
 * How R pools by inverse variance, which some parts of the page do whatever it pools by; null for the wider of two
 * intervals where that is not the page's own fit.
 */
export function inverseVariance(model: PoolingModel): RInverse | null {
  const { weighting, method, test, level } = model;
  if (weighting === "IV") return { lines: [], call: (data) => fitCall(model, data) };
  if (test === "wider") return null;
  const options = `method = "${method}", test = "${test}", level = ${100 * level}`;
  return {
    lines: [`inverse <- function(d) rma(yi, vi, data = d, ${options}) # by inverse variance, as the page does here`],
    call: (data) => `inverse(${data})`,
  };
}
