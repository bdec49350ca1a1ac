import type { UserError } from "../model/userError";
import type { Layout } from "./columns";
import type { Csv, CsvRecord } from "./csv";
import { notANumber, unclearNumber, valueMissing } from "./faults";
import { decimalCommaColumns, hasUnclearComma, parseNumber } from "./numbers";
import type { TidyColumn } from "./tidy";

/** The cells of one row by column name; faults met on the way are kept in `errors`. */
export interface RowCells {
  readonly row: number;
  readonly errors: UserError[];
  /** The trimmed cell; "" where it is empty or the table has no such column. */
  text(column: TidyColumn): string;
  /** The number in a cell; null where it is empty, or with a fault where it is no number. */
  number(column: TidyColumn): number | null;
  /** As `number`, an empty cell being a fault too. */
  required(column: TidyColumn): number | null;
}

/** A function that opens each row of a table; how decimals are written is found once, for the whole table. */
export function cellsOf(csv: Csv, { tidy }: Layout): (record: CsvRecord) => RowCells {
  const decimalComma = decimalCommaColumns(csv);
  return ({ row, cells }) => {
    const errors: UserError[] = [];
    const text = (column: TidyColumn) => cells[tidy.get(column) ?? -1] ?? "";
    const number = (column: TidyColumn) => {
      const written = text(column);
      if (written === "") return null;
      const value = parseNumber(written, decimalComma.has(tidy.get(column)!));
      if (value !== null) return value;
      errors.push((hasUnclearComma(written) ? unclearNumber : notANumber)(row, column, written));
      return null;
    };
    const required = (column: TidyColumn) => {
      if (text(column) === "") errors.push(valueMissing(row, column, ""));
      return number(column);
    };
    return { row, errors, text, number, required };
  };
}
