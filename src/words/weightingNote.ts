import type { PoolingModel } from "../model/poolingModel";
import { WEIGHTING_NAMES } from "./modelNames";

/** Said where a figure works by inverse variance though the page pools by Mantel-Haenszel; "" where both are one. */
export function weightingNote({ weighting }: PoolingModel, what: string): string {
  return weighting === "IV" ? "" : `${what} by inverse variance, not by ${WEIGHTING_NAMES[weighting]} as on the page.`;
}
