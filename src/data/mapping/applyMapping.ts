import type { Mapping } from "../../model/mapping";
import type { UserError } from "../../model/userError";
import { armsToContrasts, INTERVENTION, usualReference } from "../formats/armsToContrasts";
import type { OpenedTable, ReadTidy } from "../formats/format";
import { viewOf } from "../formats/tableView";
import { type TidyRecord, tidyCsv } from "../formats/tidyRecords";
import { LIMITS } from "../open/limits";
import { tableTooLarge } from "../open/openFaults";
import { armRecords } from "./armRecords";
import { contrastRecords } from "./contrastRecords";
import type { NormalQuantile } from "./givenCells";
import { givenInfo } from "./givenInfo";
import { type Roles, rolesOf } from "./roles";
import { namedRows } from "./rowNames";

/** What a mapped table is called for the reader. */
const MAPPED = "table with assigned columns";

/** A foreign table as a tidy one, by a mapping of its columns; or what the mapping lacks. */
export function applyMapping(
  table: OpenedTable,
  mapping: Mapping,
  quantile: NormalQuantile,
): ReadTidy | { readonly error: UserError } {
  const roles = rolesOf(table, mapping);
  if ("error" in roles) return roles;
  if (cellsOf(table, roles) > LIMITS.cells) return { error: tableTooLarge() };
  const view = viewOf(table);
  const names = namedRows(view.rows, view.header, roles, mapping);
  const further = roles.further.map((place) => table.header[place]!);
  const read = roles.byArm
    ? armsRead(armRecords(names.rows, roles), mapping.reference)
    : contrastRecords(names.rows, roles, mapping, quantile);
  const header = roles.byArm ? [INTERVENTION, ...further] : further;
  return {
    kind: "tidy",
    format: MAPPED,
    table: tidyCsv(read.records, header, table),
    described: describedBy(table, roles, mapping, read.records),
    exported: [],
    notes: [...names.notes, ...read.notes],
  };
}

const TIDY_CELLS = 12; // about what a result takes in the tidy columns

/** Cells that the tidy table may come to: each result of a row takes the further columns with it. */
function cellsOf({ records }: OpenedTable, { results, further }: Roles): number {
  return records.length * results.length * (further.length + TIDY_CELLS);
}

function armsRead(arms: Parameters<typeof armsToContrasts>[0], reference: string | null) {
  return armsToContrasts(arms, reference ?? usualReference(arms));
}

/** Names the given effects of each outcome by the header of their column. */
function describedBy(
  { header }: OpenedTable,
  { results }: Roles,
  { givenAre }: Mapping,
  records: readonly TidyRecord[],
): ReadTidy["described"] {
  const places = results.flatMap(({ places: of }) => of.get("yi") ?? of.get("ciLb") ?? []);
  const place = places[0];
  if (place === undefined) return {};
  const given = givenInfo(header[place]!, givenAre);
  const outcomes = new Set(records.filter(({ cells }) => cells.yi).map(({ cells }) => cells.outcome ?? ""));
  return { outcomes: [...outcomes].map((name) => ({ name, given })) };
}
