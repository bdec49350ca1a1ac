import type { Dataset } from "../../model/descriptor";
import type { Filter } from "../../model/selection";
import { judgementOf } from "../../plots/riskOfBias";
import type { Judged } from "../../words/biasText";

/** The values of a column that mean one judgement, as a filter names them: "" for an empty cell. */
export function judgedValues({ rows }: Dataset, column: string, judged: Judged): readonly string[] {
  const meant = rows.filter((row) => (judgementOf(row, column) ?? "none") === judged);
  return [...new Set(meant.map((row) => String(row.columns[column] ?? "")))];
}

/** True where the filter keeps these values and no other. */
export function keepsOnly(filter: Filter | undefined, values: readonly string[]): boolean {
  if (filter?.kind !== "values") return false;
  return filter.values.length === values.length && values.every((value) => filter.values.includes(value));
}
