import { LIMITS } from "../../data/open/limits";

/** A reference such as r="C12" of a cell, or r="12" of a row. */
const REFERENCE = /\sr\s*=\s*(?:"([^"<]{0,40})|'([^'<]{0,40}))/g;

/**
 * Whether the XML of a sheet names a row or a column so far out that what lies between would fill the memory, though
 * the file is small; or writes a reference in a way that hides it.
 */
export function reachesTooFar(xml: Uint8Array): boolean {
  const text = new TextDecoder().decode(xml);
  let rows = 0;
  let columns = 0;
  for (const [, double, single] of text.matchAll(REFERENCE)) {
    const reference = double ?? single ?? "";
    if (reference.includes("&")) return true;
    const digits = reference.search(/\d/);
    if (digits < 0) continue;
    rows = Math.max(rows, Number(reference.slice(digits)) || 0);
    columns = Math.max(columns, columnOf(reference.slice(0, digits)));
    if (rows > LIMITS.rows + 1000 || columns > LIMITS.columns || rows * columns > LIMITS.cells) return true;
  }
  return false;
}

/** 1 for "A", 27 for "AA"; 0 for no letters. */
function columnOf(letters: string): number {
  let column = 0;
  for (let i = 0; i < letters.length; i++) column = column * 26 + (letters.charCodeAt(i) - 64);
  return column;
}
