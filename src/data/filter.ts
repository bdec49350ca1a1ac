import type { Facet } from "../model/analysis";
import type { ColumnInfo, Dataset } from "../model/descriptor";
import { type Filter, isAcrossTime, type Selection } from "../model/selection";
import type { Row } from "../model/study";
import { compareLabels } from "./order";

const BINS = 12;

/** What a row must meet to be part of the question; null stands for any. */
export interface Where extends Pick<Selection, "hiddenComparators" | "filters"> {
  readonly outcome: string | null;
  readonly timepoint: string | null;
}

/** The rows that meet every condition, in data order; studies that the reader left out are among them. */
export function matchingRows(rows: readonly Row[], where: Where): Row[] {
  const inCell = cellTest(where);
  const filters = Object.entries(where.filters);
  return rows.filter((row) => inCell(row) && filters.every(([column, filter]) => passes(row, column, filter)));
}

/**
 * What each column that can be filtered offers within the current cell: "year" where the data give it, then every
 * category and number column. A count tells how many rows the value would keep, all other filters staying; values and
 * range are those of the cell without any filter, so that a choice never makes another one vanish.
 */
export function facetsOf({ descriptor, rows }: Dataset, selection: Selection): Facet[] {
  const timepoint = isAcrossTime(selection) ? null : selection.timepoint;
  const cell = rows.filter(cellTest({ ...selection, timepoint }));
  const failed = failedFilters(cell, selection);
  return facetColumns(descriptor.columns, cell).map((column) => {
    const kept = cell.filter((_, i) => failed[i]!.every((name) => name === column.name));
    return column.type === "number" ? numberFacet(column.name, cell, kept) : categoryFacet(column.name, cell, kept);
  });
}

/** A test for outcome, timepoint and comparator alone. */
function cellTest({ outcome, timepoint, hiddenComparators }: Omit<Where, "filters">): (row: Row) => boolean {
  const hidden = new Set(hiddenComparators);
  return (row) =>
    (outcome === null || row.outcome === outcome) &&
    (timepoint === null || row.timepoint === timepoint) &&
    !hidden.has(row.comparator);
}

/** Whether a row passes one filter; an empty cell passes only where the filter names it as "". */
function passes(row: Row, column: string, filter: Filter): boolean {
  const value = cellValue(row, column);
  if (filter.kind === "values") return filter.values.includes(value === null ? "" : String(value));
  return typeof value === "number" && value >= filter.min && value <= filter.max;
}

/** A row's value in a column that can be filtered: "year" or any further column; null where the cell is empty. */
function cellValue(row: Row, column: string): string | number | null {
  return column === "year" ? row.year : Object.hasOwn(row.columns, column) ? row.columns[column]! : null;
}

function facetColumns(columns: readonly ColumnInfo[], cell: readonly Row[]): Pick<ColumnInfo, "name" | "type">[] {
  const listed = columns.filter(
    ({ name, type }) => type === "category" || (type === "number" && hasNumber(cell, name)),
  );
  return hasNumber(cell, "year") ? [{ name: "year", type: "number" }, ...listed] : listed;
}

function hasNumber(rows: readonly Row[], column: string): boolean {
  return rows.some((row) => typeof cellValue(row, column) === "number");
}

/** For each row, the columns whose filter it fails. */
function failedFilters(rows: readonly Row[], { filters }: Selection): string[][] {
  const entries = Object.entries(filters);
  return rows.map((row) =>
    entries.filter(([column, filter]) => !passes(row, column, filter)).map(([column]) => column),
  );
}

function categoryFacet(column: string, cell: readonly Row[], kept: readonly Row[]): Facet {
  const key = (row: Row) => String(cellValue(row, column) ?? "");
  const counts = new Map([...new Set(cell.map(key))].sort(compareLabels).map((value) => [value, 0]));
  for (const row of kept) counts.set(key(row), counts.get(key(row))! + 1);
  return { kind: "category", column, values: [...counts].map(([value, k]) => ({ value, k })) };
}

function numberFacet(column: string, cell: readonly Row[], kept: readonly Row[]): Facet {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of numbers(cell, column)) {
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  const bins = new Array<number>(BINS).fill(0);
  const width = (max - min) / BINS || 1;
  for (const value of numbers(kept, column)) bins[Math.min(BINS - 1, Math.floor((value - min) / width))]! += 1;
  return { kind: "number", column, min, max, bins };
}

function numbers(rows: readonly Row[], column: string): number[] {
  return rows.map((row) => cellValue(row, column)).filter((value) => typeof value === "number");
}
