import type { UserError } from "../model/userError";
import { missingColumns, noHeader, repeatedColumn } from "./fileFaults";
import { parseNumber } from "./numbers";
import type { Csv } from "./readCsv";

/** The tidy columns, under metafor's names; arm 1 is the intervention, arm 2 the comparator. */
const TIDY = [
  "study",
  "year",
  "outcome",
  "timepoint",
  "comparator",
  "better",
  "m1i",
  "sd1i",
  "n1i",
  "m2i",
  "sd2i",
  "n2i",
  "ai",
  "ci",
  "yi",
  "vi",
  "sei",
  "ciLb",
  "ciUb",
] as const;

export type TidyColumn = (typeof TIDY)[number];

const BY_KEY: ReadonlyMap<string, TidyColumn> = new Map(TIDY.map((name) => [columnKey(name), name]));

/** The tidy column that a header names ("N1i", " time_point ", "ci.lb"), or null for a further column. */
export function tidyColumn(header: string): TidyColumn | null {
  return BY_KEY.get(columnKey(header)) ?? null;
}

/** How a tidy column is written in a file: "ci.lb". */
export function tidyHeader(column: TidyColumn): string {
  return column === "ciLb" ? "ci.lb" : column === "ciUb" ? "ci.ub" : column;
}

/** A header without what spreadsheets and R change in it: case, spaces, underscores, dots, a byte order mark. */
export function columnKey(header: string): string {
  return header.toLowerCase().replace(/[\s_.\uFEFF]+/g, "");
}

/** Where the tidy columns and the further ones stand in a table. */
export interface Layout {
  readonly tidy: ReadonlyMap<TidyColumn, number>;
  readonly further: readonly { readonly name: string; readonly index: number }[];
}

export const MEANS = ["m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"] as const satisfies readonly TidyColumn[];
export const COUNTS = ["ai", "n1i", "ci", "n2i"] as const satisfies readonly TidyColumn[];

/** Sets of columns of which a results file needs one. */
const NUMBERS: readonly (readonly TidyColumn[])[] = [
  MEANS,
  COUNTS,
  ["yi", "vi"],
  ["yi", "sei"],
  ["yi", "ciLb", "ciUb"],
];

/** Finds the columns of a table by name, never by place; a fault says which are missing or named twice. */
export function layoutOf({ header }: Csv): Layout | { readonly error: UserError } {
  const tidy = new Map<TidyColumn, number>();
  const further: { name: string; index: number }[] = [];
  const names = new Set<string>();
  for (const [index, title] of header.entries()) {
    const name = title === "" ? `Column ${index + 1}` : title;
    const column = tidyColumn(name);
    if (column ? tidy.has(column) : names.has(name)) return { error: repeatedColumn(name) };
    names.add(name);
    if (column) tidy.set(column, index);
    else further.push({ name, index });
  }
  if (tidy.size === 0 && looksLikeData(header)) return { error: noHeader(header[0]!) };
  const missing = missingFrom(tidy);
  return missing.length > 0 ? { error: missingColumns(missing.map(tidyHeader), header) } : { tidy, further };
}

/** What must be added to the nearest complete set of columns; empty where one is complete. */
function missingFrom(tidy: ReadonlyMap<TidyColumn, number>): TidyColumn[] {
  const lacks = NUMBERS.map((set) => set.filter((column) => !tidy.has(column)));
  const begun = lacks.filter((lack, i) => lack.length < NUMBERS[i]!.length);
  const nearest = begun.sort((a, b) => a.length - b.length)[0] ?? MEANS;
  return [...(tidy.has("study") ? [] : (["study"] as const)), ...nearest];
}

function looksLikeData(header: readonly string[]): boolean {
  return header.filter((cell) => parseNumber(cell, true) !== null).length >= header.length / 2;
}
