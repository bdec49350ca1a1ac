import type { TidyTable } from "../../model/ownData";

const LETTER = 7.6; // px: a digit or a lower-case letter at 13 px, and a little more
const AROUND = 24; // px: the padding of a cell and the mark of a fault
const NARROWEST = 84; // px
const WIDEST = 232; // px

/** On a phone the study's name, which stays in view, leaves room for two columns of numbers. */
export const NARROW_STUDY = 112; // px

/** How wide each column is in pixels, from its longest cell and its title: the same whichever rows are drawn. */
export function columnWidths({ header, rows }: TidyTable, titles: readonly string[]): readonly number[] {
  return header.map((name, column) => {
    // Titles may take two lines, their words only one.
    let longest = Math.max(...(titles[column] ?? name).split(/[\s_]+/).map((word) => word.length));
    for (const cells of rows) longest = Math.max(longest, cells[column]?.length ?? 0);
    return Math.round(Math.min(Math.max(longest * LETTER + AROUND, NARROWEST), WIDEST));
  });
}
