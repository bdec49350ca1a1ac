import type { Dataset } from "../../model/descriptor";
import type { Filter, RangeFilter, Selection, ValuesFilter } from "../../model/selection";
import type { Say } from "./correct";

/** A link's filters as far as the data have their columns and values; one that would keep everything or nothing goes. */
export function correctFilters(filters: Selection["filters"], dataset: Dataset, say: Say): Selection["filters"] {
  const corrected = Object.entries(filters).map(([name, filter]) => [name, correctFilter(name, filter, dataset, say)]);
  const isSame = corrected.every(([name, filter]) => filter === filters[String(name)]);
  return isSame ? filters : Object.fromEntries(corrected.filter(([, filter]) => filter !== null));
}

function correctFilter(name: string, filter: Filter, { descriptor, rows }: Dataset, say: Say): Filter | null {
  const type = name === "year" ? "number" : descriptor.columns.find((column) => column.name === name)?.type;
  const cells = rows.map((row) => (name === "year" ? row.year : (row.columns[name] ?? null)));
  if (filter.kind === "range" && type === "number") return correctRange(name, filter, cells, say);
  if (filter.kind === "values" && type === "category") return correctValues(name, filter, cells, say);
  say("filter", name);
  return null;
}

type Cell = string | number | null;

function correctValues(name: string, filter: ValuesFilter, cells: readonly Cell[], say: Say): Filter | null {
  const known = new Set(cells.map((cell) => String(cell ?? "")));
  const values = filter.values.filter((value) => known.has(value));
  for (const value of filter.values) if (!known.has(value)) say(`value of ${name}`, value);
  if (values.length === filter.values.length) return filter;
  return values.length > 0 ? { kind: "values", values } : null;
}

function correctRange(name: string, filter: RangeFilter, cells: readonly Cell[], say: Say): Filter | null {
  if (cells.some((cell) => typeof cell === "number" && cell >= filter.min && cell <= filter.max)) return filter;
  say(`range of ${name}`, `${filter.min} to ${filter.max}`);
  return null;
}
