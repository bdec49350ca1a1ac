import type { StudyResult } from "../model/analysis";
import type { Dataset, OutcomeInfo } from "../model/descriptor";
import { MEASURES, MEASURES_FOR, type Measure, type MeasureInfo } from "../model/measure";
import type { PoolingModel } from "../model/poolingModel";
import { type Row, runsAgainst } from "../model/study";
import { confidenceInterval, escalc } from "../stats/index";

/** The measures that an outcome's rows can give; empty only for an outcome without rows. */
export function measuresOf(rows: readonly Row[], outcome: string): readonly Measure[] {
  const first = rows.find((row) => row.outcome === outcome);
  return first ? MEASURES_FOR[first.data.kind] : [];
}

/** The measure to use: the reader's where the data give it, else the outcome's own, else the usual one. */
export function resolveMeasure(
  wanted: Measure | null,
  outcome: OutcomeInfo,
  available: readonly Measure[],
): MeasureInfo {
  const measure = [wanted, outcome.measure].find((m) => m !== null && available.includes(m)) ?? available[0] ?? "SMD";
  return measure === "GEN" && outcome.given ? { ...MEASURES.GEN, ...outcome.given } : MEASURES[measure];
}

/** Each row's effect, under one way to compute it, by row id: what one toggle asked for, the next one asks for again. */
type Known = Map<string, StudyResult[]>;
const KNOWN = new WeakMap<Dataset, Known>();
const MOST_WAYS = 40; // to compute effects of one dataset that are kept: more than the map and every analysis ask for

/** The way to the effect of each row of an outcome, on the analysis scale and signed like the outcome. */
export function effectsOf(
  dataset: Dataset,
  outcome: OutcomeInfo,
  measure: Measure,
  model: PoolingModel,
): (row: Row) => StudyResult {
  const known = KNOWN.get(dataset) ?? new Map<string, StudyResult[]>();
  KNOWN.set(dataset, known);
  const way = [outcome.name, measure, model.smdVariance, model.zeroCells, model.level].join("\n");
  if (!known.has(way) && known.size >= MOST_WAYS) known.clear();
  const results = known.get(way) ?? [];
  known.set(way, results);
  return (row) => {
    results[row.id] ??= effectOf(row, outcome, measure, model);
    return results[row.id]!;
  };
}

/** One row's effect on the analysis scale, signed like the outcome, as included; `weight` is filled in once it is pooled. */
export function effectOf(row: Row, outcome: OutcomeInfo, measure: Measure, model: PoolingModel): StudyResult {
  const flipped = runsAgainst(row, outcome);
  const result = escalc(measure, row.data, model);
  const rest = { rowId: row.id, state: "included", weight: null, flipped } as const;
  if ("reason" in result) return { ...rest, effect: null, reason: result.reason };
  const yi = flipped ? -result.yi : result.yi;
  const effect = { yi, vi: result.vi, ...confidenceInterval(yi, result.vi, model.level) };
  return { ...rest, effect, reason: null };
}

/** One row's result, left out or not. */
export function studyResult(row: Row, effect: (row: Row) => StudyResult, excluded: ReadonlySet<string>): StudyResult {
  const result = effect(row);
  return excluded.has(row.studyId) ? { ...result, state: "excluded" } : result;
}
