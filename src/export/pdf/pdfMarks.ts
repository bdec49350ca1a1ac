import { measureText } from "../../scene/measureText";
import { plainText } from "../../scene/renderTree";
import type { Mark } from "../../scene/scene";
import type { DrawnFonts } from "./drawnFont";
import { line, move, n, polyline, roundedRect } from "./pdfPath";
import { type TextRun, textRuns } from "./textRuns";

/** What marks need of the file beside their own operators. */
export interface PdfResources {
  readonly fonts: DrawnFonts;
  /** Opacities in use; the graphics state of the i-th is named `Oi`. */
  readonly opacities: number[];
}

type TextMark = Extract<Mark, { kind: "text" }>;
type Paint = {
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly dash?: string;
  readonly fill?: string;
  readonly fillOpacity?: number;
};

const STRIKE = { height: 0.26, width: 0.06 }; // of the font size
const EMBOLDEN = 0.03; // Symbol has no bold: its outline, in font sizes

/** The PDF operators of marks in the scene's own pixels, y downwards. */
export function markOperators(marks: readonly Mark[], resources: PdfResources): string {
  return marks.map((mark) => operators(mark, resources)).join("\n");
}

function operators(mark: Mark, resources: PdfResources): string {
  switch (mark.kind) {
    case "rule":
      return painted(`${move(mark.from)} ${line(mark.to)}`, mark, resources);
    case "rect": {
      const [[x, y], [width, height]] = [mark.at, mark.size];
      const path =
        mark.rx === undefined
          ? `${n(x)} ${n(y)} ${n(width)} ${n(height)} re`
          : roundedRect(x, y, width, height, mark.rx);
      return painted(path, mark, resources);
    }
    case "circle": {
      const { at, r } = mark;
      return painted(roundedRect(at[0] - r, at[1] - r, 2 * r, 2 * r, r), mark, resources);
    }
    case "polygon":
      return painted(`${polyline(mark.points)} h`, mark, resources);
    case "polyline":
      return painted(polyline(mark.points), mark, resources);
    case "text":
      return text(mark, resources);
    case "group":
      return markOperators(mark.marks, resources);
  }
}

/** A path with its colours; a shape with neither fill nor stroke leaves no trace. */
function painted(path: string, paint: Paint, { opacities }: PdfResources): string {
  const fill = colour(paint.fill);
  const stroke = colour(paint.stroke);
  if (!fill && !stroke) return "";
  const state = [
    ...(fill ? [`${fill} rg`] : []),
    ...(stroke ? [`${stroke} RG ${n(paint.strokeWidth ?? 1)} w [${paint.dash ?? ""}] 0 d`] : []),
  ];
  const paints = fill && stroke ? "B" : fill ? "f" : "S";
  if (paint.fillOpacity === undefined || paint.fillOpacity === 1) return `${state.join(" ")} ${path} ${paints}`;
  const known = opacities.indexOf(paint.fillOpacity);
  const index = known >= 0 ? known : opacities.push(paint.fillOpacity) - 1;
  return `q /O${index} gs ${state.join(" ")} ${path} ${paints} Q`;
}

function text(mark: TextMark, resources: PdfResources): string {
  const words = plainText(mark.text);
  const fill = colour(mark.fill);
  if (words === "" || !fill) return "";
  const bold = mark.weight === "bold";
  const pieces = textRuns(words).map((run) => piece(run, bold, mark.italic === true, mark.size, resources));
  const width = pieces.reduce((sum, { advance }) => sum + advance, 0);
  const [x, y] = mark.at;
  const left = mark.anchor === "end" ? x - width : mark.anchor === "middle" ? x - width / 2 : x;
  let pen = left;
  const shown = pieces.map(({ operator, advance }) => {
    const placed = `1 0 0 -1 ${n(pen)} ${n(y)} Tm ${operator}`;
    pen += advance;
    return placed;
  });
  const strike = `${fill} rg ${n(left)} ${n(y - (STRIKE.height + STRIKE.width / 2) * mark.size)} ${n(width)} ${n(STRIKE.width * mark.size)} re f`;
  return [`BT ${fill} rg ${fill} RG ${shown.join(" ")} ET`, ...(mark.strike ? [strike] : [])].join("\n");
}

interface Piece {
  readonly operator: string;
  /** In pixels. */
  readonly advance: number;
}

function piece(run: TextRun, bold: boolean, italic: boolean, size: number, { fonts }: PdfResources): Piece {
  if (run.font === "drawn") {
    const { font, code, advance } = fonts.glyph(run.text, { bold, italic });
    return { operator: `/${font} ${n(size)} Tf <${hex([code])}> Tj`, advance: (advance * size) / 1000 };
  }
  // Layout counts every character at its tabulated width; Symbol's own differ by a hair, so its text keeps that room.
  const advance = measureText(run.text, size, bold ? "bold" : undefined);
  const font = run.font === "symbol" ? "Sy" : `H${bold ? "B" : ""}${italic ? "I" : ""}`;
  const show = `/${font} ${n(size)} Tf <${hex(run.codes)}> Tj`;
  const thick = run.font === "symbol" && bold;
  return { operator: thick ? `2 Tr ${n(EMBOLDEN * size)} w [] 0 d ${show} 0 Tr` : show, advance };
}

/** "#0072b2" as three numbers from 0 to 1; null for no colour. */
function colour(value: string | undefined): string | null {
  const digits = value === undefined ? null : /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(value);
  return digits
    ? digits
        .slice(1)
        .map((pair) => n(Number.parseInt(pair, 16) / 255))
        .join(" ")
    : null;
}

function hex(codes: readonly number[]): string {
  return codes.map((code) => code.toString(16).padStart(2, "0")).join("");
}
