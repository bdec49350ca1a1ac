import { withoutFormulaMark } from "../../model/formulaMark";
import type { UserError } from "../../model/userError";
import { headerOnly } from "../fileFaults";
import type { OpenedTable } from "../formats/format";
import { isMissing } from "../numbers";
import { LIMITS } from "./limits";
import { tableTooLarge, tableTooLong, tableTooWide } from "./openFaults";

/**
 * A sheet of a workbook as a table. Its header is the first row with two names or more, so that a title may stand above
 * it; columns without a name or a value are left out, and so are empty rows.
 * @param cells rows of texts from the sheet's first row on, "" for an empty cell; rows may differ in length.
 */
export function sheetTable(
  name: string,
  cells: readonly (readonly string[])[],
): OpenedTable | { readonly error: UserError } {
  const first = cells.findIndex((row) => row.filter((cell) => cell.trim() !== "").length > 1);
  if (first < 0) return { error: headerOnly() };
  const records = cells
    .map((row, i) => ({ row: i + 1, cells: row.map(clean) }))
    .slice(first + 1)
    .filter((record) => record.cells.some((cell) => cell !== ""));
  if (records.length === 0) return { error: headerOnly() };
  const titles = cells[first]!.map((cell) => cell.trim());
  const used = usedColumns(titles, records);
  if (used.length > LIMITS.columns) return { error: tableTooWide(used.length) };
  if (records.length > LIMITS.rows) return { error: tableTooLong() };
  if (records.length * used.length > LIMITS.cells) return { error: tableTooLarge() };
  return {
    kind: "table",
    name,
    header: used.map((column) => titles[column] ?? ""),
    records: records.map(({ row, cells: all }) => ({ row, cells: used.map((column) => all[column] ?? "") })),
    // No comma separates cells here, so that one within a text cell may be a decimal comma.
    delimiter: "\t",
    errors: [],
    notes: [],
  };
}

function usedColumns(titles: readonly string[], records: readonly { readonly cells: readonly string[] }[]): number[] {
  const used = new Set<number>();
  for (const cells of [titles, ...records.map((record) => record.cells)]) {
    for (const [column, cell] of cells.entries()) if (cell !== "") used.add(column);
  }
  return [...used].sort((a, b) => a - b);
}

function clean(cell: string): string {
  const text = withoutFormulaMark(cell.trim()).trim();
  return isMissing(text) ? "" : text;
}
