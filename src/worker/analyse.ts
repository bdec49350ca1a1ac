import { matchingRows } from "../data/filter";
import type { Analysis, GroupResult, Pooled, StudyResult } from "../model/analysis";
import { appliedModel } from "../model/appliedModel";
import type { Dataset, OutcomeInfo } from "../model/descriptor";
import { isAcrossTime, type Question } from "../model/selection";
import type { Row } from "../model/study";
import { type Fit, subgroupDifference, subgroupsWithCommonTau2 } from "../stats/index";
import { effectsOf, measuresOf, resolveMeasure, studyResult } from "./effects";
import { groupRows } from "./groups";
import { fitRows, type Poolable, type Pooling, poolable, pooledOf, type ResultsById } from "./poolable";

/** A pooled result with each pooled row's weight in percent, by row id. */
interface PooledSet {
  readonly pooled: Pooled;
  /** By row id; nothing for rows that are not pooled. */
  readonly weights: readonly (number | undefined)[];
}

/**
 * The answer to a question: effects of the matching rows, groups, overall result and the test between groups.
 * Timepoints share patients, so comparing by timepoint pools each one and never all together.
 */
export function analyse(dataset: Dataset, { selection, model: wanted }: Question): Analysis {
  const outcome = outcomeOf(dataset, selection.outcome);
  const acrossTime = isAcrossTime(selection);
  const rows = matchingRows(dataset.rows, { ...selection, timepoint: acrossTime ? null : selection.timepoint });
  const measures = measuresOf(dataset.rows, selection.outcome);
  const measure = resolveMeasure(selection.measure, outcome, measures);
  const model = appliedModel(wanted, measure.measure);
  const excluded = new Set(selection.excluded);
  const effect = effectsOf(dataset, outcome, measure.measure, model);
  const results = rows.map((row) => studyResult(row, effect, excluded));
  // By the row's own number: with thousands of rows a map takes longer than the statistics.
  const byRow: StudyResult[] = [];
  for (const result of results) byRow[result.rowId] = result;
  const byId: ResultsById = { get: (id) => byRow[id] };

  const grouped = groupRows(rows, selection, dataset.descriptor);
  const { sets: ofGroups, difference } = poolGroups(
    grouped.map((group) => group.rows),
    byId,
    { measure: measure.measure, model: acrossTime ? { ...model, groupTau2: "separate" } : model },
  );
  const sets = grouped.map(({ key, rows: members }, g) => ({
    key,
    rowIds: members.map((row) => row.id),
    set: ofGroups[g] ?? null,
  }));
  const overall = acrossTime ? null : poolRows(rows, byId, { measure: measure.measure, model });
  const weights = overall ? [overall.weights] : sets.flatMap(({ set }) => (set ? [set.weights] : []));

  return {
    selection,
    model,
    measure,
    measures,
    studies: results.map((result) => weighed(result, weightOf(result.rowId, weights))),
    groups: sets.map(({ key, rowIds, set }): GroupResult => ({ key, rowIds, pooled: set?.pooled ?? null })),
    outerGroups: outerGroups(dataset, selection, rows, (members) =>
      poolRows(members, byId, { measure: measure.measure, model }),
    ),
    overall: overall?.pooled ?? null,
    noOverall: overall ? null : acrossTime && sets.some(({ set }) => set) ? "repeated-patients" : "no-studies",
    difference: acrossTime ? null : difference,
  };
}

/** The first column's groups where a second one splits them; those that hold several timepoints are not pooled. */
function outerGroups(
  { descriptor }: Dataset,
  { compareBy, thenBy }: Question["selection"],
  rows: readonly Row[],
  pool: (rows: readonly Row[]) => PooledSet | null,
): readonly GroupResult[] {
  if (thenBy === null) return [];
  return groupRows(rows, { compareBy, thenBy: null }, descriptor).map(({ key, rows: members }) => ({
    key,
    rowIds: members.map((row) => row.id),
    pooled: thenBy === "timepoint" ? null : (pool(members)?.pooled ?? null),
  }));
}

/** Pools the included, estimable ones among `rows`; null when there is none, or tables give no result. */
export function poolRows(rows: readonly Row[], results: ResultsById, pooling: Pooling): PooledSet | null {
  return pooledSet(poolable(rows, results), pooling);
}

function pooledSet(part: Poolable, pooling: Pooling): PooledSet | null {
  const fit = fitRows(part, pooling);
  return fit && withWeights(part, fit);
}

function withWeights({ members }: Poolable, fit: Fit): PooledSet {
  const weights: (number | undefined)[] = [];
  members.forEach((row, i) => {
    weights[row.id] = fit.weights[i] ?? 0;
  });
  return { pooled: pooledOf(fit, members), weights };
}

/** Each group's result, with a tau2 of its own or one for all, and the test whether they differ. */
function poolGroups(
  groups: readonly (readonly Row[])[],
  results: ResultsById,
  pooling: Pooling,
): { readonly sets: readonly (PooledSet | null)[]; readonly difference: Analysis["difference"] } {
  const parts = groups.map((rows) => poolable(rows, results));
  const filled = parts.filter(({ members }) => members.length > 0);
  if (pooling.model.groupTau2 === "common" && filled.length > 1) {
    const { groups: fits, difference } = subgroupsWithCommonTau2(filled, pooling.model);
    const sets = new Map(filled.map((part, g) => [part, withWeights(part, fits[g]!)]));
    return { sets: parts.map((part) => sets.get(part) ?? null), difference };
  }
  const sets = parts.map((part) => pooledSet(part, pooling));
  const pooled = sets.flatMap((set) => (set ? [set.pooled] : []));
  return { sets, difference: pooled.length < 2 ? null : subgroupDifference(pooled) };
}

/** The outcome's description; a name outside the dataset is a programmer's error. */
export function outcomeOf({ descriptor }: Dataset, name: string): OutcomeInfo {
  const outcome = descriptor.outcomes.find((o) => o.name === name);
  if (!outcome) throw new RangeError(`analyse: the dataset has no outcome “${name}”`);
  return outcome;
}

function weightOf(rowId: number, sets: readonly PooledSet["weights"][]): number | null {
  for (const weights of sets) {
    const weight = weights[rowId];
    if (weight !== undefined) return weight;
  }
  return null;
}

/** Field by field: copying thousands of objects together takes longer than pooling them. */
function weighed({ rowId, state, effect, reason, flipped }: StudyResult, weight: number | null): StudyResult {
  return { rowId, state, effect, reason, weight, flipped };
}
