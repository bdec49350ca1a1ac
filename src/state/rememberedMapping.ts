import * as v from "valibot";
import { mappingKey } from "../data/mapping/mappingKey";
import { columnKey } from "../data/tidy";
import { type MappedColumn, type Mapping, ROLES } from "../model/mapping";

const PREFIX = "understory.mapping.";

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
export function rememberedMapping(header: readonly string[]): Mapping | null {
  try {
    const read = v.safeParse(Mapped, JSON.parse(localStorage.getItem(PREFIX + mappingKey(header)) ?? "null"));
    return read.success ? fitted(read.output, header) : null;
  } catch {
    return null;
  }
}

/** Keeps it for the next table with these headers. */
export function rememberMapping(header: readonly string[], mapping: Mapping): void {
  try {
    localStorage.setItem(PREFIX + mappingKey(header), JSON.stringify(mapping));
  } catch {
    // Storage may be denied or full: the next such table is then guessed again.
  }
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
