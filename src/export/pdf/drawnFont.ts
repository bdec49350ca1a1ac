import type { DrawnText, DrawText, TextStyle } from "./drawnText";
import { type PdfFile, type Ref, utf16 } from "./pdfFile";

/** A text's place in one of the file's fonts of drawn texts. */
export interface DrawnGlyph {
  /** Name of the font in the page's resources. */
  readonly font: string;
  readonly code: number;
  /** In thousandths of an em. */
  readonly advance: number;
}

interface Kept {
  readonly text: string;
  readonly drawn: DrawnText;
}

const MOST_CODES = 255; // and one for the yardstick
/** Programs that take text out of a file judge the size of such a font by its m: an empty one of the usual width. */
const YARDSTICK = { name: "m", width: 600 };

/** Texts that no standard font has, each drawn once: collected while the pages are written, added to the file after. */
export interface DrawnFonts {
  readonly glyph: (text: string, style: TextStyle) => DrawnGlyph;
  /** Adds the fonts to the file: their names and references. */
  readonly write: (file: PdfFile) => Promise<readonly (readonly [name: string, ref: Ref])[]>;
}

/**
 * Fonts whose glyphs are whole texts, drawn as stencils in the current colour: the letters look as on the page, and
 * since each glyph says which text it stands for, searching, selecting and copying find the real words.
 */
export function drawnFonts(draw: DrawText): DrawnFonts {
  const places = new Map<string, DrawnGlyph>();
  const fonts: Kept[][] = [];
  return {
    glyph(text, style) {
      const key = `${style.bold} ${style.italic} ${text}`;
      const known = places.get(key);
      if (known) return known;
      const drawn = draw(text, style);
      let index = fonts.findIndex((kept) => kept.length < MOST_CODES);
      if (index < 0) index = fonts.push([]) - 1;
      const code = fonts[index]!.push({ text, drawn }) - 1;
      const place = { font: fontName(index), code, advance: (1000 * drawn.advance) / drawn.perEm };
      places.set(key, place);
      return place;
    },
    write: (file) =>
      Promise.all(fonts.map(async (kept, index) => [fontName(index), await writeFont(file, kept)] as const)),
  };
}

function fontName(index: number): string {
  return `D${index}`;
}

/** A Type 3 font (ISO 32000-1, 9.6.5) in thousandths of an em, with a `ToUnicode` map (9.10.3). */
async function writeFont(file: PdfFile, kept: readonly Kept[]): Promise<Ref> {
  const boxes = kept.map(({ drawn }) => glyphBox(drawn));
  const images = await Promise.all(kept.map(({ drawn }) => addStencil(file, drawn)));
  const procedures = await Promise.all(boxes.map((box, code) => file.addStream("", bytes(procedure(box, code)))));
  const toUnicode = await file.addStream("", bytes(unicodeMap(kept)));
  const yardstick = await file.addStream("", bytes(`${YARDSTICK.width} 0 d0`));
  const names = [...kept.map((_, code) => `/g${code}`), `/${YARDSTICK.name}`].join(" ");
  const widths = [...boxes.map(({ advance }) => advance), YARDSTICK.width].join(" ");
  const least = (edge: "left" | "bottom") => Math.min(...boxes.map((box) => box[edge]));
  const most = (edge: "right" | "top") => Math.max(...boxes.map((box) => box[edge]));
  return file.add(
    `<< /Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0]` +
      ` /FontBBox [${least("left")} ${least("bottom")} ${most("right")} ${most("top")}]` +
      ` /CharProcs << ${procedures.map((ref, code) => `/g${code} ${ref}`).join(" ")} /${YARDSTICK.name} ${yardstick} >>` +
      ` /Encoding << /Type /Encoding /Differences [0 ${names}] >> /FirstChar 0 /LastChar ${kept.length}` +
      ` /Widths [${widths}]` +
      ` /Resources << /XObject << ${images.map((ref, code) => `/i${code} ${ref}`).join(" ")} >> >>` +
      ` /ToUnicode ${toUnicode} >>`,
  );
}

/** Where a stencil stands, in thousandths of an em. */
function glyphBox({ advance, perEm, left, bottom, width, height }: DrawnText) {
  const scaled = (pixels: number) => Math.round((pixels * 10_000) / perEm) / 10;
  return {
    advance: scaled(advance),
    left: scaled(left),
    bottom: scaled(bottom),
    right: scaled(left + width),
    top: scaled(bottom + height),
  };
}

function addStencil(file: PdfFile, { width, height, bits }: DrawnText): Promise<Ref> {
  return file.addStream(
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ImageMask true /BitsPerComponent 1 /Decode [1 0]`,
    bits,
  );
}

/** `d1` declares a glyph that takes the colour of the text around it. */
function procedure({ advance, left, bottom, right, top }: ReturnType<typeof glyphBox>, code: number): string {
  const place = [right - left, 0, 0, top - bottom, left, bottom].map((x) => Math.round(x * 10) / 10);
  return `${advance} 0 ${left} ${bottom} ${right} ${top} d1 q ${place.join(" ")} cm /i${code} Do Q`;
}

const MOST_LINES = 100; // of one block of a CMap

function unicodeMap(kept: readonly Kept[]): string {
  const lines = kept.map(({ text }, code) => `<${code.toString(16).padStart(2, "0")}> <${utf16(text)}>`);
  const blocks = Array.from({ length: Math.ceil(lines.length / MOST_LINES) }, (_, i) => {
    const block = lines.slice(i * MOST_LINES, (i + 1) * MOST_LINES);
    return `${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`;
  });
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
${blocks.join("\n")}
endcmap CMapName currentdict /CMap defineresource pop end end`;
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
