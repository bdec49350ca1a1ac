import type { ColumnInfo, Descriptor } from "../model/descriptor";
import type { Row } from "../model/study";
import type { UserError } from "../model/userError";
import { distinctOf, fullestTimepoint, inferOutcome, openingCell } from "./infer";
import { notDescribed } from "./notes";

/**
 * A descriptor that covers all rows (at least one): outcomes, timepoints, comparators and columns that only the file
 * has are added with usual settings and remarked on; columns that it lacks are dropped; defaults without rows replaced.
 */
export function completeDescriptor(
  descriptor: Descriptor,
  rows: readonly Row[],
  columns: readonly ColumnInfo[],
): { descriptor: Descriptor; notes: UserError[] } {
  const known = {
    outcome: descriptor.outcomes.map(({ name }) => name),
    timepoint: descriptor.timepoints.map(({ name }) => name),
    comparator: descriptor.comparators,
  };
  const added = (key: keyof typeof known) => distinctOf(rows, key).filter((name) => !known[key].includes(name));
  const [outcomes, timepoints, comparators] = [added("outcome"), added("timepoint"), added("comparator")];
  const newColumns = columns.filter(({ name }) => !descriptor.columns.some((column) => column.name === name));
  const complete: Descriptor = {
    ...descriptor,
    outcomes: [...descriptor.outcomes, ...outcomes.map((name) => inferOutcome(name, rows))],
    timepoints: [...descriptor.timepoints, ...timepoints.map((name) => ({ name, wholeFollowUp: false }))],
    comparators: [...descriptor.comparators, ...comparators],
    columns,
  };
  return {
    descriptor: { ...complete, defaults: usableDefaults(complete, rows) },
    notes: [
      ...outcomes.map((name) => notDescribed("outcome", name)),
      ...timepoints.map((name) => notDescribed("timepoint", name)),
      ...comparators.map((name) => notDescribed("comparator", name)),
      ...newColumns.map(({ name }) => notDescribed("column", name)),
    ],
  };
}

/** Columns as described, in the file's order; those that only the file has as inferred. */
export function mergeColumns(described: readonly ColumnInfo[], inferred: readonly ColumnInfo[]): ColumnInfo[] {
  return inferred.map((column) => described.find(({ name }) => name === column.name) ?? column);
}

function usableDefaults({ defaults, timepoints }: Descriptor, rows: readonly Row[]): Descriptor["defaults"] {
  const { outcome, timepoint } = defaults;
  const ofOutcome = rows.filter((row) => row.outcome === outcome);
  if (ofOutcome.some((row) => row.timepoint === timepoint)) return defaults;
  const names = timepoints.map(({ name }) => name);
  if (ofOutcome.length === 0) return { ...defaults, ...openingCell(rows, names) };
  return { ...defaults, timepoint: fullestTimepoint(rows, outcome, names).timepoint };
}
