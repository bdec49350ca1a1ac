import type { UserError } from "../../../model/userError";
import type { CsvRecord } from "../../csv";
import { columnKey } from "../../tidy";
import type { Format, OpenedFile, OpenedTable } from "../format";
import { findTable, textIn, viewOf } from "../tableView";
import { distinctNames } from "../tidyRecords";

/** Sheets of an SRDR+ export: a row per extraction, the arms in repeated blocks of columns. */
export const SRDR: Format = {
  name: "SRDR+ export",
  recognises: (files) => tableOf(files) !== null,
  read: (files) => {
    const tables = files.filter(isSrdr);
    const table = fullest(tables.filter(({ header }) => blocksOf(header).length > 0)) ?? fullest(tables);
    if (!table) throw new RangeError("not a table of SRDR+");
    const settled = consolidated(table);
    const others = tables.filter((other) => other !== table).map(({ name }) => name);
    const notes = [
      onlyConsolidated(table.records.length - settled.records.length),
      ...(others.length > 0 ? [oneSheet(table.name, others)] : []),
    ];
    return { kind: "map", format: SRDR.name, table: rowPerArm(settled), notes };
  },
};

function tableOf(files: readonly OpenedFile[]) {
  return findTable(files, ({ has }) => has("extractionid", "citationname"));
}

function isSrdr(file: OpenedFile): file is OpenedTable {
  return tableOf([file]) !== null;
}

function fullest(tables: readonly OpenedTable[]): OpenedTable | undefined {
  return [...tables].sort((a, b) => b.records.length - a.records.length)[0];
}

/** The rows on which reviewers settled; all of them where the sheet does not say, or none is settled. */
function consolidated(table: OpenedTable): OpenedTable {
  const place = viewOf(table).at("consolidated");
  const records = table.records.filter(({ cells }) => /^(true|yes|1|consolidated)$/i.test(textIn(cells, place)));
  return place === null || records.length === 0 ? table : { ...table, records };
}

/** Columns of an arm, or of a comparison, by their names; within a block a name may stand twice. */
interface Block {
  readonly from: number;
  readonly to: number;
}

const BLOCK = /^(?:arm|comparison)name\d{0,3}$/;

function blocksOf(header: readonly string[]): readonly Block[] {
  const starts = header.flatMap((name, place) => (BLOCK.test(columnKey(name)) ? [place] : []));
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? header.length }));
}

/** A row for each block that is filled: the repeated columns stand once, under the names of the first block. */
function rowPerArm(table: OpenedTable): OpenedTable {
  const blocks = blocksOf(table.header);
  const [first] = blocks;
  if (!first || blocks.length === 1) return { ...table, header: distinctNames(table.header) };
  const width = Math.max(...blocks.map(({ from, to }) => to - from));
  const widest = blocks.find(({ from, to }) => to - from === width)!;
  const repeated = table.header.slice(widest.from, widest.to).map(withoutNumber);
  const records = table.records.flatMap(({ row, cells }): CsvRecord[] => {
    const base = cells.slice(0, first.from);
    return blocks.flatMap(({ from, to }) => {
      const own = cells.slice(from, to);
      if (own.every((cell) => cell === "")) return [];
      return [{ row, cells: [...base, ...own, ...Array.from({ length: width - own.length }, () => "")] }];
    });
  });
  return { ...table, header: distinctNames([...table.header.slice(0, first.from), ...repeated]), records };
}

/** "Arm Name 2" is "Arm Name". */
function withoutNumber(name: string): string {
  return /^(arm|comparison) (name|description)/i.test(name) ? name.replace(/\s*\d{1,3}$/, "") : name;
}

const onlyConsolidated = (left: number): UserError => ({
  code: "only-consolidated",
  message: `Columns are named by your project, so say what each holds. ${left === 0 ? "All rows are kept" : `Only consolidated rows are kept; ${left === 1 ? "one other is" : `${left} others are`} left out`}, with a row for each arm.`,
  remedy: "Nothing, unless the consolidation is not complete in SRDR+.",
  where: { column: "Consolidated" },
});

const oneSheet = (name: string, others: readonly string[]): UserError => ({
  code: "one-sheet",
  message: `The sheet “${name}” was taken; ${others.length} more have results too: ${others.slice(0, 6).join(", ")}.`,
  remedy: "Choose another sheet to open it instead.",
  where: {},
});
