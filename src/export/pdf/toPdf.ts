import type { Mark, Scene } from "../../scene/scene";
import { slices } from "../pages";
import { drawnFonts } from "./drawnFont";
import type { DrawText } from "./drawnText";
import { type PdfFile, pdfFile, type Ref, textString } from "./pdfFile";
import { markOperators, type PdfResources } from "./pdfMarks";
import { RECORD_KEY } from "./pdfRecord";

/** How a figure becomes a PDF. */
export interface PdfOptions {
  /** Points (1/72 inch) per pixel of the scene. */
  readonly scale: number;
  /** For text that neither Helvetica nor Symbol can write. */
  readonly draw: DrawText;
  /** Program and version. */
  readonly creator: string;
  /** Where the figure's analysis is to be found. */
  readonly link: string;
  /** The record that the figure carries, as JSON: what `readFigure` finds again. */
  readonly record: string;
}

/** The longest side that readers of PDF 1.7 must accept, in points (ISO 32000-1, annex C.2). */
const LONGEST = 14_400;

const FONTS = [
  ["H", "Helvetica"],
  ["HB", "Helvetica-Bold"],
  ["HI", "Helvetica-Oblique"],
  ["HBI", "Helvetica-BoldOblique"],
] as const;

/**
 * A PDF of a scene: vectors, and text as text. The standard fonts need not be embedded; τ, χ, ≤ and the minus come from
 * Symbol, and what neither has (Chinese, Korean, Cyrillic ...) is drawn as a stencil that still is text to whoever
 * searches or copies it. A figure higher than a page can be goes over several.
 */
export async function toPdf(scene: Scene, options: PdfOptions): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height, background, title, description } = scene;
  const { scale, draw, creator, link, record } = options;
  const file = pdfFile();
  const resources: PdfResources = { fonts: drawnFonts(draw), opacities: [] };
  const ground: Mark = { kind: "rect", at: [0, 0], size: [width, height], fill: background };
  const content = new TextEncoder().encode(`4 M ${markOperators([ground, ...scene.marks], resources)}`);
  const dictionary = await resourceDictionary(file, resources);
  const drawing = await file.addStream(
    `/Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}] /Resources ${dictionary}`,
    content,
  );

  const tree = file.promise();
  const pages = await Promise.all(
    slices(scene, LONGEST / scale).map(async ({ top, bottom }) => {
      const place = `${scale} 0 0 ${-scale} 0 ${bottom * scale} cm`;
      const clip = `0 ${top} ${width} ${bottom - top} re W n`;
      const contents = await file.addStream("", new TextEncoder().encode(`${place} ${clip} /Figure Do`));
      const box = `[0 0 ${(width * scale).toFixed(2)} ${((bottom - top) * scale).toFixed(2)}]`;
      return file.add(
        `<< /Type /Page /Parent ${tree.ref} /MediaBox ${box} /Contents ${contents}` +
          ` /Resources << /XObject << /Figure ${drawing} >> >> >>`,
      );
    }),
  );
  tree.keep(`<< /Type /Pages /Kids [${pages.join(" ")}] /Count ${pages.length} >>`);
  const root = file.add(
    `<< /Type /Catalog /Pages ${tree.ref} /Lang (en-GB) /ViewerPreferences << /DisplayDocTitle true >> >>`,
  );
  const info = file.add(
    `<< /Title ${textString(title)} /Subject ${textString(description)} /Keywords ${textString(link)}` +
      ` /Creator ${textString(creator)} /${RECORD_KEY} ${textString(record)} >>`,
  );
  return file.finish(root, info);
}

async function resourceDictionary(file: PdfFile, { fonts, opacities }: PdfResources): Promise<Ref> {
  const standard = FONTS.map(([name, base]) => {
    const ref = file.add(`<< /Type /Font /Subtype /Type1 /BaseFont /${base} /Encoding /WinAnsiEncoding >>`);
    return [name, ref] as const;
  });
  const symbol = ["Sy", file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>")] as const;
  const all = [...standard, symbol, ...(await fonts.write(file))];
  const states = opacities.map((opacity, i) => `/O${i} << /Type /ExtGState /ca ${opacity} >>`);
  return file.add(
    `<< /Font << ${all.map(([name, ref]) => `/${name} ${ref}`).join(" ")} >> /ExtGState << ${states.join(" ")} >> >>`,
  );
}
