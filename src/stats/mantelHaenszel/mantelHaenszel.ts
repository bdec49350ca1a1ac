import type { CountsData } from "../../model/study";
import { mhOddsRatio } from "./oddsRatio";
import type { PooledTablesOrReason } from "./pooledTables";
import { requireTables } from "./requireTables";
import { mhRiskDifference, type RiskDifferenceVariance } from "./riskDifference";
import { mhRiskRatio } from "./riskRatio";
import { type Table, tableOf } from "./table";

/**
 * Mantel-Haenszel odds ratio, risk ratio or risk difference of tables, with no correction for zero cells: a table with
 * a zero counts as it is. One that says nothing (no events; for OR only events, too) has no part in a ratio.
 *
 * @param options `rdVariance` is metafor's `Sato` unless given.
 * @returns the pooled effect, on the log scale for OR and RR; or `reason` where it or its variance is undefined.
 * @throws RangeError as `requireTables`, or unless 0 < level < 1.
 *
 * Mantel & Haenszel (1959), J Natl Cancer Inst 22:719–748, doi:10.1093/jnci/22.4.719.
 */
export function mantelHaenszel(
  tables: readonly CountsData[],
  measure: "OR" | "RR" | "RD",
  options: { readonly level: number; readonly rdVariance?: RiskDifferenceVariance },
): PooledTablesOrReason {
  requireTables("mantelHaenszel", tables);
  return mantelHaenszelOf(tables.map(tableOf), measure, options);
}

/** The same of tables that are known to be usable. @throws RangeError unless 0 < level < 1. */
export function mantelHaenszelOf(
  cells: readonly Table[],
  measure: "OR" | "RR" | "RD",
  options: { readonly level: number; readonly rdVariance?: RiskDifferenceVariance },
): PooledTablesOrReason {
  switch (measure) {
    case "OR":
      return mhOddsRatio(cells, options.level);
    case "RR":
      return mhRiskRatio(cells, options.level);
    case "RD":
      return mhRiskDifference(cells, options.level, options.rdVariance ?? "Sato");
  }
}
