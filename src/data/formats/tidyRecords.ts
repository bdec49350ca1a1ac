import type { Csv, CsvRecord } from "../csv";
import { type TidyColumn, tidyColumn, tidyHeader } from "../tidy";

export type TidyCells = Readonly<Partial<Record<TidyColumn, string>>>;

/** One result on its way into a tidy table. */
export interface TidyRecord {
  /** The row of the file that it comes from; several records may come from one. */
  readonly row: number;
  readonly cells: TidyCells;
  /** Cells of the further columns, in the order of `furtherHeader`. */
  readonly further: readonly string[];
}

/** After the study, the tidy columns that say which result a row is; then come numbers as they are found. */
const NAMES = ["year", "outcome", "timepoint", "comparator", "better"] as const satisfies TidyColumn[];

/**
 * A tidy table of the records: the study and those tidy columns that some record fills, then the further columns, whose
 * names are changed where they are empty, repeated or those of tidy ones. Cells are taken to have decimal points.
 */
export function tidyCsv(records: readonly TidyRecord[], furtherHeader: readonly string[], file: Csv): Csv {
  const used = new Set<TidyColumn>();
  for (const { cells } of records) {
    for (const column of Object.keys(cells) as TidyColumn[]) if ((cells[column] ?? "") !== "") used.add(column);
  }
  const columns = [...new Set<TidyColumn>(["study", ...NAMES.filter((column) => used.has(column)), ...used])];
  const header = [...columns.map(tidyHeader), ...furtherNames(furtherHeader)];
  const rows = records.map(({ row, cells, further }): CsvRecord => {
    return { row, cells: [...columns.map((column) => cells[column] ?? ""), ...further] };
  });
  return { header, records: rows, delimiter: ",", errors: file.errors, notes: file.notes };
}

/** Names of further columns: none of them empty, a tidy column's, or another's. */
function furtherNames(names: readonly string[]): string[] {
  return distinctNames(
    names.map((name, i) => (name === "" ? `Column ${i + 1}` : tidyColumn(name) ? `${name} (in the file)` : name)),
  );
}

/** The names, those that stand again numbered: "SD", "SD (2)". */
export function distinctNames(names: readonly string[]): string[] {
  const next = new Map<string, number>();
  return names.map((name) => {
    let number = next.get(name) ?? 1;
    const numbered = () => (number === 1 ? name : `${name} (${number})`);
    while (next.has(numbered())) number++;
    const unique = numbered();
    next.set(name, number + 1);
    if (!next.has(unique)) next.set(unique, 2);
    return unique;
  });
}
