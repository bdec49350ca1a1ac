import { excerpt } from "../../data/excerpt";
import { columnKey, type TidyColumn, tidyColumn } from "../../data/tidy";
import type { Finding, Remedy } from "../../model/finding";
import { found, setCell } from "./found";
import type { Check, Slips } from "./slips";

/** Faults that other checks tell with their remedies. */
const TOLD_ELSEWHERE = new Set(["duplicate-row"]);
const MOST = 50; // of one kind; a column in the wrong place makes one for every row

/**
 * Rows that are in no result because a cell cannot be, each with what is wrong.
 * @param told cells that another check has told of, by `cellOf`.
 */
export const impossible =
  (told: ReadonlySet<string>): Check =>
  (slips) => {
    const counts = new Map<string, number>();
    return slips.reading.errors.flatMap((error): Finding[] => {
      const row = (error.where.row ?? 0) - 2;
      const header = error.where.column ?? "";
      if (row < 0 || TOLD_ELSEWHERE.has(error.code) || told.has(cellOf(row, header))) return [];
      const count = (counts.get(error.code) ?? 0) + 1;
      counts.set(error.code, count);
      if (count > MOST) return [];
      const column = tidyColumn(header);
      return [
        found(slips, {
          check: `fault-${error.code}`,
          severity: "wrong",
          message: `${excerpt(slips.text(row, "study")) || `Row ${row + 2}`}: ${error.message}`,
          why: `The row is in no result until this is put right. ${error.remedy}`,
          rows: [row],
          columns: column ? [column] : [],
          remedies: error.code === "events-above-size" && column ? swapWithSize(slips, row, column) : [],
        }),
      ];
    });
  };

/** A cell of the table, however its column is written. */
export function cellOf(row: number, header: string): string {
  return `${row} ${columnKey(header)}`;
}

/** Events and participants in each other's place. */
function swapWithSize(slips: Slips, row: number, column: TidyColumn): Remedy[] {
  const size = column === "ai" ? "n1i" : "n2i";
  const [events, participants] = [slips.text(row, column), slips.text(row, size)];
  const study = excerpt(slips.text(row, "study"));
  return [
    {
      id: "swap-with-size",
      label: "Swap events and participants",
      changes: [setCell(slips, row, column, participants), setCell(slips, row, size, events)],
      derivation: [`${study}: ${participants} events among ${events} participants`],
      sentence: `Events and participants of an arm of ${study} were swapped, as they were taken to have been entered in each other’s place.`,
    },
  ];
}
