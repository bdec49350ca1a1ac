import type { Dataset } from "../../model/descriptor";

/** Numeric columns that rows report, "year" last: most data have it, few are about it. */
export function moderatorsOf({ descriptor, rows }: Dataset): readonly string[] {
  const numeric = descriptor.columns.filter(
    ({ name, type }) => type === "number" && rows.some((row) => typeof row.columns[name] === "number"),
  );
  const hasYears = rows.some(({ year }) => year !== null);
  return [...numeric.map(({ name }) => name), ...(hasYears ? ["year"] : [])];
}
