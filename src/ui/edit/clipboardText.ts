import type { TidyTable } from "../../model/ownData";
import type { Block } from "./place";

/** The cells of a block as a spreadsheet takes them: a line a row, tabs between cells. */
export function copiedText({ rows }: TidyTable, { top, bottom, left, right }: Block): string {
  return rows
    .slice(top, bottom + 1)
    .map((cells) =>
      cells
        .slice(left, right + 1)
        .map(quoted)
        .join("\t"),
    )
    .join("\n");
}

function quoted(cell: string): string {
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * The cells in the text of a clipboard, each line as long as the longest. Tabs separate them, as in what spreadsheets
 * copy; text without any is a list of cells, or a CSV if each line has as many commas or semicolons as the first.
 */
export function cellsOfText(text: string): readonly (readonly string[])[] {
  const body = text.replace(/^\uFEFF/, "").replace(/(?:\r\n?|\n)$/, "");
  const lines = linesOf(body, separatorOf(body));
  const width = Math.max(...lines.map((cells) => cells.length));
  return lines.map((cells) => Array.from({ length: width }, (_, i) => cells[i] ?? ""));
}

/** null: each line is one cell. A single line may be a sentence, or a number with a decimal comma: it is one cell. */
function separatorOf(body: string): string | null {
  if (body.includes("\t")) return "\t";
  for (const separator of [";", ","]) {
    const lines = linesOf(body, separator);
    const width = lines[0]?.length ?? 1;
    if (lines.length > 1 && width > 1 && lines.every((cells) => cells.length === width)) return separator;
  }
  return null;
}

/** Cells line by line; one that begins with a quote may hold separators and line breaks. */
function linesOf(text: string, separator: string | null): string[][] {
  const lines: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const isQuoted = text[at] === '"';
    const end = isQuoted ? closingQuote(text, at) : null;
    const from = end === null ? at : end + 1;
    let stop = from;
    while (stop < text.length && text[stop] !== separator && text[stop] !== "\n" && text[stop] !== "\r") stop++;
    const cell =
      end === null ? text.slice(at, stop) : text.slice(at + 1, end).replaceAll('""', '"') + text.slice(from, stop);
    lines.at(-1)?.push(cell);
    if (stop < text.length && text[stop] !== separator) lines.push([]);
    at = stop + (text[stop] === "\r" && text[stop + 1] === "\n" ? 2 : 1);
  }
  return lines;
}

/** Where the quote that opens at `open` is closed; null where it never is, so that it is a mark like any other. */
function closingQuote(text: string, open: number): number | null {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return null;
}
