import * as v from "valibot";
import { isPdf, pdfRecord } from "./pdf/pdfRecord";
import { isPng, pngText } from "./pngChunks";

/** Keyword of the chunk in which a PNG carries its analysis. */
export const PNG_KEYWORD = "Understory";

const FigureRecord = v.object({
  software: v.literal("Understory"),
  version: v.string(),
  link: v.pipe(v.string(), v.url()),
  dataset: v.object({ id: v.string(), title: v.string(), kind: v.string(), sha256: v.nullish(v.string(), null) }),
});

/** What an exported figure says of where it comes from: enough to open its analysis again. */
export type FigureRecord = v.InferOutput<typeof FigureRecord>;

const MOST_BYTES = 50_000_000; // of a file that is searched for its metadata

/** The analysis that an exported SVG, PNG or PDF carries; null where the file is none of ours, or its metadata are damaged. */
export function readFigure(bytes: Uint8Array): FigureRecord | null {
  const json = recordIn(bytes);
  if (json === null) return null;
  try {
    const read = v.safeParse(FigureRecord, JSON.parse(json));
    return read.success ? read.output : null;
  } catch {
    return null; // not JSON: some other program's metadata
  }
}

function recordIn(bytes: Uint8Array): string | null {
  if (isPng(bytes)) return pngText(bytes, PNG_KEYWORD);
  if (bytes.length > MOST_BYTES) return null;
  return isPdf(bytes) ? pdfRecord(bytes) : svgMetadata(bytes);
}

/** Read without an XML parser, which the page's policy would not let see a stranger's text. */
function svgMetadata(bytes: Uint8Array): string | null {
  const text = new TextDecoder().decode(bytes);
  const found = /<svg[\s>][\s\S]*?<metadata\b[^>]*>([\s\S]*?)<\/metadata>/.exec(text)?.[1];
  return found === undefined ? null : unescapeXml(found);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(lt|gt|quot|apos|amp));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
  });
}
