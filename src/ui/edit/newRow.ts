import { tidyColumn } from "../../data/tidy";
import type { TidyTable } from "../../model/ownData";
import type { Selection } from "../../model/selection";

const PLACES = ["outcome", "timepoint", "comparator"] as const;

/** The first row of the outcome and timepoint in view, from 0; else the first of the table. */
export function firstRowInView({ header, rows }: TidyTable, { outcome, timepoint }: Selection): number {
  return Math.max(0, rows.findIndex(isInView(header, outcome, timepoint)));
}

/** What a new study begins with: the outcome, timepoint and comparator of the last one in view. */
export function newRowCells(table: TidyTable, selection: Selection): ReadonlyMap<string, string> {
  const inView = isInView(table.header, selection.outcome, selection.timepoint);
  const like = table.rows.findLast(inView) ?? table.rows.at(-1) ?? [];
  return new Map(
    table.header.flatMap((name, i): [string, string][] => {
      const value = like[i] ?? "";
      return PLACES.some((place) => place === tidyColumn(name)) && value !== "" ? [[name, value]] : [];
    }),
  );
}

/** A table without a column for one of the two has the same in all rows. */
function isInView(header: readonly string[], outcome: string, timepoint: string) {
  const [o, t] = [indexOf(header, "outcome"), indexOf(header, "timepoint")];
  return (cells: readonly string[]) => (o < 0 || cells[o] === outcome) && (t < 0 || cells[t] === timepoint);
}

function indexOf(header: readonly string[], column: (typeof PLACES)[number]): number {
  return header.findIndex((name) => tidyColumn(name) === column);
}
