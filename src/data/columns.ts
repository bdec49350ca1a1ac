import type { UserError } from "../model/userError";
import type { Csv } from "./csv";
import { fileEmpty, missingColumns, noHeader, repeatedColumn } from "./fileFaults";
import { parseNumber } from "./numbers";
import { COUNTS, MEANS, type TidyColumn, tidyColumn, tidyHeader } from "./tidy";

/** Where the tidy columns and the further ones stand in a table. */
export interface Layout {
  readonly tidy: ReadonlyMap<TidyColumn, number>;
  readonly further: readonly { readonly name: string; readonly index: number }[];
}

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
  const [first] = header;
  if (first === undefined) return { error: fileEmpty() };
  if (tidy.size === 0 && looksLikeData(header)) return { error: noHeader(first) };
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
