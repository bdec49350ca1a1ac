import type { Pooled } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import type { Row } from "../model/study";
import type { Theme } from "../scene/scene";
import { groupName } from "../words/groupsText";
import type { PlotInput } from "./forestInput";
import { type GroupStyle, groupStyle, styleAt } from "./groupStyle";
import { judgementOf } from "./riskOfBias";

/** Studies of one colour and shape. */
export interface FunnelGroup {
  readonly name: string;
  readonly style: GroupStyle;
  readonly rowIds: readonly number[];
  /** Its result; null where the colours are not of the groups that are compared, or where nothing can be pooled. */
  readonly pooled: Pooled | null;
}

/** The groups that the points are coloured by: the values of a column, or the compared ones; none without either. */
export function funnelGroups(input: PlotInput, colourBy: string | null, theme: Theme): readonly FunnelGroup[] {
  const { analysis, descriptor } = input;
  if (colourBy === null || colourBy === analysis.selection.compareBy) {
    return analysis.groups.map(({ key, rowIds, pooled }) => {
      return { name: groupName(key), style: groupStyle(analysis, descriptor, key, theme), rowIds, pooled };
    });
  }
  return byColumn(input, colourBy).map(({ key, rows, index }) => {
    return { name: groupName(key), style: styleAt(index, theme), rowIds: rows.map(({ id }) => id), pooled: null };
  });
}

interface Value {
  readonly key: string;
  readonly rows: readonly Row[];
  /** Its place among the values, which gives its colour and shape. */
  readonly index: number;
}

/** Rows by their value in a column: comparators in the order of the dataset, others in natural order, "" last. */
function byColumn({ analysis, rows, descriptor }: PlotInput, column: string): readonly Value[] {
  const byKey = new Map<string, Row[]>();
  for (const { rowId } of analysis.studies) {
    const row = rows(rowId);
    const key = column === "comparator" ? row.comparator : String(row.columns[column] ?? "");
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  if (column === "comparator") {
    return descriptor.comparators.flatMap((key, index) => {
      const own = byKey.get(key);
      return own ? [{ key, rows: own, index }] : [];
    });
  }
  const rank = rankIn(column, descriptor);
  return [...byKey]
    .sort(([a, [rowA]], [b, [rowB]]) => rank(rowA, a) - rank(rowB, b) || a.localeCompare(b, "en", { numeric: true }))
    .map(([key, own], index) => ({ key, rows: own, index }));
}

const JUDGEMENTS = ["low", "some", "high", "none"] as const;

/** Judgements from low to high risk, and what is not reported last. */
function rankIn(column: string, { columns }: Descriptor): (row: Row | undefined, key: string) => number {
  const isJudged = columns.some(({ name, riskOfBias }) => name === column && riskOfBias !== null);
  return (row, key) => {
    if (key === "") return JUDGEMENTS.length;
    const judgement = isJudged && row ? judgementOf(row, column) : null;
    return judgement ? JUDGEMENTS.indexOf(judgement) : 0;
  };
}
