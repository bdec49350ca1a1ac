import type { UserError } from "../../model/userError";
import { archiveLocked, foreignFile } from "./openFaults";

const AS_TABLE = "Open it in the program that made it and save or export the table of results as CSV or .xlsx.";
const IN_R = 'In R, write the data frame to a file with write.csv(dat, "dat.csv", row.names = FALSE), and open that.';
const IN_SPREADSHEET = "Open it in the spreadsheet, save it as .xlsx or CSV, and open that.";
const UNPACK = "Unpack it on your computer and open the CSV or .xlsx file inside.";
const IMAGE =
  "Choose a file with a table of results. A figure that was saved from this page as SVG, PNG or PDF can be dropped on it.";

interface Foreign {
  readonly what: string;
  readonly remedy: string;
}

/** By ending: what would be taken for text or for an archive of something else. */
const ENDINGS: ReadonlyMap<string, Foreign> = new Map([
  ...endings("rda rdata rds", "an R data file", IN_R),
  ...endings("oma", "an OpenMeta project, which may hold program code", AS_TABLE),
  ...endings("pickle pkl", "a Python pickle, which may hold program code", AS_TABLE),
  ...endings("sav zsav por", "an SPSS file", AS_TABLE),
  ...endings("dta", "a Stata file", AS_TABLE),
  ...endings("sas7bdat xpt", "a SAS file", AS_TABLE),
  ...endings("jasp", "a JASP file", AS_TABLE),
  ...endings("omv", "a jamovi file", AS_TABLE),
  ...endings("cma", "a Comprehensive Meta-Analysis file", AS_TABLE),
  ...endings("numbers", "a Numbers document", IN_SPREADSHEET),
  ...endings("ods fods", "an OpenDocument spreadsheet", IN_SPREADSHEET),
  ...endings("xlsb", "a binary Excel workbook", IN_SPREADSHEET),
  ...endings("docx doc odt rtf", "a text document", "Copy the table out of it and paste it here, or save it as CSV."),
  ...endings("pptx ppt odp", "a presentation", "Copy the table out of it and paste it here, or save it as CSV."),
  ...endings("pdf", "a PDF document", "Copy the table out of it and paste it here, or type it into a spreadsheet."),
]);

const PICTURE: readonly [string, string] = ["a picture", IMAGE];

/** By first bytes, whatever the file is called. */
const SIGNATURES: readonly (readonly [readonly number[], string, string])[] = [
  [
    [0x25, 0x50, 0x44, 0x46],
    "a PDF document",
    "Copy the table out of it and paste it here, or type it into a spreadsheet.",
  ],
  [[0x89, 0x50, 0x4e, 0x47], ...PICTURE],
  [[0xff, 0xd8, 0xff], ...PICTURE],
  [[0x47, 0x49, 0x46, 0x38], ...PICTURE],
  [[0x42, 0x5a, 0x68], "a packed file", UNPACK],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], "a packed file", UNPACK],
  [[0x37, 0x7a, 0xbc, 0xaf], "a packed file", UNPACK],
  [[0x52, 0x61, 0x72, 0x21], "a packed file", UNPACK],
  [[0x1f, 0x8b], "a packed file", UNPACK],
  [[0x24, 0x46, 0x4c, 0x32], "an SPSS file", AS_TABLE],
];

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];
/** What only a workbook with a password holds, as UTF-16. */
const ENCRYPTED = [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]);

/** By what an archive holds: the parts that office documents and spreadsheets are made of. */
const PARTS: ReadonlyMap<string, Foreign> = new Map([
  ["xl/workbook.bin", { what: "a binary Excel workbook", remedy: IN_SPREADSHEET }],
  ["word/document.xml", { what: "a text document", remedy: "Copy the table out of it and paste it here." }],
  ["ppt/presentation.xml", { what: "a presentation", remedy: "Copy the table out of it and paste it here." }],
  ["content.xml", { what: "an OpenDocument file", remedy: IN_SPREADSHEET }],
  ["Index/Document.iwa", { what: "a Numbers or Pages document", remedy: IN_SPREADSHEET }],
]);

/** The message for a file of a kind that is known but not opened; null for all others. */
export function foreignFault(name: string, bytes: Uint8Array): UserError | null {
  const known = ENDINGS.get(name.split(".").at(-1)!.toLowerCase());
  if (known) return foreignFile(name, known.what, known.remedy);
  if (begins(bytes, OLD_OFFICE)) {
    if (holds(bytes, ENCRYPTED)) return archiveLocked(name);
    return foreignFile(name, "an old Excel workbook (.xls) or Office document", IN_SPREADSHEET);
  }
  const signature = SIGNATURES.find(([first]) => begins(bytes, first));
  return signature ? foreignFile(name, signature[1], signature[2]) : null;
}

/** The same for an archive, by the paths in it. */
export function foreignArchive(name: string, paths: readonly string[]): UserError | null {
  for (const path of paths) {
    const known = PARTS.get(path);
    if (known) return foreignFile(name, known.what, known.remedy);
  }
  return null;
}

function endings(list: string, what: string, remedy: string): (readonly [string, Foreign])[] {
  return list.split(" ").map((ending) => [ending, { what, remedy }]);
}

function begins(bytes: Uint8Array, first: readonly number[]): boolean {
  return first.every((byte, i) => bytes[i] === byte);
}

const LOOKED_AT = 1_000_000; // the directory of an old Office file lies near its beginning or is small

function holds(bytes: Uint8Array, sought: readonly number[]): boolean {
  const part = bytes.subarray(0, LOOKED_AT);
  for (let at = part.indexOf(sought[0]!); at >= 0; at = part.indexOf(sought[0]!, at + 1)) {
    if (sought.every((byte, i) => part[at + i] === byte)) return true;
  }
  return false;
}
