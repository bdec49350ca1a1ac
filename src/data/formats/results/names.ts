import type { UserError } from "../../../model/userError";
import { ASSUMED } from "../../drafts";
import { columnAssumed, directionAssumed } from "../../notes";
import type { TidyColumn } from "../../tidy";
import { type Columns, textIn } from "../tableView";
import type { TidyCells } from "../tidyRecords";

/** Columns that say which result a row is, by the names that they may have. */
const NAMED = {
  outcome: ["outcome", "outcomename", "endpoint"],
  timepoint: ["timepoint", "followup"],
  comparator: ["comparator"],
  better: ["better"],
} as const satisfies Partial<Record<TidyColumn, readonly string[]>>;

/** The columns that name results, and a row's cells in them. */
export interface NamedColumns {
  readonly taken: readonly number[];
  readonly cells: (cells: readonly string[]) => TidyCells;
}

export function namedColumns(columns: Columns): NamedColumns {
  const places = (Object.keys(NAMED) as (keyof typeof NAMED)[]).flatMap((name) => {
    const place = columns.at(...NAMED[name]);
    return place === null ? [] : [[name, place] as const];
  });
  return {
    taken: places.map(([, place]) => place),
    cells: (cells) => Object.fromEntries(places.map(([name, place]) => [name, textIn(cells, place)])),
  };
}

/** What is said of the columns that a tidy table lacks, where its description keeps the reader of rows from saying so. */
export function assumptions(header: readonly string[]): readonly UserError[] {
  const lacking = (["outcome", "timepoint", "comparator"] as const).filter((column) => !header.includes(column));
  const direction = header.includes("better") ? [] : [directionAssumed()];
  return [...lacking.map((column) => columnAssumed(column, ASSUMED[column])), ...direction];
}
