import { TIDY_COLUMNS, type TidyColumn } from "../model/tidyColumn";

export type { TidyColumn };

const BY_KEY: ReadonlyMap<string, TidyColumn> = new Map(TIDY_COLUMNS.map((name) => [columnKey(name), name]));

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

export const MEANS = ["m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"] as const satisfies readonly TidyColumn[];
export const COUNTS = ["ai", "n1i", "ci", "n2i"] as const satisfies readonly TidyColumn[];
