import { type Layout, layoutOf } from "../../data/columns";
import type { Reading } from "../../data/readDataset";
import { readRows } from "../../data/rows";
import { columnKey, type TidyColumn, tidyHeader } from "../../data/tidy";
import { csvOf } from "../../data/tidyTable";
import type { Dataset, OutcomeInfo } from "../../model/descriptor";
import type { Finding } from "../../model/finding";
import type { OwnData } from "../../model/ownData";
import type { Row } from "../../model/study";

/** A row of the dataset and the row of the table that it came from. */
export interface PlacedRow {
  readonly index: number;
  readonly row: Row;
}

/** The data as checks look at them. */
export interface Slips {
  readonly own: OwnData;
  readonly reading: Reading;
  /** In the table's order. */
  readonly placed: readonly PlacedRow[];
  /** Columns beyond the tidy ones, by their place in the table. */
  readonly further: Layout["further"];
  /** The cell of a row of the table; "" where it is empty or there is no such column. */
  text(index: number, column: TidyColumn): string;
  /** What the table calls a tidy column. */
  header(column: TidyColumn): string;
  /** @throws RangeError for an outcome of no row. */
  outcome(name: string): OutcomeInfo;
}

/** One rule: what of it is broken in the data. */
export type Check = (slips: Slips) => readonly Finding[];

/** The data with the means to look things up in them; null where nothing of them can be read. */
export function slipsOf(own: OwnData, reading: Reading): Slips | null {
  const layout = layoutOf(csvOf(own.table));
  if ("error" in layout || !reading.dataset) return null;
  const { descriptor, rows } = reading.dataset;
  const places = usedIndices(own, reading, layout, descriptor.columns);
  if (places.length !== rows.length) throw new RangeError(`slipsOf: ${rows.length} rows of ${places.length} places`);
  const outcomes = new Map(descriptor.outcomes.map((outcome) => [outcome.name, outcome]));
  return {
    own,
    reading,
    placed: rows.map((row, i) => ({ index: places[i]!, row })),
    further: layout.further,
    text: (index, column) => own.table.rows[index]?.[layout.tidy.get(column) ?? -1]?.trim() ?? "",
    header: (column) => own.table.header[layout.tidy.get(column) ?? -1] ?? tidyHeader(column),
    outcome(name) {
      const outcome = outcomes.get(name);
      if (!outcome) throw new RangeError(`the dataset has no outcome “${name}”`);
      return outcome;
    },
  };
}

/** The rows of the table that are without a fault: those that became rows of the dataset. */
function usedIndices(
  { table }: OwnData,
  reading: Reading,
  layout: Layout,
  columns: Dataset["descriptor"]["columns"],
): number[] {
  const csv = csvOf(table);
  // Only the first faults of a reading are kept.
  const isWhole = reading.errorCount === reading.errors.length;
  const errors = isWhole ? reading.errors : readRows(csv, layout, columns).errors;
  const faulty = new Set(errors.map(({ where }) => where.row));
  return csv.records.flatMap(({ row }, index) => (faulty.has(row) ? [] : [index]));
}

const INSTRUMENT_KEYS = new Set("scale instrument tool questionnaire outcomemeasure measurementscale".split(" "));

/** What a row was measured with, by a column that says so; "" where none does. */
export function instrumentOf({ row }: PlacedRow): string {
  for (const [name, value] of Object.entries(row.columns)) {
    if (INSTRUMENT_KEYS.has(columnKey(name))) return String(value ?? "").trim();
  }
  return "";
}

/** Rows by a key, in the order in which the keys appear. */
export function groupBy<T>(items: Iterable<T>, key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return [...groups.values()];
}

/** Parts of a key, kept apart whatever they hold. */
export function keyOf(...parts: readonly (string | number)[]): string {
  return JSON.stringify(parts);
}

/** The outcome, timepoint and comparator that rows are pooled in. */
export function cellKey({ row }: PlacedRow): string {
  return keyOf(row.outcome, row.timepoint);
}
