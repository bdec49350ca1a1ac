import { COUNTS, columnKey, MEANS, type TidyColumn, tidyColumn } from "../../data/tidy";
import type { TidyTable } from "../../model/ownData";
import { ROLE_WORDS } from "../open/roles";
import { columnWidths, NARROW_STUDY } from "./columnWidths";

/** A column of the grid: its header in the table, and what a reader calls it. */
export interface GridColumn {
  readonly header: string;
  /** "SD, arm 1"; the header itself where it is no tidy one. */
  readonly title: string;
  /** The header where it says something else than the title: "sd1i"; else "". */
  readonly code: string;
  readonly isNumber: boolean;
  readonly isStudy: boolean;
  /** In pixels. */
  readonly width: number;
}

/** Shorter than where the meaning of a column is chosen: there is a column for each. */
const SHORT: ReadonlyMap<TidyColumn, string> = new Map([
  ["study", "Study"],
  ["better", "Better is"],
  ["sei", "SE of effect"],
  ["vi", "Variance of effect"],
  ["ciLb", "CI, lower limit"],
  ["ciUb", "CI, upper limit"],
]);

const NUMBERS: ReadonlySet<string> = new Set([...MEANS, ...COUNTS, "year", "yi", "vi", "sei", "ciLb", "ciUb"]);

export function gridColumns(table: TidyTable, isNarrow: boolean): readonly GridColumn[] {
  const titles = table.header.map(titleOf);
  const widths = columnWidths(table, titles);
  return table.header.map((header, i) => {
    const tidy = tidyColumn(header);
    const title = titles[i] ?? header;
    return {
      header,
      title,
      code: tidy === "study" || columnKey(title) === columnKey(header) ? "" : header,
      isNumber: tidy !== null && NUMBERS.has(tidy),
      isStudy: tidy === "study",
      width: Math.min(widths[i] ?? 0, isNarrow && tidy === "study" ? NARROW_STUDY : Infinity),
    };
  });
}

/** What a reader calls a column of the table. */
export function titleOf(header: string): string {
  const tidy = tidyColumn(header);
  return (tidy && (SHORT.get(tidy) ?? ROLE_WORDS.get(tidy))) ?? header;
}
