import { parseNumber } from "../numbers";
import { columnKey } from "../tidy";
import { tidyTableOf } from "../tidyTable";
import type { OpenedFile, OpenedTable } from "./format";

/** A row of a table, with its place in the file. */
export interface ViewRow {
  /** As a spreadsheet counts, the header being row 1. */
  readonly row: number;
  /** Numbers have decimal points. */
  readonly cells: readonly string[];
}

/** A table whose columns are found by normalised name; of two with the same name the first is found. */
export interface TableView {
  readonly table: OpenedTable;
  readonly header: readonly string[];
  readonly rows: readonly ViewRow[];
  /** Whether all of the columns are there. */
  has(...keys: readonly string[]): boolean;
  /** The place of the first of the columns that is there; null for none. */
  at(...keys: readonly string[]): number | null;
}

/** The columns of a table by name. */
export type Columns = Pick<TableView, "header" | "has" | "at">;

export function viewOf(table: OpenedTable): TableView {
  const cells = tidyTableOf(table).rows;
  return { ...columnsOf(table.header), table, rows: table.records.map(({ row }, i) => ({ row, cells: cells[i]! })) };
}

/** The first table whose columns pass, by their names alone. */
export function findTable(files: readonly OpenedFile[], passes: (columns: Columns) => boolean): OpenedTable | null {
  for (const file of files) if (file.kind === "table" && passes(columnsOf(file.header))) return file;
  return null;
}

/** The number in a cell with a decimal point; null where it is empty or no number. */
export function numberIn(cells: readonly string[], place: number | null): number | null {
  return place === null ? null : parseNumber(cells[place] ?? "", false);
}

export function textIn(cells: readonly string[], place: number | null): string {
  return place === null ? "" : (cells[place] ?? "");
}

function columnsOf(header: readonly string[]): Columns {
  const places = new Map<string, number>();
  for (const [place, name] of header.entries()) {
    const key = columnKey(name);
    if (!places.has(key)) places.set(key, place);
  }
  return {
    header,
    has: (...keys) => keys.every((key) => places.has(key)),
    at: (...keys) => keys.map((key) => places.get(key)).find((place) => place !== undefined) ?? null,
  };
}
