import type { OpenedTable } from "../formats/format";
import { viewOf } from "../formats/tableView";
import { parseNumber } from "../numbers";
import { columnKey } from "../tidy";
import { type HeaderParts, headerParts } from "./headerParts";
import { plain } from "./headerTokens";

/** A column with what its header and its first values say. */
export interface Sniffed {
  readonly place: number;
  readonly header: string;
  /** Its name without case, accents, spaces and signs. */
  readonly key: string;
  /** The first values that are not empty. */
  readonly values: readonly string[];
  /** The values as numbers, where nearly all of them are; else null. */
  readonly numbers: readonly number[] | null;
  readonly parts: HeaderParts;
}

const LOOKED_AT = 200;
/** Some cells of a column of numbers hold a remark. */
const MOST_NUMBERS = 0.8;

/** The columns of a table as its first rows show them. */
export function sniffed(table: OpenedTable): readonly Sniffed[] {
  const records = table.records.slice(0, LOOKED_AT);
  const { rows } = viewOf({ ...table, records });
  return table.header.map((header, place): Sniffed => {
    const values = rows.map(({ cells }) => cells[place] ?? "").filter((cell) => cell !== "");
    const numbers = values.map((value) => parseNumber(value.replace(/^[<=]\s*/, ""), false)).filter((n) => n !== null);
    const isNumeric = numbers.length > 0 && numbers.length >= MOST_NUMBERS * values.length;
    const key = columnKey(plain(header)).replace(/[^\p{L}\d]+/gu, "");
    return { place, header, key, values, numbers: isNumeric ? numbers : null, parts: headerParts(header) };
  });
}
