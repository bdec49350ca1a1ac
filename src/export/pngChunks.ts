import { joined, latin1 } from "./bytes";
import { crc32 } from "./crc32";

/** One chunk of a PNG file: a name of four letters, and its data. */
interface Chunk {
  readonly name: string;
  readonly data: Uint8Array;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const AFTER_HEADER = SIGNATURE.length + 25; // IHDR is always first and 25 bytes long
const METRES_PER_INCH = 0.0254;

/**
 * The PNG with a text in an `iTXt` chunk (UTF-8) and its resolution in a `pHYs` chunk, so that print programs give it
 * the size it was made for. Both stand right after the header, where the PNG specification (third edition) allows them.
 */
export function annotatedPng(
  png: Uint8Array,
  keyword: string,
  text: string,
  dotsPerInch: number,
): Uint8Array<ArrayBuffer> {
  const perMetre = Math.round(dotsPerInch / METRES_PER_INCH);
  const resolution = new Uint8Array(9);
  const view = new DataView(resolution.buffer);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  view.setUint8(8, 1); // per metre
  // Keyword, no compression, no language, no translated keyword.
  const words = joined([latin1(`${keyword}\0\0\0\0\0`), new TextEncoder().encode(text)]);
  return joined([
    png.subarray(0, AFTER_HEADER),
    chunkBytes({ name: "pHYs", data: resolution }),
    chunkBytes({ name: "iTXt", data: words }),
    png.subarray(AFTER_HEADER),
  ]);
}

/** The text that `annotatedPng` wrote under a keyword; null where the bytes are no PNG or hold none. */
export function pngText(png: Uint8Array, keyword: string): string | null {
  const head = latin1(`${keyword}\0\0\0\0\0`);
  const found = chunks(png).find(({ name, data }) => name === "iTXt" && head.every((byte, i) => data[i] === byte));
  return found ? new TextDecoder().decode(found.data.subarray(head.length)) : null;
}

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

/** The chunks up to the first that is cut short. */
function chunks(png: Uint8Array): readonly Chunk[] {
  if (!isPng(png)) return [];
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const found: Chunk[] = [];
  let at = SIGNATURE.length;
  while (at + 12 <= png.length) {
    const length = view.getUint32(at);
    if (at + 12 + length > png.length) break;
    const name = String.fromCharCode(...png.subarray(at + 4, at + 8));
    found.push({ name, data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return found;
}

function chunkBytes({ name, data }: Chunk): Uint8Array {
  const body = joined([latin1(name), data]);
  const frame = new DataView(new ArrayBuffer(8));
  frame.setUint32(0, data.length);
  frame.setUint32(4, crc32(body));
  const bytes = new Uint8Array(frame.buffer);
  return joined([bytes.subarray(0, 4), body, bytes.subarray(4)]);
}
