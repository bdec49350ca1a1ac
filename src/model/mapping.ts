import { TIDY_COLUMNS } from "./tidyColumn";

/**
 * What a column of a foreign table holds. Numbers of arm 1 and 2 by metafor's names; `n`, `mean`, `sd`, `events` are
 * those of whichever arm the row is about, in tables with a row per arm. `further` is kept as it is, `ignore` dropped.
 */
export const ROLES = [
  ...TIDY_COLUMNS,
  ...(["pval", "arm", "mean", "sd", "n", "events", "further", "ignore"] as const),
] as const;
export type Role = (typeof ROLES)[number];

/** The role of one column. A table that is wide has several columns of a role, told apart by what they are about. */
export interface MappedColumn {
  readonly header: string;
  readonly role: Role;
  /** The outcome, timepoint or comparator that this column's numbers are about; null: the row's own. */
  readonly outcome: string | null;
  readonly timepoint: string | null;
  readonly comparator: string | null;
}

/** How a foreign table becomes a tidy one. */
export interface Mapping {
  readonly columns: readonly MappedColumn[];
  /** What every row is, where no column says so. */
  readonly constants: { readonly outcome: string; readonly timepoint: string; readonly comparator: string };
  /** True: "Pain at 3 months" becomes the outcome "Pain" at the timepoint "3 months". */
  readonly splitOutcome: boolean;
  /** Whether given effects and limits are ratios as ratios, to be put on the log scale. */
  readonly givenAre: "ratios" | "analysis-scale";
  /** In tables with a row per arm: the arm that others are compared with; null: no such table. */
  readonly reference: string | null;
}
