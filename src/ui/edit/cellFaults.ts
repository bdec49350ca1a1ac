import { tidyColumn } from "../../data/tidy";
import type { TidyTable } from "../../model/ownData";
import type { UserError } from "../../model/userError";
import type { Place } from "./place";

/** The faults of one row: of its cells, and of the row as a whole. */
export interface RowFaults {
  readonly byColumn: ReadonlyMap<number, readonly UserError[]>;
  readonly whole: readonly UserError[];
}

/** Where the first row of cells is counted: below the header. */
export const FIRST_ROW = 2;

/** Faults by their row of the table, from 0. */
export function cellFaults({ header }: TidyTable, errors: readonly UserError[]): ReadonlyMap<number, RowFaults> {
  const rows = new Map<number, { byColumn: Map<number, UserError[]>; whole: UserError[] }>();
  for (const error of errors) {
    const { row } = error.where;
    if (row === undefined) continue;
    const faults = rows.get(row - FIRST_ROW) ?? { byColumn: new Map<number, UserError[]>(), whole: [] };
    rows.set(row - FIRST_ROW, faults);
    const column = columnOf(header, error);
    if (column < 0) faults.whole.push(error);
    else faults.byColumn.set(column, [...(faults.byColumn.get(column) ?? []), error]);
  }
  return rows;
}

/** Where a fault's column stands in the header, which may write it in another way; −1 where it names none. */
export function columnOf(header: readonly string[], { where }: UserError): number {
  if (where.column === undefined) return -1;
  const named = tidyColumn(where.column);
  return header.findIndex((name) => name === where.column || (named !== null && tidyColumn(name) === named));
}

/** What is wrong with a cell, and with its row as a whole. */
export function faultsAt(faults: ReadonlyMap<number, RowFaults>, { row, column }: Place): readonly UserError[] {
  const found = faults.get(row);
  return found ? [...(found.byColumn.get(column) ?? []), ...found.whole] : [];
}
