import type { TableChange } from "../model/finding";
import type { TidyTable } from "../model/ownData";
import type { Csv } from "./csv";
import { decimalCommaColumns, parseNumber } from "./numbers";

/** The cells of a table that was read, each number with a decimal point, whatever separated its decimals. */
export function tidyTableOf(csv: Csv): TidyTable {
  const decimalComma = decimalCommaColumns(csv);
  const plain = (cell: string, column: number) => {
    if (!decimalComma.has(column) || !cell.includes(",")) return cell;
    const number = parseNumber(cell, true);
    return number === null ? cell : cell.replace(",", ".");
  };
  return { header: csv.header, rows: csv.records.map(({ cells }) => cells.map(plain)) };
}

/** The table as a file would give it: its first row of cells is row 2, below the header. */
export function csvOf({ header, rows }: TidyTable): Csv {
  const records = rows.map((cells, i) => ({ row: i + 2, cells }));
  return { header, records, delimiter: ",", errors: [], notes: [] };
}

/**
 * The table after some changes, all of whose rows are counted before the first of them.
 * @throws RangeError for a row that is not there.
 */
export function changed(table: TidyTable, changes: readonly TableChange[]): TidyTable {
  const header = [...table.header];
  const rows: (string[] | null)[] = table.rows.map((cells) => [...cells]);
  const place = (column: string) => {
    const known = header.indexOf(column);
    return known >= 0 ? known : header.push(column) - 1;
  };
  const existing = (row: number) => {
    const cells = row < table.rows.length ? rows[row] : undefined;
    if (cells === undefined) throw new RangeError(`the table has no row ${row}`);
    return cells;
  };
  for (const change of changes) {
    if (change.kind === "add-column") place(change.column);
    else if (change.kind === "remove-row") {
      existing(change.row);
      rows[change.row] = null;
    } else if (change.kind === "add-row") {
      const cells: string[] = [];
      for (const [column, value] of Object.entries(change.cells)) cells[place(column)] = value;
      rows.push(cells);
    } else {
      const cells = existing(change.row);
      if (cells) cells[place(change.column)] = change.value;
    }
  }
  const whole = (cells: readonly string[]) => header.map((_, column) => cells[column] ?? "");
  return { header, rows: rows.flatMap((cells) => (cells ? [whole(cells)] : [])) };
}
