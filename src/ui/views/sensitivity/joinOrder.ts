import type { Dataset } from "../../../model/descriptor";
import type { Look } from "../../../model/look";

/** What studies join a cumulative result by: as chosen, else the year, or precision where no study has a year. */
export function joinOrder({ joinBy }: Look, dataset: Dataset): string {
  return joinBy ?? (hasYears(dataset) ? "year" : "precision");
}

export function hasYears({ rows }: Dataset): boolean {
  return rows.some(({ year }) => year !== null);
}
