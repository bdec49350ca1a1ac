import type { Mapping, Role } from "../../model/mapping";
import type { UserError } from "../../model/userError";
import type { ViewRow } from "../formats/tableView";
import { splitTimepoint } from "../splitTimepoint";
import { headerTokens } from "./headerTokens";
import { studyFilledDown } from "./mappingFaults";
import type { About, Roles } from "./roles";

/** A row with what it says of itself. */
export interface NamedRow extends ViewRow {
  readonly study: string;
  readonly year: string;
  readonly arm: string;
  /** What one of its results is about: what its columns say, else the row, else what the mapping says of every row. */
  about(columns: About): { readonly outcome: string; readonly timepoint: string; readonly comparator: string };
}

const UNITS = new Set(["hour", "day", "week", "month", "year"]);

/** The rows with their names; a study that stands in the first of several rows only is that of the others too. */
export function namedRows(
  rows: readonly ViewRow[],
  header: readonly string[],
  { naming }: Roles,
  { constants, splitOutcome }: Mapping,
): { readonly rows: readonly NamedRow[]; readonly notes: readonly UserError[] } {
  const text = (row: ViewRow, role: Role) => {
    const place = naming.get(role);
    return place === undefined ? "" : (row.cells[place] ?? "");
  };
  const unit = unitOf(header[naming.get("timepoint") ?? -1] ?? "");
  let above: { readonly study: string; readonly year: string } = { study: "", year: "" };
  let filled = 0;
  const named = rows.map((row): NamedRow => {
    const study = text(row, "study");
    if (study === "" && above.study !== "") filled += 1;
    else above = { study, year: text(row, "year") };
    const written = text(row, "outcome");
    const timepoint = withUnit(text(row, "timepoint"), unit);
    return {
      ...row,
      ...above,
      arm: text(row, "arm"),
      about(columns) {
        const whole = columns.outcome || written || constants.outcome;
        const split = splitOutcome ? splitTimepoint(whole) : { outcome: whole, timepoint: null };
        return {
          outcome: split.outcome,
          timepoint: columns.timepoint || timepoint || split.timepoint || constants.timepoint,
          comparator: columns.comparator || text(row, "comparator") || constants.comparator,
        };
      },
    };
  });
  return { rows: named, notes: filled > 0 ? [studyFilledDown(filled)] : [] };
}

/** The unit in a header such as "weeks" or "Follow-up (months)"; null for none. */
function unitOf(header: string): string | null {
  const words = headerTokens(header).map(({ word }) => word.replace(/s$/, ""));
  return words.find((word) => UNITS.has(word)) ?? null;
}

/** "12" in a column of weeks is "12 weeks". */
function withUnit(cell: string, unit: string | null): string {
  if (unit === null || !/^\d+(?:\.\d+)?$/.test(cell)) return cell;
  return `${cell} ${unit}${Number(cell) === 1 ? "" : "s"}`;
}
