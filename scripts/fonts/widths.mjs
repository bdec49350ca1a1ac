/**
 * Writes src/scene/fontWidths.ts: advance widths of Liberation Sans, which are those of Arial and Helvetica.
 * Run it only when characters are added: `node scripts/fonts/widths.mjs [folder with LiberationSans-*.ttf]`, then format it
 * (Debian: fonts-liberation).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2] ?? "/usr/share/fonts/truetype/liberation";
const target = new URL("../../src/scene/fontWidths.ts", import.meta.url);

/** First and last code points, inclusive: Latin, Greek, Cyrillic, and the signs that figures use. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x384, 0x3ce],
  [0x400, 0x45f],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x2070, 0x208e],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2248, 0x2265],
];

/** Offsets of the tables of a TrueType file, by tag. */
function tables(font) {
  const found = {};
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const at = 12 + 16 * i;
    found[font.toString("latin1", at, at + 4)] = font.readUInt32BE(at + 8);
  }
  return found;
}

/** Code point to glyph, from the Windows Unicode subtable (format 4). */
function glyphFinder(font, cmap) {
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const record = cmap + 4 + 8 * i;
    const at = cmap + font.readUInt32BE(record + 4);
    if (font.readUInt16BE(record) === 3 && font.readUInt16BE(at) === 4) return (code) => glyphOf(font, at, code);
  }
  throw new Error("no Unicode character map of format 4");
}

function glyphOf(font, at, code) {
  const bytes = font.readUInt16BE(at + 6); // twice the number of segments
  for (let i = 0; i < bytes; i += 2) {
    if (font.readUInt16BE(at + 14 + i) < code) continue;
    const start = font.readUInt16BE(at + 16 + bytes + i);
    if (start > code) return 0;
    const delta = font.readUInt16BE(at + 16 + 2 * bytes + i);
    const rangeAt = at + 16 + 3 * bytes + i;
    const range = font.readUInt16BE(rangeAt);
    if (range === 0) return (code + delta) & 0xffff;
    const glyph = font.readUInt16BE(rangeAt + range + 2 * (code - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

/** Per range, the widths in thousandths of an em; 0 where the font lacks the character. */
function widths(file) {
  const font = readFileSync(join(folder, file));
  const { cmap, head, hhea, hmtx } = tables(font);
  const unitsPerEm = font.readUInt16BE(head + 18);
  const metrics = font.readUInt16BE(hhea + 34);
  const glyph = glyphFinder(font, cmap);
  const width = (code) => {
    const g = glyph(code);
    return g === 0 ? 0 : Math.round((1000 * font.readUInt16BE(hmtx + 4 * Math.min(g, metrics - 1))) / unitsPerEm);
  };
  return RANGES.map(([first, last]) => [first, Array.from({ length: last - first + 1 }, (_, i) => width(first + i))]);
}

const table = (name, rows) =>
  `export const ${name}: WidthTable = [\n${rows.map(([first, all]) => `  [0x${first.toString(16)}, "${all.join(" ")}"],`).join("\n")}\n];\n`;

writeFileSync(
  target,
  `// Written by scripts/fonts/widths.mjs from Liberation Sans, whose widths are those of Arial and Helvetica.

/** Runs of characters: the first code point, then one advance width each in 1/1000 em; 0 means no such character. */
export type WidthTable = readonly (readonly [first: number, widths: string])[];

${table("REGULAR_WIDTHS", widths("LiberationSans-Regular.ttf"))}
${table("BOLD_WIDTHS", widths("LiberationSans-Bold.ttf"))}`,
);
