import type { Dataset } from "../model/descriptor";
import type { TidyTable } from "../model/ownData";
import type { Row } from "../model/study";

/** Tidy columns of a row, beside those of its arms, as text; "" where it says nothing. */
const NAMES: readonly (readonly [header: string, cell: (row: Row) => string | number | null])[] = [
  ["study", ({ studyId }) => studyId],
  ["year", ({ year }) => year],
  ["outcome", ({ outcome }) => outcome],
  ["timepoint", ({ timepoint }) => timepoint],
  ["comparator", ({ comparator }) => comparator],
  ["better", ({ better }) => better],
];

const ARMS = ["m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i", "ai", "ci", "yi", "vi"];

/** A dataset as the tidy table that reads as the same rows; columns without a value are left out. */
export function tidyTableOfRows({ descriptor, rows }: Dataset): TidyTable {
  const columns = [
    ...NAMES,
    ...ARMS.map((name) => [name, ({ data }: Row) => new Map(Object.entries(data)).get(name) ?? null] as const),
    ...descriptor.columns.map(({ name }) => [name, (row: Row) => row.columns[name] ?? null] as const),
  ].map(([header, cell]) => ({ header, cells: rows.map((row) => String(cell(row) ?? "")) }));
  const used = columns.filter(({ cells }) => cells.some((cell) => cell !== ""));
  return {
    header: used.map(({ header }) => header),
    rows: rows.map((_, i) => used.map(({ cells }) => cells[i] ?? "")),
  };
}
