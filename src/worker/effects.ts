import type { StudyResult } from "../model/analysis";
import type { OutcomeInfo } from "../model/descriptor";
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

/** One row's effect on the analysis scale, signed like the outcome; `weight` is filled in once it is pooled. */
export function studyResult(
  row: Row,
  outcome: OutcomeInfo,
  measure: Measure,
  model: PoolingModel,
  excluded: ReadonlySet<string>,
): StudyResult {
  const flipped = runsAgainst(row, outcome);
  const result = escalc(measure, row.data, model);
  const state = excluded.has(row.studyId) ? "excluded" : "included";
  if ("reason" in result) return { rowId: row.id, state, effect: null, reason: result.reason, weight: null, flipped };
  const yi = flipped ? -result.yi : result.yi;
  const effect = { yi, vi: result.vi, ...confidenceInterval(yi, result.vi, model.level) };
  return { rowId: row.id, state, effect, reason: null, weight: null, flipped };
}
