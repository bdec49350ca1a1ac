import * as v from "valibot";
import { mappingKey } from "../data/mapping/mappingKey";
import { columnKey } from "../data/tidy";
import { type MappedColumn, type Mapping, ROLES } from "../model/mapping";
import type { Inspected } from "../worker/import/protocol";
import type { Remembered } from "./keep/remembered";
import { mappingRemembered } from "./openingNotices";

const keyOf = (header: readonly string[]): string => `mapping.${mappingKey(header)}`;

const Mapped = v.object({
  columns: v.array(
    v.object({
      header: v.string(),
      role: v.picklist(ROLES),
      outcome: v.nullable(v.string()),
      timepoint: v.nullable(v.string()),
      comparator: v.nullable(v.string()),
    }),
  ),
  constants: v.object({ outcome: v.string(), timepoint: v.string(), comparator: v.string() }),
  splitOutcome: v.boolean(),
  givenAre: v.picklist(["ratios", "analysis-scale"]),
  reference: v.nullable(v.string()),
});

/** What the reader last said of a table with these headers; null where nothing is kept, or storage is denied. */
export async function rememberedMapping(remembered: Remembered, header: readonly string[]): Promise<Mapping | null> {
  const mapping = await remembered.read<Mapping>(keyOf(header), Mapped);
  return mapping && fitted(mapping, header);
}

/** A table to be mapped, as the reader last mapped such headers; whatever else files turn out to be, as it is. */
export async function asLastMapped(remembered: Remembered, found: Inspected): Promise<Inspected> {
  if (found.kind !== "map") return found;
  const table = found.tables.find(({ name }) => name === found.table);
  const mapping = table ? await rememberedMapping(remembered, table.header) : null;
  return mapping ? { ...found, mapping, notes: [...found.notes, mappingRemembered()] } : found;
}

/** Keeps it for the next table with these headers. */
export function rememberMapping(remembered: Remembered, header: readonly string[], mapping: Mapping): Promise<void> {
  return remembered.change<Mapping>(keyOf(header), Mapped, () => mapping);
}

/** The mapping with the headers as this table writes them; null where a column of the table has no part in it. */
function fitted(mapping: Mapping, header: readonly string[]): Mapping | null {
  const left = [...mapping.columns];
  const columns: MappedColumn[] = [];
  for (const name of header) {
    const at = left.findIndex((column) => columnKey(column.header) === columnKey(name));
    const [column] = at < 0 ? [] : left.splice(at, 1);
    if (!column) return null;
    columns.push({ ...column, header: name });
  }
  return { ...mapping, columns };
}
