import type { UserError } from "../model/userError";
import { notText } from "./fileFaults";

interface Decoder {
  decode(bytes: Uint8Array): string;
}
/** Browsers, their workers and Node all have it; declared here because this folder compiles without DOM types. */
declare const TextDecoder: new (label: string, options?: { fatal?: boolean }) => Decoder;

const SAVE_AS_CSV = "Save the table as CSV from the spreadsheet, then open that file.";
const UNPACK = "Unpack it and open the CSV inside.";
const CHOOSE_CSV = "Choose the CSV file that holds your results.";

/** First bytes of the files that are most often taken for a CSV. */
const SIGNATURES: readonly { bytes: readonly number[]; kind: string; remedy: string }[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], kind: "a PNG image", remedy: CHOOSE_CSV },
  { bytes: [0xff, 0xd8, 0xff], kind: "a JPEG image", remedy: CHOOSE_CSV },
  { bytes: [0x47, 0x49, 0x46, 0x38], kind: "a GIF image", remedy: CHOOSE_CSV },
  { bytes: [0x25, 0x50, 0x44, 0x46], kind: "a PDF document", remedy: CHOOSE_CSV },
  { bytes: [0x50, 0x4b, 0x03, 0x04], kind: "a ZIP archive or an Excel workbook (.xlsx)", remedy: SAVE_AS_CSV },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], kind: "an old Excel workbook (.xls)", remedy: SAVE_AS_CSV },
  { bytes: [0x1f, 0x8b], kind: "a gzip archive", remedy: UNPACK },
];

const SAMPLE = 4096; // bytes looked at to tell UTF-16 and binary data apart

/**
 * The text of a file: UTF-8 with or without a byte order mark, UTF-16 of either byte order with or without one, else
 * windows-1252, which gives every byte a character. A file that is not text is a fault that names what it seems to be.
 */
export function decode(bytes: Uint8Array): { text: string } | { error: UserError } {
  const signature = SIGNATURES.find((s) => s.bytes.every((byte, i) => bytes[i] === byte));
  if (signature) return { error: notText(signature.kind, signature.remedy) };
  const wide = utf16Label(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes) };
  if (bytes.subarray(0, SAMPLE).includes(0)) return { error: notText("a program’s own binary data", SAVE_AS_CSV) };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes) };
  }
}

/** UTF-16 by its byte order mark, or by Latin text having a NUL in every second byte. */
function utf16Label(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE) / 2);
  let evenNuls = 0;
  let oddNuls = 0;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) evenNuls++;
    if (bytes[2 * i + 1] === 0) oddNuls++;
  }
  if (oddNuls > 0.7 * pairs && evenNuls < 0.05 * pairs) return "utf-16le";
  return evenNuls > 0.7 * pairs && oddNuls < 0.05 * pairs ? "utf-16be" : null;
}
