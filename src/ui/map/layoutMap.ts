import type { Dataset } from "../../model/descriptor";

export interface PlacedCell {
  readonly outcome: string;
  readonly timepoint: string;
  /** Columns that the cell covers. */
  readonly span: number;
}

export interface MapLayout {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly outcome: string; readonly cells: readonly PlacedCell[] }[];
}

/**
 * Columns and rows of the evidence map. An outcome that is reported over the whole follow-up alone belongs to no
 * column: its one cell covers them all.
 */
export function layoutMap({ descriptor, rows }: Dataset): MapLayout {
  const reported = new Map<string, Set<string>>();
  for (const row of rows) {
    const timepoints = reported.get(row.outcome);
    if (timepoints) timepoints.add(row.timepoint);
    else reported.set(row.outcome, new Set([row.timepoint]));
  }
  const whole = new Set(descriptor.timepoints.filter((t) => t.wholeFollowUp).map((t) => t.name));
  const wholeOf = (outcome: string) => {
    const [only, another] = reported.get(outcome) ?? [];
    return only !== undefined && another === undefined && whole.has(only) ? only : null;
  };
  const divided = descriptor.outcomes.filter(({ name }) => wholeOf(name) === null);
  const inColumns = new Set(
    (divided.length > 0 ? divided : descriptor.outcomes).flatMap(({ name }) => [...(reported.get(name) ?? [])]),
  );
  const columns = descriptor.timepoints.map((t) => t.name).filter((name) => inColumns.has(name));
  return {
    columns,
    rows: descriptor.outcomes.map(({ name: outcome }) => {
      const only = wholeOf(outcome);
      return {
        outcome,
        cells:
          only === null || divided.length === 0
            ? columns.map((timepoint) => ({ outcome, timepoint, span: 1 }))
            : [{ outcome, timepoint: only, span: columns.length }],
      };
    }),
  };
}
