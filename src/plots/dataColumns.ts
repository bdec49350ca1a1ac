import type { Analysis } from "../model/analysis";
import type { ColumnInfo, Descriptor } from "../model/descriptor";
import { participants, type Row } from "../model/study";
import { formatInteger, formatNumber } from "../words/number";
import { upperFirst } from "../words/phrase";
import { armColumns } from "./armColumns";

/** A column of text that a figure can show left of its intervals. */
export interface DataColumn {
  /** What a look names it by. */
  readonly key: string;
  /** What the rows are sorted by at its head. */
  readonly sortBy: string;
  /** Printed over it; short where an arm's name stands over it too. */
  readonly head: string;
  /** In full: "US-NKT mean (SD)". */
  readonly name: string;
  /** The arm whose name spans it. */
  readonly arm: 1 | 2 | null;
  readonly anchor: "start" | "end";
  /** "" for rows without it. */
  readonly text: (row: Row) => string;
}

type Question = { readonly analysis: Analysis; readonly descriptor: Descriptor };
type Cell = Pick<DataColumn, "head" | "anchor" | "text">;

const MOST_DECIMALS = 3;
const YEARS = [1800, 2200] as const;

/**
 * The columns that a reader chose, in order, by key: the arms', year, comparator, timepoint, n, or a column of the data.
 * What the question does not have, and what stands on the other side of the figure, is passed over.
 *
 * @param sample rows from which decimals are taken.
 */
export function dataColumns(
  keys: readonly string[],
  question: Question,
  sample: readonly Row[],
): readonly DataColumn[] {
  const arms = armColumns(question, sample);
  return keys.flatMap((key): readonly DataColumn[] => {
    const arm = arms.find((column) => column.key === key);
    const cell = arm ? null : (tidyCell(key) ?? furtherCell(key, question.descriptor, sample));
    if (cell) return [{ ...cell, key, sortBy: key, name: cell.head, arm: null }];
    return arm ? [arm] : [];
  });
}

function tidyCell(key: string): Cell | null {
  switch (key) {
    case "year":
      return { head: "Year", anchor: "end", text: ({ year }) => (year === null ? "" : String(year)) };
    case "comparator":
      return { head: "Comparator", anchor: "start", text: ({ comparator }) => comparator };
    case "timepoint":
      return { head: "Timepoint", anchor: "start", text: ({ timepoint }) => timepoint };
    case "n":
      return { head: "N", anchor: "end", text: (row) => countText(participants(row)) };
    default:
      return null;
  }
}

function countText(n: number | null): string {
  return n === null ? "" : formatInteger(n);
}

function furtherCell(key: string, { columns }: Descriptor, sample: readonly Row[]): Cell | null {
  const info = columns.find(({ name, riskOfBias }) => name === key && riskOfBias === null);
  if (!info) return null;
  const head = upperFirst(info.title);
  if (info.type === "number") return { head, anchor: "end", text: numberText(info, sample) };
  return { head, anchor: "start", text: ({ columns: cells }) => String(cells[key] ?? "") };
}

/** Numbers with the decimals that the column needs, so that decimals stand under each other; years as they are. */
function numberText({ name }: ColumnInfo, sample: readonly Row[]): DataColumn["text"] {
  const values = sample.map((row) => row.columns[name]).filter((value) => typeof value === "number");
  const digits = values.reduce((most, value) => Math.max(most, decimalsOf(value)), 0);
  const isYear = digits === 0 && values.length > 0 && values.every((v) => v >= YEARS[0] && v <= YEARS[1]);
  return ({ columns }) => {
    const value = columns[name];
    if (typeof value !== "number") return String(value ?? "");
    return isYear ? String(value) : formatNumber(value, digits);
  };
}

/** Decimals that a value was given with, at most three. */
function decimalsOf(value: number): number {
  const text = value.toFixed(MOST_DECIMALS).replace(/0+$/, "");
  return text.length - text.indexOf(".") - 1;
}
