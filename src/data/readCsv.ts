import Papa from "papaparse";
import type { UserError } from "../model/userError";
import type { Csv, CsvRecord, Delimiter } from "./csv";
import { quoteNotClosed, rowTooLong } from "./faults";
import { fileEmpty, headerOnly, oneColumn } from "./fileFaults";
import { cellsNotGiven, Tally } from "./notes";
import { isMissing } from "./numbers";

const DELIMITERS: readonly Delimiter[] = [",", ";", "\t"];

/**
 * The table in a CSV or TSV text, or the fault that makes it none. Blank lines are skipped but counted; a line that is
 * too long for the header is left out with an error, a short one is filled with empty cells.
 */
export function readCsv(text: string): Csv | { readonly error: UserError } {
  const { body, declared } = separatorLine(text.replace(/^\uFEFF/, ""));
  if (body.trim() === "") return { error: fileEmpty() };
  const delimiter = declared ?? guessDelimiter(body);
  if (!delimiter) return { error: oneColumn() };
  const { data, errors: faults } = Papa.parse<string[]>(body, { delimiter, skipEmptyLines: false });
  const first = data.findIndex((line) => line.some((cell) => cell.trim() !== ""));
  const header = trimHeader(data[first] ?? []);
  if (header.length < 2) return { error: oneColumn() };

  const errors: UserError[] = [];
  const unclosed = faults.find((f) => f.code === "MissingQuotes")?.row;
  const short = new Tally();
  const records: CsvRecord[] = [];
  for (let i = first + 1; i < data.length; i++) {
    const row = i + 1;
    const cells = data[i]!.map(clean);
    if (i === unclosed) errors.push(quoteNotClosed(row));
    else if (cells.slice(header.length).some((cell) => cell !== "")) {
      errors.push(rowTooLong(row, cells.length, header.length));
    } else if (cells.some((cell) => cell !== "")) {
      if (cells.length < header.length) short.add(row);
      records.push({ row, cells: header.map((_, column) => cells[column] ?? "") });
    }
  }
  if (records.length === 0 && errors.length === 0) return { error: headerOnly() };
  return { header, records, delimiter, errors, notes: short.count > 0 ? [cellsNotGiven(short)] : [] };
}

function clean(cell: string): string {
  const text = cell.trim();
  return isMissing(text) ? "" : text;
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
  const counts = DELIMITERS.map((delimiter) => names.split(delimiter).length - 1);
  const most = Math.max(...counts);
  return most === 0 ? null : DELIMITERS[counts.indexOf(most)]!;
}

/** Names without spaces around them or a byte order mark, and without unnamed columns at the end. */
function trimHeader(cells: readonly string[]): string[] {
  const names = cells.map((cell) => cell.replace(/\uFEFF/g, "").trim());
  return names.slice(0, names.findLastIndex((name) => name !== "") + 1);
}
