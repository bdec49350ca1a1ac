import type { Csv } from "./csv";

const MISSING = new Set(["", "na", "n/a", "#n/a", "nan", "null", ".", "-", "–", "—"]);

/** Whether a trimmed cell stands for a missing value. */
export function isMissing(text: string): boolean {
  return text.length < 5 && MISSING.has(text.toLowerCase());
}

const POINT = /^[+\-\u2212]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const COMMA = /^[+\-\u2212]?\d*,\d+$/;

/** The number that a cell says, its decimals after a point or, where `decimalComma`, after a comma; null for none. */
export function parseNumber(text: string, decimalComma: boolean): number | null {
  const written = decimalComma && COMMA.test(text) ? text.replace(",", ".") : text;
  if (!POINT.test(written)) return null;
  const value = Number(written.replace("\u2212", "-"));
  return Number.isFinite(value) ? value : null;
}

/** Whether a cell that is no number would be one with its commas read as decimals or thousands. */
export function hasUnclearComma(text: string): boolean {
  return text.includes(",") && /^[+\-\u2212]?[\d.,]+$/.test(text);
}

/**
 * The columns, by index, whose decimals stand after a comma: only where a comma does not separate cells, some cell is
 * written so, and none has a decimal point.
 */
export function decimalCommaColumns({ header, records, delimiter }: Csv): ReadonlySet<number> {
  if (delimiter === ",") return new Set();
  const fits = header.map((_, column) => {
    let seen = false;
    for (const { cells } of records) {
      const cell = cells[column]!;
      if (COMMA.test(cell)) seen = true;
      else if (cell.includes(".") && POINT.test(cell)) return false;
    }
    return seen;
  });
  return new Set(fits.flatMap((fit, column) => (fit ? [column] : [])));
}
