import type { ColumnInfo } from "../model/descriptor";
import type { Better, Row } from "../model/study";
import type { UserError } from "../model/userError";
import { type ArmTallies, armData } from "./armData";
import type { Layout } from "./columns";
import type { Csv, CsvRecord } from "./csv";
import { directionUnknown, valueMissing } from "./faults";
import { cellIgnored, givenIgnored, intervalLevel, intervalSkewed, Tally, yearUnread } from "./notes";
import { decimalCommaColumns, parseNumber } from "./numbers";
import { cellsOf, type RowCells } from "./rowCells";
import type { TidyColumn } from "./tidy";

/** A row that is right in itself, before it is compared with the others; `line` is its row in the spreadsheet. */
export interface Draft extends Omit<Row, "id" | "studyId" | "slab"> {
  readonly line: number;
  readonly study: string;
}

export interface Drafts {
  readonly drafts: readonly Draft[];
  readonly errors: readonly UserError[];
  readonly notes: readonly UserError[];
}

/** What rows are called where the file has no column to say so. */
export const ASSUMED = { outcome: "Outcome", timepoint: "End of study", comparator: "Control" } as const;

/** Each record as a draft of a row, or as its faults; `columns` are the further columns with their types. */
export function draftRows(csv: Csv, layout: Layout, columns: readonly ColumnInfo[]): Drafts {
  const tallies = { givenIgnored: new Tally(), intervalUsed: new Tally(), intervalSkewed: new Tally() };
  const noYear = new Tally();
  const open = cellsOf(csv, layout);
  const further = furtherCells(csv, layout, columns);
  const drafts: Draft[] = [];
  const errors: UserError[] = [];
  for (const record of csv.records) {
    const cells = open(record);
    const named = names(cells, layout);
    const better = direction(cells);
    const data = armData(cells, tallies);
    errors.push(...cells.errors);
    if (!data || cells.errors.length > 0) continue;
    const year = yearOf(cells.text("year"));
    if (year === null && cells.text("year") !== "") noYear.add(record.row);
    drafts.push({ line: record.row, ...named, year, better, data, columns: further.read(record) });
  }
  return { drafts, errors, notes: [...tallied(tallies, noYear), ...further.notes()] };
}

function names(cells: RowCells, { tidy }: Layout): Pick<Draft, "study" | "outcome" | "timepoint" | "comparator"> {
  const named = (column: TidyColumn, assumed: string) => {
    if (!tidy.has(column)) return assumed;
    const name = cells.text(column);
    if (name === "") cells.errors.push(valueMissing(cells.row, column, ""));
    return name;
  };
  return {
    study: named("study", ""),
    outcome: named("outcome", ASSUMED.outcome),
    timepoint: named("timepoint", ASSUMED.timepoint),
    comparator: named("comparator", ASSUMED.comparator),
  };
}

function direction(cells: RowCells): Better | null {
  const written = cells.text("better");
  const better = written.toLowerCase();
  if (better === "lower" || better === "higher") return better;
  if (better !== "") cells.errors.push(directionUnknown(cells.row, "better", written));
  return null;
}

/** The year in "2004", "2004a" or "2004-05-01". */
function yearOf(text: string): number | null {
  const year = /^(1[89]|20)\d\d(?!\d)/.exec(text)?.[0];
  return year ? Number(year) : null;
}

/** Reads the further columns of a record by their types; text in a number column is left out and counted. */
function furtherCells(csv: Csv, { further }: Layout, columns: readonly ColumnInfo[]) {
  const decimalComma = decimalCommaColumns(csv);
  const indexes = new Map(further.map(({ name, index }) => [name, index]));
  const placed = columns.flatMap((column) => {
    const index = indexes.get(column.name);
    return index === undefined ? [] : [{ ...column, index, ignored: new Tally() }];
  });
  return {
    read: ({ row, cells }: CsvRecord): Draft["columns"] =>
      Object.fromEntries(
        placed.map(({ name, type, index, ignored }) => {
          const text = cells[index]!;
          if (text === "") return [name, null];
          if (type !== "number") return [name, text];
          const value = parseNumber(text, decimalComma.has(index));
          if (value === null) ignored.add(row);
          return [name, value];
        }),
      ),
    notes: () => placed.flatMap(({ name, ignored }) => (ignored.count > 0 ? [cellIgnored(name, ignored)] : [])),
  };
}

function tallied(tallies: ArmTallies, noYear: Tally): UserError[] {
  const notes: UserError[] = [];
  if (noYear.count > 0) notes.push(yearUnread(noYear));
  if (tallies.givenIgnored.count > 0) notes.push(givenIgnored(tallies.givenIgnored));
  if (tallies.intervalUsed.count > 0) notes.push(intervalLevel());
  if (tallies.intervalSkewed.count > 0) notes.push(intervalSkewed(tallies.intervalSkewed));
  return notes;
}
