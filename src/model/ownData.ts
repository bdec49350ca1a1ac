import type { ColumnInfo, Descriptor, OutcomeInfo, TimepointInfo } from "./descriptor";
import type { ExportedAnalysis } from "./exportedAnalysis";
import type { AppliedRemedy } from "./finding";

/** A table under the tidy columns' names, its cells as text: what a reader's data are kept, edited and shared as. */
export interface TidyTable {
  readonly header: readonly string[];
  /** As many cells as the header has; "" where nothing is known. */
  readonly rows: readonly (readonly string[])[];
}

/** What a file or its reader says of the data, beside the table; what is not said is inferred from the rows. */
export interface Described
  extends Partial<Omit<Descriptor, "id" | "kind" | "shortTitle" | "outcomes" | "timepoints" | "columns">> {
  /** Only `simulated` must be remembered: a reader's data are their own whatever else they are called. */
  readonly kind?: "simulated";
  readonly outcomes?: readonly (Partial<OutcomeInfo> & Pick<OutcomeInfo, "name">)[];
  readonly timepoints?: readonly TimepointInfo[];
  readonly columns?: readonly (Partial<ColumnInfo> & Pick<ColumnInfo, "name">)[];
}

/** A reader's data: plain JSON, from which everything else about them is computed. */
export interface OwnData {
  /** Random; stays through renaming and edits. */
  readonly id: string;
  /** What the reader calls it; at first the file's name without its ending. */
  readonly name: string;
  /** The file that it came from: "pain.xlsx"; "Pasted table" where there was none. */
  readonly fileName: string;
  /** How it was understood, for the reader: "Cochrane data package 2.3", "tidy table". */
  readonly format: string;
  readonly table: TidyTable;
  readonly described: Described;
  /** What was done about slips, in the order in which it was done. */
  readonly remedies: readonly AppliedRemedy[];
  /** Analyses whose results came with the data, to be audited; empty where there are none. */
  readonly exported: readonly ExportedAnalysis[];
}
