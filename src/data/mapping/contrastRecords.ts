import type { Mapping, Role } from "../../model/mapping";
import type { UserError } from "../../model/userError";
import type { TidyCells, TidyRecord } from "../formats/tidyRecords";
import type { TidyColumn } from "../tidy";
import { givenReader, type NormalQuantile } from "./givenCells";
import type { ResultColumns, Roles } from "./roles";
import type { NamedRow } from "./rowNames";

const COPIED = ["better", "m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i", "ai", "ci"] as const satisfies TidyColumn[];
const GIVEN = ["yi", "vi", "sei", "ciLb", "ciUb", "pval"] as const satisfies Role[];

/** Every result of every row of a table whose rows are comparisons of two arms. */
export function contrastRecords(
  rows: readonly NamedRow[],
  { results, further }: Roles,
  { givenAre }: Mapping,
  quantile: NormalQuantile,
): { readonly records: readonly TidyRecord[]; readonly notes: readonly UserError[] } {
  const given = givenReader(givenAre, quantile);
  const records: TidyRecord[] = [];
  for (const row of rows) {
    const reported = results.filter((result) => isReported(row, result));
    // A row without any number stays, so that its fault is told.
    for (const result of reported.length > 0 ? reported : results.slice(0, 1)) {
      const cell = (role: Role) => cellOf(row, result, role);
      const { study, year } = row;
      const copied: TidyCells = Object.fromEntries(COPIED.map((column) => [column, cell(column)]));
      const hasGiven = GIVEN.some((role) => cell(role) !== "");
      const cells = { study, year, ...row.about(result.about), ...copied, ...(hasGiven ? given.read(cell) : {}) };
      records.push({ row: row.row, cells, further: further.map((place) => row.cells[place] ?? "") });
    }
  }
  return { records, notes: given.notes() };
}

/** Whether a row has a number of its own in these columns: sizes alone may be shared by several. */
function isReported(row: NamedRow, { places }: ResultColumns): boolean {
  return [...places].some(([role, place]) => role !== "n1i" && role !== "n2i" && role !== "better" && row.cells[place]);
}

function cellOf(row: NamedRow, { places }: ResultColumns, role: Role): string {
  const place = places.get(role);
  return place === undefined ? "" : (row.cells[place] ?? "");
}
