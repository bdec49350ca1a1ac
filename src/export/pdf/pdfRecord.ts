/** The entry of the document information in which a PDF carries its analysis (ISO 32000-1, 14.3.3 allows further ones). */
export const RECORD_KEY = "Understory";

/** As `textString` writes it, however another program has cased and broken it since. */
const RECORD = new RegExp(`/${RECORD_KEY}\\s*<\\s*feff([\\da-f\\s]*)>`, "i");

export function isPdf(bytes: Uint8Array): boolean {
  return [..."%PDF-"].every((char, i) => bytes[i] === char.charCodeAt(0));
}

/** The record that `toPdf` wrote; null where the file holds none that can be read without unpacking its objects. */
export function pdfRecord(bytes: Uint8Array): string | null {
  const digits = RECORD.exec(new TextDecoder("latin1").decode(bytes))?.[1]?.replace(/\s+/g, "");
  if (digits === undefined) return null;
  const units = digits.match(/.{4}/g) ?? [];
  return units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join("");
}
