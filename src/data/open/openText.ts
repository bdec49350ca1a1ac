import type { UserError } from "../../model/userError";
import { decode } from "../decode";
import type { OpenedFile } from "../formats/format";
import { readCsv } from "../readCsv";
import { LIMITS } from "./limits";
import { fileTooLarge, jsonBroken } from "./openFaults";

/** Endings of texts that go with the tables of a package. */
const TEXTS = new Set(["html", "htm", "ris", "nbib", "bib", "md"]);

/** The text of a file as what it holds: a table, JSON, XML, or text of another kind; or why it is none of them. */
export function openText(name: string, bytes: Uint8Array): OpenedFile | { readonly error: UserError } {
  if (bytes.length > LIMITS.text) return { error: fileTooLarge(name, bytes.length) };
  const decoded = decode(bytes);
  if ("error" in decoded) return decoded;
  const text = decoded.text.replace(/^\uFEFF/, "");
  const ending = name.split(".").at(-1)!.toLowerCase();
  if (TEXTS.has(ending)) return { kind: "text", name, text };
  const start = text.slice(0, 1000).trimStart();
  if (ending === "json" || start.startsWith("{")) return json(name, text);
  if (start.startsWith("<?xml") || ending === "rm5" || ending === "xml") return { kind: "xml", name, text };
  if (start.startsWith("<")) return { kind: "text", name, text };
  const csv = readCsv(text);
  return "error" in csv ? csv : { ...csv, kind: "table", name };
}

function json(name: string, text: string): OpenedFile | { readonly error: UserError } {
  try {
    return { kind: "json", name, value: JSON.parse(text) as unknown };
  } catch {
    return { error: jsonBroken(name) };
  }
}
