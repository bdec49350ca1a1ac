import { zipSync } from "fflate";
import type { OpenedTable } from "../../data/formats/format";
import { workbookBroken, workbookTooLarge } from "../../data/open/openFaults";
import { sheetTable } from "../../data/open/sheetTable";
import type { UserError } from "../../model/userError";
import { reachesTooFar } from "./sheetReach";

/** A file of those that a workbook is made of, unpacked. */
export interface WorkbookPart {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Which parts of a workbook are read: not its pictures, macros or printer settings. */
export const isWorkbookPart = (path: string): boolean => /\.(xml|rels)$/.test(path);

/** The sheets of a workbook that hold a table, or why there are none. */
export async function workbookTables(
  name: string,
  parts: readonly WorkbookPart[],
): Promise<{ readonly tables: readonly OpenedTable[] } | { readonly error: UserError }> {
  if (parts.some(({ bytes }) => reachesTooFar(bytes))) return { error: workbookTooLarge(name) };
  try {
    const { default: readSheets } = await import("read-excel-file/universal");
    const sheets = await readSheets(storedArchive(parts));
    const tables = sheets.map(({ sheet, data }) =>
      sheetTable(
        sheet,
        data.map((row) => row.map(textOf)),
      ),
    );
    const usable = tables.flatMap((table) => ("error" in table ? [] : [table]));
    const fault = tables.flatMap((table) => ("error" in table ? [table.error] : []))[0];
    return usable.length > 0 ? { tables: usable } : { error: fault ?? workbookBroken(name) };
  } catch {
    return { error: workbookBroken(name) };
  }
}

/** The parts packed again without being deflated: large deflated ones would be unpacked by workers, of which we want none. */
function storedArchive(parts: readonly WorkbookPart[]): ArrayBuffer {
  const archive = zipSync(Object.fromEntries(parts.map(({ path, bytes }) => [path, bytes])), { level: 0 });
  return archive.buffer as ArrayBuffer;
}

/** A cell as text: dates as 2024-05-31, numbers with a decimal point. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString().slice(0, 10);
  return typeof cell === "boolean" ? String(cell).toUpperCase() : `${cell as string | number}`;
}
