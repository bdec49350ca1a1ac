import { BOLD_WIDTHS, REGULAR_WIDTHS, type WidthTable } from "./fontWidths";

/** What figures are set in: three families with the same widths. */
export const FONT_FAMILY = "Arial, Helvetica, 'Liberation Sans', sans-serif";

const UNKNOWN = 600; // 1/1000 em, for a character that the tables lack
const FULL_WIDTH = 1000;
const ELLIPSIS = "…";

const regular = lookup(REGULAR_WIDTHS);
const bold = lookup(BOLD_WIDTHS);

/**
 * Width of a line of text in CSS pixels, from tabulated widths of Arial, so that layout is the same in Node, in the
 * page and in the file. Characters outside the tables count as 0.6 em, East Asian ones and emoji as 1 em.
 */
export function measureText(text: string, size: number, weight?: "bold"): number {
  const widths = weight === "bold" ? bold : regular;
  let total = 0;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    total += widths.get(code) ?? otherWidth(code);
  }
  return (total * size) / 1000;
}

/** The text, or as much of its beginning as fits `width` px with an ellipsis; "" where not even that fits. */
export function truncate(text: string, width: number, size: number, weight?: "bold"): string {
  if (measureText(text, size, weight) <= width) return text;
  let room = width - measureText(ELLIPSIS, size, weight);
  if (room < 0) return "";
  let kept = "";
  for (const char of text) {
    room -= measureText(char, size, weight);
    if (room < 0) break;
    kept += char;
  }
  return kept.trimEnd() + ELLIPSIS;
}

/** Lines of at most `width` px, broken at spaces but not at no-break spaces; a single word that is wider is truncated. */
export function wrapText(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \t\n]+/).filter(Boolean)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && measureText(longer, size) > width) {
      lines.push(truncate(line, width, size));
      line = word;
    } else {
      line = longer;
    }
  }
  return line === "" ? lines : [...lines, truncate(line, width, size)];
}

function lookup(table: WidthTable): ReadonlyMap<number, number> {
  const widths = table.flatMap(([first, run]) => run.split(" ").map((w, i) => [first + i, Number(w)] as const));
  return new Map(widths.filter(([, width]) => width > 0));
}

function otherWidth(code: number): number {
  if (code >= 0x300 && code <= 0x36f) return 0; // combining accents stand on the letter before
  const wide =
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    code >= 0x1f000;
  return wide ? FULL_WIDTH : UNKNOWN;
}
