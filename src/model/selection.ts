import type { Measure } from "./measure";
import type { PoolingModel } from "./poolingModel";

/** Keeps rows whose value is one of these; "" stands for an empty cell. */
export interface ValuesFilter {
  readonly kind: "values";
  readonly values: readonly string[];
}

/** Keeps rows whose number lies in [min, max]; rows without a number are left out. */
export interface RangeFilter {
  readonly kind: "range";
  readonly min: number;
  readonly max: number;
}

export type Filter = ValuesFilter | RangeFilter;

/** What the reader asks of a dataset; the answer is an `Analysis`. */
export interface Selection {
  readonly outcome: string;
  readonly timepoint: string;
  /** Comparators switched off, so that a new comparator in the data is seen by default. */
  readonly hiddenComparators: readonly string[];
  /** "comparator", "timepoint", a categorical column's name, or null for no groups. */
  readonly compareBy: string | null;
  /** A second one, within the groups of the first; null for none, and where nothing is compared. */
  readonly thenBy: string | null;
  readonly filters: Readonly<Record<string, Filter>>;
  /** `studyId`s taken out of every number but left in their place in the figure. */
  readonly excluded: readonly string[];
  /** null: the first measure that suits the outcome's data. */
  readonly measure: Measure | null;
}

/** True where results at several timepoints stand side by side: they share patients, and are never pooled together. */
export function isAcrossTime({ compareBy, thenBy }: Pick<Selection, "compareBy" | "thenBy">): boolean {
  return compareBy === "timepoint" || thenBy === "timepoint";
}

/** The columns that groups are made by, the outer one first. */
export function groupedBy({ compareBy, thenBy }: Pick<Selection, "compareBy" | "thenBy">): readonly string[] {
  return [compareBy, thenBy].filter((column) => column !== null);
}

/** A selection with its model resolved: all that the worker needs, and all that a result depends on. */
export interface Question {
  readonly selection: Selection;
  readonly model: PoolingModel;
  /** True where each outcome of the map that has published methods of its own is shown by these. */
  readonly asPublished?: true;
}
