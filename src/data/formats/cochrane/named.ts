import type { Csv, CsvRecord } from "../../csv";
import { decimalCommaColumns, parseNumber } from "../../numbers";
import { columnKey } from "../../tidy";

/** A table whose cells are asked for by the names of their columns; of several names the first that is a column counts. */
export interface NamedTable {
  readonly records: readonly CsvRecord[];
  readonly header: readonly string[];
  readonly has: (name: string) => boolean;
  /** "" where the cell is empty, stands for nothing ("#N/A", "[Not identical]"), or there is no such column. */
  readonly text: (record: CsvRecord, ...names: readonly string[]) => string;
  /** null where `text` is no number. */
  readonly number: (record: CsvRecord, ...names: readonly string[]) => number | null;
}

const NOTHING = /^\[.{0,40}\]$|^#n\/a$/i;
/** "1,234" in a quoted cell of a file whose cells are separated by commas. */
const THOUSANDS = /^[+\-\u2212]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;

/** Opens a table by its header: case, spaces, dots and underscores in names do not count. */
export function namedTable(table: Csv): NamedTable {
  const index = new Map<string, number>();
  for (const [i, name] of table.header.entries()) if (!index.has(columnKey(name))) index.set(columnKey(name), i);
  const decimalComma = decimalCommaColumns(table);
  const places = new Map<string, number>();
  const placeOf = (name: string) => {
    const known = places.get(name);
    if (known !== undefined) return known;
    const place = index.get(columnKey(name)) ?? -1;
    places.set(name, place);
    return place;
  };
  const find = (names: readonly string[]) => {
    for (const name of names) {
      const place = placeOf(name);
      if (place >= 0) return place;
    }
    return -1;
  };
  const cell = (record: CsvRecord, place: number) => {
    const text = record.cells[place] ?? "";
    return (text.startsWith("[") || text.startsWith("#")) && NOTHING.test(text) ? "" : text;
  };
  return {
    records: table.records,
    header: table.header,
    has: (name) => placeOf(name) >= 0,
    text: (record, ...names) => cell(record, find(names)),
    number: (record, ...names) => {
      const place = find(names);
      const text = cell(record, place);
      if (text === "") return null;
      const written = table.delimiter === "," && THOUSANDS.test(text) ? text.replace(/,/g, "") : text;
      return parseNumber(written, decimalComma.has(place));
    },
  };
}

/** True where a header has every one of these columns. */
export function hasColumns(header: readonly string[], names: readonly string[]): boolean {
  const keys = new Set(header.map(columnKey));
  return names.every((name) => keys.has(columnKey(name)));
}
