import type { OutcomeInfo } from "../../../model/descriptor";
import type { UserError } from "../../../model/userError";
import type { Columns } from "../tableView";
import type { TidyCells } from "../tidyRecords";

/** Columns of a table that hold one kind of result, a row each, and how they become tidy cells. */
export interface NumberSet {
  /** Where one row has means and events, their outcomes are told apart by this word. */
  readonly kind: "means" | "events" | "given";
  /** Places of columns whose cells stand unchanged in the tidy ones, and are not kept beside them. */
  readonly taken: readonly number[];
  /** What a given effect is called; null for means and events. */
  readonly given: OutcomeInfo["given"];
  /** At what time the set was measured, where its columns say so. */
  readonly timepoint: string | null;
  /** Null where the row has nothing in these columns. */
  readonly cells: (cells: readonly string[]) => TidyCells | null;
  /** What was understood with some latitude, once all rows are read. */
  readonly notes: () => readonly UserError[];
}

/** The sets that a table has of one family; empty where its columns are not there. */
export type FindSets = (columns: Columns) => readonly NumberSet[];

export const noNotes = (): readonly UserError[] => [];

/** Said where a table gives effects without naming their measure. */
export const scaleUnknown = (column: string): UserError => ({
  code: "scale-unknown",
  message: `“${column}” is taken as it is, with no effect at 0: the file does not say what it measures.`,
  remedy: "If it holds logarithms of ratios, name the measure and choose the log scale for this outcome.",
  where: { column: "yi" },
});
