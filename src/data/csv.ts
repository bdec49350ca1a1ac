import type { UserError } from "../model/userError";

export type Delimiter = "," | ";" | "\t";

/** One line of the table; `row` counts as a spreadsheet does, the header being row 1. */
export interface CsvRecord {
  readonly row: number;
  readonly cells: readonly string[];
}

export interface Csv {
  readonly header: readonly string[];
  /** Trimmed cells, as many as the header has; a missing value ("NA", ".") is "". */
  readonly records: readonly CsvRecord[];
  readonly delimiter: Delimiter;
  readonly errors: readonly UserError[];
  readonly notes: readonly UserError[];
}
