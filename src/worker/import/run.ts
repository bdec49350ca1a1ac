import { layoutOf } from "../../data/columns";
import type { OpenedFile, OpenedTable, ReadTidy } from "../../data/formats/format";
import { applyMapping } from "../../data/mapping/applyMapping";
import { guessMapping } from "../../data/mapping/guessMapping";
import { jsonUnknown, nothingInside, sheetMissing } from "../../data/open/openFaults";
import { recognise } from "../../data/open/recognise";
import { type Reading, readOwn } from "../../data/readDataset";
import type { UserError } from "../../model/userError";
import { qnorm } from "../../stats/index";
import { type Opened, openFiles } from "./open";
import { ownDataOf } from "./ownDataOf";
import { previewOf } from "./preview";
import { paced } from "./progress";
import type { ImportApi, InspectChoice, Inspected, MappableTable, SourceFile } from "./protocol";

/** Rows of a table that the page is shown for its mapping. */
const SHOWN = 200;

/** Tables of the last inspection, and what they came from. */
interface Kept {
  readonly tables: readonly OpenedTable[];
  readonly fileName: string;
  readonly errors: readonly UserError[];
}

/** The import service over its own store of tables: run by the worker, by the page where there is none, by tests. */
export function createImport(): ImportApi {
  let kept: Kept = { tables: [], fileName: "", errors: [] };

  function read(tidy: ReadTidy, sheet: string | null): Extract<Inspected, { kind: "read" }> {
    const own = ownDataOf(tidy, kept.fileName, sheet);
    const reading = readOwn(own, tidy.table);
    return { kind: "read", own, reading: { ...reading, notes: [...kept.errors, ...tidy.notes, ...reading.notes] } };
  }

  function toMap(table: OpenedTable, format: string | null, notes: readonly UserError[]): Inspected {
    // A format may have built the table anew, without what is not to be used.
    if (!kept.tables.includes(table)) kept = { ...kept, tables: [table] };
    const tables = kept.tables.map(shown);
    return { kind: "map", tables, table: table.name, mapping: guessMapping(table), format, notes };
  }

  function found(files: readonly OpenedFile[], sheet: string | null): Inspected {
    const recognised = recognise(files);
    switch (recognised.kind) {
      case "choice":
        return { kind: "sheets", names: recognised.names };
      case "unknown":
        return headless(recognised.table) ?? toMap(recognised.table, null, []);
      case "nothing":
        return refused(kept.errors.length > 0 ? kept.errors : [unknownFiles(files, kept.fileName)]);
      case "known": {
        const { reading, format } = recognised;
        if (reading.kind === "tidy") return read(reading, sheet);
        if (reading.kind === "refused") return refused(reading.errors);
        if (reading.kind !== "map") return reading;
        // What a format left out of its table stays out of what is mapped.
        kept = { ...kept, tables: replaced(kept.tables, reading.table) };
        return toMap(reading.table, format.name, reading.notes);
      }
    }
  }

  return {
    async inspect(files, choice, onProgress = () => {}) {
      const report = paced(onProgress);
      const opened = await openFiles(files, report);
      const tables = named(opened.files.filter((file) => file.kind === "table"));
      kept = { tables, fileName: mainName(files), errors: opened.errors };
      if (opened.files.length === 0) return refused(opened.errors);
      report({ phase: "checking", done: 0 });
      return chosen(opened, tables, choice, { found, toMap });
    },
    async mapped(mapping, name) {
      const table = kept.tables.find((one) => one.name === name);
      const tidy = table ? applyMapping(table, mapping, qnorm) : { error: sheetMissing(name) };
      if ("error" in tidy) return { own: null, reading: nothing(tidy.error), preview: previewOf(null) };
      const { own, reading } = read(tidy, kept.tables.length > 1 ? name : null);
      return { own, reading, preview: previewOf(reading.dataset) };
    },
    guess(name) {
      const table = kept.tables.find((one) => one.name === name);
      if (!table) throw new RangeError(`there is no table “${name}”`);
      return guessMapping(table);
    },
    read: (own) => readOwn(own),
  };
}

interface Ways {
  found(files: readonly OpenedFile[], sheet: string | null): Inspected;
  toMap(table: OpenedTable, format: string | null, notes: readonly UserError[]): Inspected;
}

/** What the reader's choice leaves of the files, and what that is. */
function chosen(
  { files }: Opened,
  tables: readonly OpenedTable[],
  { sheet, format }: InspectChoice,
  { found, toMap }: Ways,
): Inspected {
  const table = sheet === undefined ? tables[0] : tables.find(({ name }) => name === sheet);
  if (sheet !== undefined && !table) return refused([sheetMissing(sheet)]);
  if (format === "map" && table) return toMap(table, null, []);
  if (sheet !== undefined && table) return found([table], tables.length > 1 ? sheet : null);
  return found([...tables, ...files.filter((file) => file.kind !== "table")], null);
}

/** The tables with one in the place of its namesake, or before them all. */
function replaced(tables: readonly OpenedTable[], table: OpenedTable): readonly OpenedTable[] {
  const isKnown = tables.some(({ name }) => name === table.name);
  return isKnown ? tables.map((one) => (one.name === table.name ? table : one)) : [table, ...tables];
}

/** Tables with names that tell them apart. */
function named(tables: readonly OpenedTable[]): readonly OpenedTable[] {
  const taken = new Set<string>();
  return tables.map((table) => {
    let { name } = table;
    for (let number = 2; taken.has(name); number++) name = `${table.name} (${number})`;
    taken.add(name);
    return { ...table, name };
  });
}

/** The file that the data are called by: the first that may hold results, else the first that is no description. */
function mainName(files: readonly SourceFile[]): string {
  const first = (pattern: RegExp) => files.find(({ name }) => pattern.test(name));
  return (first(/\.(csv|tsv|txt|xlsx|zip|rm5)$/i) ?? first(/(?<!\.json)$/i) ?? files[0])?.name ?? "";
}

/** A table whose first row is no header can be mapped by nobody. */
function headless(table: OpenedTable): Inspected | null {
  const layout = layoutOf(table);
  return "error" in layout && layout.error.code === "no-header" ? refused([layout.error]) : null;
}

function unknownFiles(files: readonly OpenedFile[], fileName: string): UserError {
  return files.some(({ kind }) => kind === "json") ? jsonUnknown(fileName) : nothingInside(fileName);
}

function shown({ name, header, records }: OpenedTable): MappableTable {
  return { name, header, rows: records.slice(0, SHOWN).map(({ cells }) => cells), count: records.length };
}

function refused(errors: readonly UserError[]): Inspected {
  return { kind: "refused", errors };
}

function nothing(error: UserError): Reading {
  return { dataset: null, errors: [error], errorCount: 1, rejectedRows: 0, notes: [] };
}
