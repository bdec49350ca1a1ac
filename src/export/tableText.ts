import { withFormulaMark } from "../model/formulaMark";
import type { Cell, PlainTable } from "./figureTable";

/** So that spreadsheets read it as UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

/** The table as a CSV file (RFC 4180, UTF-8 with a byte order mark). */
export function toCsv({ head, rows }: PlainTable): string {
  const lines = [head, ...rows].map((cells) => cells.map((cell) => quoted(textOf(cell))).join(","));
  return `${BYTE_ORDER_MARK}${lines.join("\r\n")}\r\n`;
}

/** The table with tabs between cells, as spreadsheets take it from the clipboard. */
export function toTsv({ head, rows }: PlainTable): string {
  return [head, ...rows]
    .map((cells) => cells.map((cell) => textOf(cell).replace(/[\t\r\n]+/g, " ")).join("\t"))
    .join("\n");
}

/** The table as HTML, for documents that keep it a table when it is pasted. */
export function toHtml({ head, rows }: PlainTable): string {
  const row = (cells: readonly Cell[], tag: "th" | "td") =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(textOf(cell))}</${tag}>`).join("")}</tr>`;
  return `<table>${row(head, "th")}${rows.map((cells) => row(cells, "td")).join("")}</table>`;
}

/** A text that a spreadsheet would run as a formula begins with an apostrophe instead; numbers stay numbers. */
function textOf(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  return withFormulaMark(cell);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
