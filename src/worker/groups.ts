import type { Descriptor } from "../model/descriptor";
import type { Row } from "../model/study";

export interface RowGroup {
  /** The compared value; "" for rows that do not report it. */
  readonly key: string;
  readonly rows: readonly Row[];
}

const JUDGEMENTS = ["Low risk", "Some concerns", "High risk"];

/** Rows by the compared column, in the dataset's own order of its values, else in natural order, "" last. */
export function groupRows(rows: readonly Row[], compareBy: string | null, descriptor: Descriptor): RowGroup[] {
  if (compareBy === null) return [];
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = valueIn(row, compareBy);
    const members = groups.get(key);
    if (members) members.push(row);
    else groups.set(key, [row]);
  }
  return [...groups]
    .map(([key, members]) => ({ key, rows: members }))
    .sort(inOrderOf(knownOrder(compareBy, descriptor)));
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

function inOrderOf(known: readonly string[]): (a: RowGroup, b: RowGroup) => number {
  const rank = ({ key }: RowGroup) => (key === "" ? Number.MAX_SAFE_INTEGER : indexOrEnd(known, key));
  return (a, b) => rank(a) - rank(b) || a.key.localeCompare(b.key, "en", { numeric: true });
}

function indexOrEnd(known: readonly string[], key: string): number {
  const at = known.indexOf(key);
  return at < 0 ? known.length : at;
}
