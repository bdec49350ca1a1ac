import { facetsOf, matchingRows } from "../data/filter";
import type { MapCell, Overview } from "../model/analysis";
import { appliedModel } from "../model/appliedModel";
import type { Dataset, OutcomeInfo } from "../model/descriptor";
import { isAcrossTime, type Question } from "../model/selection";
import type { Row } from "../model/study";
import { poolRows } from "./analyse";
import { effectsOf, measuresOf, resolveMeasure, studyResult } from "./effects";

/** The evidence map, the comparators' counts and the facets, under the same filters and exclusions as the analysis. */
export function overview(dataset: Dataset, question: Question): Overview {
  const { selection } = question;
  const { outcomes, timepoints, comparators } = dataset.descriptor;
  const kept = matchingRows(dataset.rows, { ...selection, outcome: null, timepoint: null });
  const byOutcome = groupBy(kept, (row) => row.outcome);
  const cells = outcomes.flatMap((outcome) => {
    const byTimepoint = groupBy(byOutcome.get(outcome.name) ?? [], (row) => row.timepoint);
    return timepoints.map(({ name }) => mapCell(dataset, question, outcome, name, byTimepoint.get(name) ?? []));
  });
  const timepoint = isAcrossTime(selection) ? null : selection.timepoint;
  const anyComparator = matchingRows(dataset.rows, { ...selection, timepoint, hiddenComparators: [] });
  const byComparator = groupBy(anyComparator, (row) => row.comparator);
  return {
    cells,
    comparators: comparators.map((name) => ({ comparator: name, k: byComparator.get(name)?.length ?? 0 })),
    facets: facetsOf(dataset, selection),
  };
}

function mapCell(
  dataset: Dataset,
  { selection, model: asked, asPublished }: Question,
  outcome: OutcomeInfo,
  timepoint: string,
  rows: readonly Row[],
): MapCell {
  const measure = resolveMeasure(selection.measure, outcome, measuresOf(dataset.rows, outcome.name));
  const wanted = asPublished ? (outcome.publishedModel ?? dataset.descriptor.publishedModel ?? asked) : asked;
  const model = appliedModel(wanted, measure.measure);
  const pooling = { measure: measure.measure, model };
  const excluded = new Set(selection.excluded);
  const effect = effectsOf(dataset, outcome, measure.measure, model);
  const results = new Map(rows.map((row) => [row.id, studyResult(row, effect, excluded)] as const));
  const byComparator = groupBy(rows, (row) => row.comparator);
  return {
    outcome: outcome.name,
    timepoint,
    measure,
    k: rows.length,
    pooled: poolRows(rows, results, pooling)?.pooled ?? null,
    byComparator: dataset.descriptor.comparators.flatMap((comparator) => {
      const members = byComparator.get(comparator);
      return members ? [{ comparator, pooled: poolRows(members, results, pooling)?.pooled ?? null }] : [];
    }),
  };
}

function groupBy(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const members = groups.get(key(row));
    if (members) members.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
