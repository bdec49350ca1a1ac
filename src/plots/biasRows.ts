import type { StudyResult } from "../model/analysis";
import type { Sort } from "../model/look";
import type { Row } from "../model/study";
import { JUDGED, type Judged, type JudgedShare } from "../words/biasText";
import type { PlotInput } from "./forestInput";
import { type BiasColumn, judgementOf } from "./riskOfBias";
import { sortRows } from "./sortRows";

/** A study with its judgements, in the order of the columns. */
export interface BiasRow {
  readonly row: Row;
  readonly isExcluded: boolean;
  /** Percent of the pooled result; null for a study that is in none. */
  readonly weight: number | null;
  readonly judged: readonly Judged[];
}

/** How the weight of the evidence is judged in one domain; judgements that nobody made are left out. */
export interface BiasBar {
  readonly column: BiasColumn;
  readonly shares: readonly JudgedShare[];
}

/** The studies in the order asked for. A study with results at several timepoints is one study: its weights add up. */
export function biasRows(
  { analysis, rows }: PlotInput,
  columns: readonly BiasColumn[],
  sort: Sort | null,
): readonly BiasRow[] {
  const bySlab = new Map<string, StudyResult[]>();
  for (const study of sortRows(analysis.studies, sort, { analysis, rows })) {
    const { slab } = rows(study.rowId);
    const known = bySlab.get(slab);
    if (known) known.push(study);
    else bySlab.set(slab, [study]);
  }
  return [...bySlab.values()].map((results) => {
    const row = rows(results[0]!.rowId);
    const weights = results.flatMap(({ weight }) => weight ?? []);
    return {
      row,
      isExcluded: results.every(({ state }) => state === "excluded"),
      weight: weights.length > 0 ? weights.reduce((sum, weight) => sum + weight, 0) : null,
      judged: columns.map(({ column }) => judgementOf(row, column) ?? "none"),
    };
  });
}

/** A bar per column: shares of the weight, or of the studies where no study has a weight. Shares of a bar make 100. */
export function biasBars(rows: readonly BiasRow[], columns: readonly BiasColumn[]): readonly BiasBar[] {
  const counted = countedRows(rows);
  const weightOf = ({ weight }: BiasRow) => (isWeighted(rows) ? (weight ?? 0) : 1);
  const total = counted.reduce((sum, row) => sum + weightOf(row), 0);
  return columns.map((column, c) => ({
    column,
    shares: JUDGED.flatMap((judged): JudgedShare[] => {
      const members = counted.filter((row) => row.judged[c] === judged);
      const weight = members.reduce((sum, row) => sum + weightOf(row), 0);
      return members.length > 0 ? [{ judged, share: (100 * weight) / total, k: members.length }] : [];
    }),
  }));
}

/** True where the bars can show weights. */
export function isWeighted(rows: readonly BiasRow[]): boolean {
  return rows.some(({ weight }) => weight !== null);
}

/** The studies that the bars are made of. */
function countedRows(rows: readonly BiasRow[]): readonly BiasRow[] {
  return rows.filter(({ weight, isExcluded }) => (isWeighted(rows) ? weight !== null : !isExcluded));
}
