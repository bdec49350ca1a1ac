import type { Role } from "../../model/mapping";
import type { UserError } from "../../model/userError";
import type { TidyCells } from "../formats/tidyRecords";
import { parseNumber } from "../numbers";
import { middleTaken, ratiosLogged, spreadFromP } from "./mappingFaults";

/** The quantile of the standard normal distribution. */
export type NormalQuantile = (p: number) => number;

/** Reads the ready-made effects of rows, and keeps count of what had to be derived for the notes. */
export interface GivenReader {
  /** Tidy cells on the analysis scale from the cells of a row by role; cells that are no number stay, to be faulted. */
  read(cell: (role: Role) => string): TidyCells;
  notes(): readonly UserError[];
}

/**
 * A reader of effects, ratios being put on the log scale. A standard error that is not given comes from the limits
 * (when rows are read) or from the p-value: |effect| / z with z the quantile at 1 - p/2, Cochrane Handbook 6.3.2.
 */
export function givenReader(givenAre: "ratios" | "analysis-scale", quantile: NormalQuantile): GivenReader {
  const counts = { logged: 0, fromP: 0, middle: 0 };
  const scaled = (text: string): string => {
    const value = parseNumber(text, false);
    if (givenAre !== "ratios" || value === null) return text;
    counts.logged += 1;
    return value > 0 ? String(Math.log(value)) : `log(${text})`;
  };
  return {
    read(cell) {
      const [ciLb, ciUb, given] = [scaled(cell("ciLb")), scaled(cell("ciUb")), scaled(cell("yi"))];
      const middle = given === "" ? middleOf(ciLb, ciUb) : null;
      if (middle !== null) counts.middle += 1;
      const yi = middle === null ? given : String(middle);
      const [vi, sei] = [cell("vi"), cell("sei")];
      const hasSpread = vi !== "" || sei !== "" || (ciLb !== "" && ciUb !== "");
      const derived = hasSpread ? null : spreadOf(yi, cell("pval"), quantile);
      if (derived !== null) counts.fromP += 1;
      return { yi, vi, sei: derived === null ? sei : String(derived), ciLb, ciUb };
    },
    notes: () => [
      ...(counts.logged > 0 ? [ratiosLogged()] : []),
      ...(counts.middle > 0 ? [middleTaken(counts.middle)] : []),
      ...(counts.fromP > 0 ? [spreadFromP(counts.fromP)] : []),
    ],
  };
}

function middleOf(lower: string, upper: string): number | null {
  const [lb, ub] = [parseNumber(lower, false), parseNumber(upper, false)];
  return lb === null || ub === null ? null : (lb + ub) / 2;
}

function spreadOf(effect: string, pval: string, quantile: NormalQuantile): number | null {
  const yi = parseNumber(effect, false);
  const p = parseNumber(pval.replace(/^[<=]\s*/, ""), false);
  if (yi === null || p === null || p <= 0 || p >= 1 || yi === 0) return null;
  return Math.abs(yi) / quantile(1 - p / 2);
}
