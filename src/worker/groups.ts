import { NESTED } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import { groupedBy, type Selection } from "../model/selection";
import type { Row } from "../model/study";

export interface RowGroup {
  /** As `GroupResult` has it. */
  readonly key: string;
  readonly rows: readonly Row[];
}

const JUDGEMENTS = ["Low risk", "Some concerns", "High risk"];

/**
 * Rows by the compared columns, the second within the first, each in the dataset's own order of its values, else in
 * natural order, "" last.
 */
export function groupRows(
  rows: readonly Row[],
  selection: Pick<Selection, "compareBy" | "thenBy">,
  descriptor: Descriptor,
): RowGroup[] {
  const columns = groupedBy(selection);
  if (columns.length === 0) return [];
  const groups = new Map<string, { readonly values: readonly string[]; readonly rows: Row[] }>();
  for (const row of rows) {
    const values = columns.map((column) => valueIn(row, column));
    const key = values.join(NESTED);
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { values, rows: [row] });
  }
  const orders = columns.map((column) => byOrderOf(knownOrder(column, descriptor)));
  return [...groups]
    .sort(([, a], [, b]) => firstOf(orders.map((order, i) => order(a.values[i] ?? "", b.values[i] ?? ""))))
    .map(([key, { rows: members }]) => ({ key, rows: members }));
}

/** The first comparison that tells two groups apart. */
function firstOf(comparisons: readonly number[]): number {
  return comparisons.find((order) => order !== 0) ?? 0;
}

function valueIn(row: Row, column: string): string {
  if (column === "comparator") return row.comparator;
  if (column === "timepoint") return row.timepoint;
  return String(row.columns[column] ?? "");
}

function knownOrder(column: string, descriptor: Descriptor): readonly string[] {
  if (column === "comparator") return descriptor.comparators;
  if (column === "timepoint") return descriptor.timepoints.map((t) => t.name);
  return JUDGEMENTS;
}

function byOrderOf(known: readonly string[]): (a: string, b: string) => number {
  const rank = (value: string) => (value === "" ? Number.MAX_SAFE_INTEGER : indexOrEnd(known, value));
  return (a, b) => rank(a) - rank(b) || a.localeCompare(b, "en", { numeric: true });
}

function indexOrEnd(known: readonly string[], value: string): number {
  const at = known.indexOf(value);
  return at < 0 ? known.length : at;
}
