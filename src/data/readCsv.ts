import Papa from "papaparse";
import { withoutFormulaMark } from "../model/formulaMark";
import type { UserError } from "../model/userError";
import { cellText } from "./cellText";
import type { Csv, CsvRecord, Delimiter } from "./csv";
import { quoteNotClosed, rowTooLong } from "./faults";
import { fileEmpty, headerOnly, oneColumn } from "./fileFaults";
import { cellsNotGiven, Tally } from "./notes";
import { LIMITS } from "./open/limits";
import { tableTooLarge, tableTooLong, tableTooWide } from "./open/openFaults";

/** Lines without a value, the header included, that may stand among the most rows there can be. */
const MOST_BLANK = 1000;
const DELIMITERS: readonly Delimiter[] = [",", ";", "\t"];

/**
 * The table in a CSV or TSV text, or the fault that makes it none: one beyond the limits, too. Blank lines are skipped but counted; a line that is
 * too long for the header is left out with an error, a short one is filled with empty cells.
 */
export function readCsv(text: string): Csv | { readonly error: UserError } {
  const { body, declared } = separatorLine(text.replace(/^\uFEFF/, ""));
  if (body.trim() === "") return { error: fileEmpty() };
  const delimiter = declared ?? guessDelimiter(body);
  if (!delimiter) return { error: oneColumn() };
  if (isTooLarge(body, delimiter)) return { error: isTooLong(body) ? tableTooLong() : tableTooLarge() };
  const {
    data,
    errors: faults,
    meta,
  } = Papa.parse<string[]>(body, {
    delimiter,
    skipEmptyLines: false,
    preview: LIMITS.rows + MOST_BLANK,
  });
  const first = data.findIndex((line) => line.some((cell) => cell.trim() !== ""));
  const header = trimHeader(data[first] ?? []);
  if (header.length < 2) return { error: oneColumn() };
  if (header.length > LIMITS.columns) return { error: tableTooWide(header.length) };

  const errors: UserError[] = [];
  const unclosed = faults.find((f) => f.code === "MissingQuotes")?.row;
  const short = new Tally();
  const records: CsvRecord[] = [];
  for (let i = first + 1; i < data.length; i++) {
    const row = i + 1;
    const cells = data[i]!.map(cellText);
    if (i === unclosed) errors.push(quoteNotClosed(row));
    else if (cells.slice(header.length).some((cell) => cell !== "")) {
      errors.push(rowTooLong(row, cells.length, header.length));
    } else if (cells.some((cell) => cell !== "")) {
      if (cells.length < header.length) short.add(row);
      records.push({ row, cells: header.map((_, column) => cells[column] ?? "") });
    }
  }
  if (records.length === 0 && errors.length === 0) return { error: headerOnly() };
  if (meta.truncated || records.length > LIMITS.rows) return { error: tableTooLong() };
  return { header, records, delimiter, errors, notes: short.count > 0 ? [cellsNotGiven(short)] : [] };
}

/** Excel's first line "sep=;", which it neither shows nor counts. */
function separatorLine(text: string): { body: string; declared: Delimiter | null } {
  const match = /^sep=([,;\t])\r?\n/i.exec(text);
  if (!match) return { body: text, declared: null };
  return { body: text.slice(match[0].length), declared: match[1] as Delimiter };
}

/** The separator that stands most often in the header outside quotes: decimal commas below cannot mislead it. */
function guessDelimiter(text: string): Delimiter | null {
  const line = /^\s*([^\r\n]*)/.exec(text)?.[1] ?? "";
  const names = line.replace(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((delimiter) => countOf(names, delimiter, LIMITS.columns));
  const most = Math.max(...counts);
  return most === 0 ? null : DELIMITERS[counts.indexOf(most)]!;
}

/** Whether so many marks stand in a text that to take it apart would take too long, quoted ones included. */
function isTooLarge(text: string, delimiter: Delimiter): boolean {
  const { cells } = LIMITS;
  const within = (mark: string, most: number) => countOf(text, mark, most) < most;
  return !(within(delimiter, cells) && within("\n", cells) && within('"', 2 * cells));
}

function isTooLong(text: string): boolean {
  const most = LIMITS.rows + MOST_BLANK;
  return countOf(text, "\n", most) === most;
}

/** How often a mark stands in a text, counted up to a limit. */
function countOf(text: string, mark: string, limit: number): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0 && count < limit; at = text.indexOf(mark, at + 1)) count++;
  return count;
}

/** Names without spaces around them or a byte order mark, and without unnamed columns at the end. */
function trimHeader(cells: readonly string[]): string[] {
  const names = cells.map((cell) => withoutFormulaMark(cell.replace(/\uFEFF/g, "").trim()).trim());
  return names.slice(0, names.findLastIndex((name) => name !== "") + 1);
}
