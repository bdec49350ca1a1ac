import { dataOf } from "../cochrane/dataKind";
import { betterOf, type GraphLabels } from "../cochrane/direction";
import { differenceOf, estimateOf, measureUnder, settingsOf } from "../cochrane/exportedText";
import { namedMeasure } from "../cochrane/measureNames";
import type { Numbers, ReviewAnalysis, ReviewArms, ReviewRow } from "../cochrane/review";
import { isShownAsRatio, onAnalysisScale, type ShownEffect } from "./effectScale";

/** The results in the header of an analysis or of a subgroup. */
export interface HeaderResults {
  readonly estimate: number | null;
  readonly ciLb: number | null;
  readonly ciUb: number | null;
  readonly tau2: number | null;
  readonly Q: number | null;
  readonly df: number | null;
  readonly QPval: number | null;
  readonly I2: number | null;
  readonly statistic: number | null;
  readonly pval: number | null;
  readonly difference: { readonly Q: number | null; readonly pval: number | null; readonly I2: number | null };
}

/** A study's line of RevMan 5: its effect is as shown, ratios as ratios. */
export interface OlderRow extends Omit<ReviewRow, "partOf">, ShownEffect {
  /** The effect as it was entered, for files whose effects RevMan has not computed. */
  readonly given: number | null;
  readonly numbers: Numbers;
}

/** An analysis of RevMan 5 in its own words, from its CSV or its XML. */
export interface OlderAnalysis {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly dataType: string;
  readonly method: string;
  readonly measureName: string;
  readonly model: string;
  readonly level: string;
  readonly swapEvents: string;
  readonly hasOverall: string;
  readonly arms: ReviewArms;
  readonly favours: GraphLabels;
  /** Whether effects were entered as logarithms; null where the file does not say. */
  readonly isLogData: boolean | null;
  readonly results: HeaderResults;
  readonly subgroups: readonly { readonly name: string; readonly results: HeaderResults }[];
  readonly rows: readonly OlderRow[];
}

/**
 * A RevMan 5 analysis among those of any review. RevMan 5 knew DerSimonian and Laird's tau2 and Wald's intervals alone.
 * Effects of generic inverse variance come onto the analysis scale by the scale that their own limits show.
 */
export function analysisFrom(older: OlderAnalysis): ReviewAnalysis {
  const { id, name, group, arms, favours, method, rows } = older;
  const data = dataOf(older.dataType);
  const named = measureUnder(namedMeasure(older.measureName), method);
  const isGiven = data === "effect";
  const isRatio = isGiven && (isShownAsRatio(rows) ?? older.isLogData ?? named.scale === "log");
  const measure = isGiven ? { ...named, scale: isRatio ? ("log" as const) : ("identity" as const) } : named;
  const settings = settingsOf(
    {
      measureName: older.measureName,
      method: data === "observed-expected" ? "Peto" : method,
      model: older.model,
      estimator: "",
      ciMethod: "Wald",
      level: older.level,
      swapEvents: older.swapEvents,
      hasOverall: older.hasOverall,
      hasSubgroups: older.subgroups.length > 0 ? "yes" : "no",
    },
    data,
    measure,
  );
  const overall = settings.hasOverall ? resultOf(older.results) : null;
  const { Q, pval, I2 } = older.results.difference;
  return {
    id,
    name,
    group,
    data,
    measure,
    arms,
    comparator: "",
    better: betterOf(favours, arms, settings.swapEvents),
    rows: rows.map((row) => (isGiven ? withEffect(row, isRatio) : { ...row, partOf: "both" })),
    exported: {
      settings: { ...settings, hasOverall: overall !== null },
      overall,
      subgroups: older.subgroups.flatMap((subgroup) => {
        const result = resultOf(subgroup.results);
        return result ? [{ name: subgroup.name, result }] : [];
      }),
      difference: differenceOf({ Q, pval, I2, df: older.subgroups.length - 1 }),
    },
  };
}

function withEffect(row: OlderRow, isRatio: boolean): ReviewRow {
  const shown = onAnalysisScale(row.shown, isRatio);
  return { ...row, partOf: "both", numbers: { ...row.numbers, yi: shown ?? row.given, sei: row.se } };
}

/** RevMan 5 writes 0 for what it did not compute. */
function resultOf({ difference: _difference, ...results }: HeaderResults) {
  return estimateOf({ ...results, piLb: null, piUb: null }, true);
}
