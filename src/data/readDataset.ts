import type { ColumnInfo, Dataset, Descriptor } from "../model/descriptor";
import type { Described, OwnData } from "../model/ownData";
import type { Row } from "../model/study";
import type { UserError } from "../model/userError";
import { type Layout, layoutOf } from "./columns";
import { completeDescriptor, mergeColumns } from "./complete";
import type { Csv } from "./csv";
import { decode } from "./decode";
import { describedAs } from "./described";
import { readDescriptor } from "./descriptor";
import { ASSUMED } from "./drafts";
import { tooManyValues } from "./fileFaults";
import { distinctOf, inferColumns, inferDescriptor } from "./infer";
import { columnAssumed, directionAssumed } from "./notes";
import { withPublishedModels } from "./publishedModels";
import { readCsv } from "./readCsv";
import { readRows } from "./rows";
import { csvOf } from "./tidyTable";

/** More outcomes, timepoints or comparators than a page can show come from a column that holds something else. */
const MOST_VALUES = 500;
/** Errors that are kept in full; further ones are only counted. */
const MOST_ERRORS = 200;

/** A file to read: text or bytes of a CSV or TSV, and the text of its `datapackage.json` where there is one. */
export interface Source {
  readonly csv: string | Uint8Array;
  readonly fileName: string;
  readonly descriptorJson?: string;
}

/** What could be read of a file. With a dataset and errors at once, the dataset is the file without its bad rows. */
export interface Reading {
  /** null where nothing is usable; `errors` then says why. */
  readonly dataset: Dataset | null;
  /** At most 200, in the file's order within each check. */
  readonly errors: readonly UserError[];
  /** All errors, the ones that were not kept too. */
  readonly errorCount: number;
  /** Rows that are not in the dataset. */
  readonly rejectedRows: number;
  /** How the file was understood where it left room; nothing is wrong. */
  readonly notes: readonly UserError[];
}

/** Reads a dataset. Whatever is in the file, nothing is thrown: its faults are collected in `errors`. */
export function readDataset({ csv: source, fileName, descriptorJson }: Source): Reading {
  const decoded = typeof source === "string" ? { text: source } : decode(source);
  if ("error" in decoded) return refused([decoded.error]);
  const described = descriptorJson === undefined ? null : readDescriptor(descriptorJson);
  if (described && !described.descriptor) return refused(described.errors);
  const csv = readCsv(decoded.text);
  if ("error" in csv) return refused([csv.error]);
  const given = described?.descriptor ?? null;
  return readTable(
    csv,
    (inferred) => mergeColumns(given?.columns ?? [], inferred),
    (layout, rows, columns) => describe(fileName, given, layout, rows, columns),
  );
}

/**
 * Reads a reader's data as they are kept; faults name rows as a spreadsheet of the tidy table would count them.
 * @param csv the same table as its file has it, where that is at hand: faults then name the rows of the file.
 */
export function readOwn({ id, name, fileName, table, described, exported }: OwnData, csv: Csv = csvOf(table)): Reading {
  return readTable(
    csv,
    (inferred) => describedColumns(inferred, described),
    (layout, rows, columns) => {
      const { descriptor, notes } = describe(fileName, null, layout, rows, columns);
      const whole = withPublishedModels(describedAs(descriptor, { id, name }, described), rows, exported);
      return { descriptor: whole, notes: described.outcomes ? [] : notes };
    },
  );
}

/** Types as described decide how cells are read: "1.10" in a column of categories is no number. */
function describedColumns(columns: readonly ColumnInfo[], { columns: known = [] }: Described): ColumnInfo[] {
  return columns.map((column) => ({ ...column, ...known.find(({ name }) => name === column.name) }));
}

type Describe = (
  layout: Layout,
  rows: readonly Row[],
  columns: readonly ColumnInfo[],
) => { readonly descriptor: Descriptor; readonly notes: readonly UserError[] };

/** Rows and their description from a tidy table, with the faults of what is in neither. */
function readTable(
  csv: Csv,
  columnsFrom: (inferred: readonly ColumnInfo[]) => readonly ColumnInfo[],
  describeRows: Describe,
): Reading {
  const layout = layoutOf(csv);
  if ("error" in layout) return refused([layout.error]);
  const columns = columnsFrom(inferColumns(csv, layout));
  const { rows, errors, notes } = readRows(csv, layout, columns);
  const excess = tooMany(rows);
  if (rows.length === 0 || excess.length > 0) return refused([...excess, ...errors]);
  const { descriptor, notes: remarks } = describeRows(layout, rows, columns);
  return {
    dataset: { descriptor, rows },
    errors: errors.slice(0, MOST_ERRORS),
    errorCount: errors.length,
    rejectedRows: new Set(errors.map(({ where }) => where.row)).size,
    notes: [...remarks, ...notes],
  };
}

function refused(errors: readonly UserError[]): Reading {
  const rows = new Set(errors.flatMap(({ where }) => where.row ?? []));
  return {
    dataset: null,
    errors: errors.slice(0, MOST_ERRORS),
    errorCount: errors.length,
    rejectedRows: rows.size,
    notes: [],
  };
}

function tooMany(rows: readonly Row[]): UserError[] {
  return (["outcome", "timepoint", "comparator"] as const).flatMap((key) => {
    const count = distinctOf(rows, key).length;
    return count > MOST_VALUES ? [tooManyValues(key, count, MOST_VALUES)] : [];
  });
}

/** The given descriptor made to cover the rows, or one inferred from them; with what was assumed. */
function describe(
  fileName: string,
  given: Descriptor | null,
  { tidy }: Layout,
  rows: readonly Row[],
  columns: readonly ColumnInfo[],
): { descriptor: Descriptor; notes: UserError[] } {
  const assumed = (["outcome", "timepoint", "comparator"] as const)
    .filter((column) => !tidy.has(column))
    .map((column) => columnAssumed(column, ASSUMED[column]));
  if (given) {
    const { descriptor, notes } = completeDescriptor(given, rows, columns);
    return { descriptor, notes: [...assumed, ...notes] };
  }
  const direction = tidy.has("better") ? [] : [directionAssumed()];
  return { descriptor: inferDescriptor(fileName, rows, columns), notes: [...assumed, ...direction] };
}
