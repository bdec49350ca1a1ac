import type { OpenedFile } from "../../data/formats/format";
import { foreignArchive, foreignFault } from "../../data/open/foreign";
import { LIMITS } from "../../data/open/limits";
import {
  archiveBroken,
  archiveTooDeep,
  archiveTooLarge,
  fileTooLarge,
  nothingInside,
  tableTooLarge,
  workbookTooLarge,
} from "../../data/open/openFaults";
import { openText } from "../../data/open/openText";
import { type Allowance, filesIn, fullAllowance, nameOf, unpacked } from "../../data/open/unzip";
import { type ZipEntry, zipDirectory } from "../../data/open/zipDirectory";
import type { UserError } from "../../model/userError";
import type { Progress, SourceFile } from "./protocol";
import { isWorkbookPart, type WorkbookPart, workbookTables } from "./xlsx";

/** What could be opened of some files, and why the others could not. */
export interface Opened {
  readonly files: readonly OpenedFile[];
  readonly errors: readonly UserError[];
}

type Report = (progress: Progress) => void;

const WORKBOOK = "xl/workbook.xml";
/** What packages hold beside their tables. */
const OF_NO_USE = /\.(?:png|jpe?g|gif|svg|tiff?|pdf|docx?|pptx?|mp4)$/i;

/** Opens files and what is packed in them. Nothing is thrown; a file of a package that is no table is left out. */
export async function openFiles(files: readonly SourceFile[], report: Report): Promise<Opened> {
  const allowance = fullAllowance();
  const opened: Opened[] = [];
  for (const [i, { name, bytes }] of files.entries()) {
    opened.push(await openFile(nameOf(name), bytes, { allowance, depth: 1, report }));
    report({ phase: "reading", done: (i + 1) / files.length });
  }
  return joined(opened);
}

interface Within {
  readonly allowance: Allowance;
  /** 1 for the reader's own file, 2 for one in an archive. */
  readonly depth: number;
  readonly report: Report;
}

async function openFile(name: string, bytes: Uint8Array, within: Within): Promise<Opened> {
  const foreign = foreignFault(name, bytes);
  if (foreign) return failed(foreign);
  if (isArchive(bytes)) return openArchive(name, bytes, within);
  const file = openText(name, bytes);
  return "error" in file ? failed(file.error) : counted([file], within.allowance);
}

function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

async function openArchive(name: string, archive: Uint8Array, within: Within): Promise<Opened> {
  if (archive.length > LIMITS.unpacked) return failed(fileTooLarge(name, archive.length));
  const paths = (zipDirectory(archive) ?? []).map((entry) => entry.name);
  const foreign = foreignArchive(name, paths);
  if (foreign) return failed(foreign);
  if (paths.includes(WORKBOOK)) return openWorkbook(name, archive, within);
  if (within.depth > LIMITS.depth) return failed(archiveTooDeep(name));
  const listed = filesIn(name, archive, within.allowance, (path) => !OF_NO_USE.test(path));
  if ("error" in listed) return failed(listed.error);
  return openEntries(name, archive, listed.entries, { ...within, depth: within.depth + 1 });
}

/** The files of an archive: what is no table of results in it is expected there, and no fault. */
async function openEntries(
  name: string,
  archive: Uint8Array,
  entries: readonly ZipEntry[],
  within: Within,
): Promise<Opened> {
  const opened: Opened[] = [];
  for (const [i, entry] of entries.entries()) {
    // One after the other, so that the bytes of one are gone before the next is unpacked.
    const bytes = unpacked(archive, entry);
    if (!bytes) return failed(archiveBroken(name));
    opened.push(await openFile(nameOf(entry.name), bytes, within));
    within.report({ phase: "unpacking", done: (i + 1) / entries.length });
  }
  const { files, errors } = joined(opened);
  if (within.allowance.cells < 0) return failed(archiveTooLarge(name));
  if (files.some(({ kind }) => kind !== "text")) return { files, errors: [] };
  return failed(...(errors.length > 0 ? errors : [nothingInside(name)]));
}

async function openWorkbook(name: string, archive: Uint8Array, { allowance, report }: Within): Promise<Opened> {
  const listed = filesIn(name, archive, allowance, isWorkbookPart);
  if ("error" in listed) return failed(listed.error);
  if (sum(listed.entries.map(({ size }) => size)) > LIMITS.text) return failed(workbookTooLarge(name));
  const parts: WorkbookPart[] = [];
  for (const [i, entry] of listed.entries.entries()) {
    const bytes = unpacked(archive, entry);
    if (!bytes) return failed(archiveBroken(name));
    parts.push({ path: entry.name, bytes });
    report({ phase: "unpacking", done: (i + 1) / listed.entries.length });
  }
  report({ phase: "reading", done: 0 });
  const workbook = await workbookTables(name, parts);
  return "error" in workbook ? failed(workbook.error) : counted(workbook.tables, allowance);
}

/** Files, their cells taken from the allowance; without them where they are beyond it. */
function counted(files: readonly OpenedFile[], allowance: Allowance): Opened {
  for (const file of files) if (file.kind === "table") allowance.cells -= file.records.length * file.header.length;
  return allowance.cells < 0 ? failed(tableTooLarge()) : { files, errors: [] };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function joined(parts: readonly Opened[]): Opened {
  return {
    files: parts.flatMap(({ files }) => files),
    errors: parts.flatMap(({ errors }) => errors),
  };
}

function failed(...errors: readonly UserError[]): Opened {
  return { files: [], errors };
}
