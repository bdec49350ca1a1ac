import type { ReadTidy } from "../../data/formats/format";
import { tidyTableOf } from "../../data/tidyTable";
import type { OwnData } from "../../model/ownData";

/** A reader's data as they are kept, from a table that was read just now. @param sheet its sheet, where it has several. */
export function ownDataOf(tidy: ReadTidy, fileName: string, sheet: string | null): OwnData {
  const base = fileName.replace(/\.[a-z0-9]+$/i, "").trim() || "Your data";
  return {
    id: randomId(),
    name: tidy.name ?? (sheet === null ? base : `${base}, ${sheet}`),
    fileName,
    format: tidy.format,
    table: tidyTableOf(tidy.table),
    described: tidy.described,
    remedies: [],
    exported: tidy.exported,
  };
}

/** 96 random bits. (`randomUUID` is not there on pages served over plain http.) */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
