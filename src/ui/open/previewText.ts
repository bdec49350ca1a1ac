import type { Reading } from "../../data/readDataset";
import { counted, list } from "../../words/phrase";

const ROWS = { one: "row", many: "rows" };
const OUTCOMES = { one: "outcome", many: "outcomes" };
const TIMEPOINTS = { one: "timepoint", many: "timepoints" };
const COMPARATORS = { one: "comparator", many: "comparators" };

/** What was understood of a table, in numbers: "13 studies in 26 rows: 2 outcomes, 1 timepoint and 1 comparator." */
export function countsText({ dataset, rejectedRows }: Reading): string {
  if (!dataset) return "No row can be used yet.";
  const { rows, descriptor } = dataset;
  const { outcomes, timepoints, comparators, studyNoun } = descriptor;
  const studies = counted(new Set(rows.map(({ studyId }) => studyId)).size, studyNoun);
  const parts = [
    counted(outcomes.length, OUTCOMES),
    counted(timepoints.length, TIMEPOINTS),
    counted(comparators.length, COMPARATORS),
  ];
  const left = rejectedRows > 0 ? ` ${counted(rejectedRows, ROWS)} cannot be used.` : "";
  return `${studies} in ${counted(rows.length, ROWS)}: ${list(parts)}.${left}`;
}
