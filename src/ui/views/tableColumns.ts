import type { Analysis, StudyResult } from "../../model/analysis";
import type { Descriptor } from "../../model/descriptor";
import { isOfMeans } from "../../model/measure";
import { isAcrossTime } from "../../model/selection";
import type { Row } from "../../model/study";
import { notEstimableText } from "../../plots/summaryText";
import { digitsOf, formatEffect, formatInterval, formatNumber, formatPercent } from "../../words/number";
import { columnTitle, levelPercent, upperFirst } from "../../words/phrase";

/** One study of the table: its row of the data and what was computed from it. */
export interface TableLine {
  readonly row: Row;
  readonly result: StudyResult;
}

export interface TableColumn {
  readonly key: string;
  readonly title: string;
  readonly numeric: boolean;
  readonly text: (line: TableLine) => string;
  /** What the column is sorted by; null goes last either way. */
  readonly value: (line: TableLine) => string | number | null;
}

/** The table's columns for an analysis: the study, what it reports, its arms' data, its effect, and all further columns. */
export function tableColumns(
  analysis: Analysis,
  descriptor: Descriptor,
  lines: readonly TableLine[],
): readonly TableColumn[] {
  return [
    ...placeColumns(analysis, descriptor),
    ...resultColumns(analysis),
    ...armColumns(analysis, descriptor, lines),
    ...descriptor.columns.map(({ name }) => {
      const cell = ({ row }: TableLine) => row.columns[name] ?? null;
      return column(name, upperFirst(columnTitle(name, descriptor)), cell, (value) => String(value).replace(/^-/, "−"));
    }),
  ];
}

function placeColumns({ selection }: Analysis, { comparators }: Descriptor): TableColumn[] {
  return [
    column("year", "Year", ({ row }) => row.year, String),
    ...(isAcrossTime(selection) ? [column("timepoint", "Timepoint", ({ row }) => row.timepoint, String)] : []),
    ...(comparators.length > 1 ? [column("comparator", "Comparator", ({ row }) => row.comparator, String)] : []),
  ];
}

const MEANS = { m1i: "mean", sd1i: "SD", n1i: "n", m2i: "mean", sd2i: "SD", n2i: "n" } as const;
const COUNTS = { ai: "events", n1i: "total", ci: "events", n2i: "total" } as const;

function armColumns({ measure }: Analysis, { arms }: Descriptor, lines: readonly TableLine[]): TableColumn[] {
  if (measure.measure === "GEN") return [];
  const heads: Readonly<Record<string, string>> = isOfMeans(measure.measure) ? MEANS : COUNTS;
  return Object.entries(heads).map(([key, head]) => {
    const arm = key === "ai" || key.includes("1") ? arms.intervention : arms.control;
    const cell = ({ row: { data } }: TableLine) =>
      new Map<string, number | null>(Object.entries(data)).get(key) ?? null;
    const digits = Math.max(0, ...lines.map((line) => decimalsOf(cell(line))));
    return column(key, `${upperFirst(arm)} ${head}`, cell, (value) => formatNumber(value, digits));
  });
}

/** Decimals that a value was given with. */
function decimalsOf(value: number | null): number {
  return String(value ?? 0).split(".")[1]?.length ?? 0;
}

function resultColumns({ measure, model }: Analysis): TableColumn[] {
  const digits = digitsOf(measure);
  return [
    {
      key: "yi",
      title: measure.short,
      numeric: true,
      value: ({ result }) => result.effect?.yi ?? null,
      text: ({ result }) =>
        result.effect ? formatEffect(result.effect.yi, measure.scale, digits) : notEstimableText(result.reason),
    },
    {
      key: "ci",
      title: `${levelPercent(model.level)} CI`,
      numeric: true,
      value: ({ result }) => result.effect?.ciLb ?? null,
      text: ({ result: { effect } }) => (effect ? formatInterval(effect.ciLb, effect.ciUb, measure.scale, digits) : ""),
    },
    column(
      "se",
      measure.scale === "log" ? "SE (log)" : "SE",
      ({ result: { effect } }) => effect && Math.sqrt(effect.vi),
      (x) => formatNumber(x, 3),
    ),
    column(
      "weight",
      "Weight",
      ({ result }) => result.weight,
      (x) => formatPercent(x, 1),
    ),
  ];
}

function column<T extends string | number>(
  key: string,
  title: string,
  value: (line: TableLine) => T | null,
  format: (value: T) => string,
): TableColumn {
  return {
    key,
    title,
    numeric: NUMERIC.has(key),
    value,
    text: (line) => {
      const cell = value(line);
      return cell === null ? "" : format(cell);
    },
  };
}

const NUMERIC: ReadonlySet<string> = new Set(["year", "se", "weight", ...Object.keys(MEANS), ...Object.keys(COUNTS)]);

/** The lines by a column, empty cells last; equal ones stay in their order. */
export function sortLines(
  lines: readonly TableLine[],
  { value }: TableColumn,
  descending: boolean,
): readonly TableLine[] {
  const sign = descending ? -1 : 1;
  return [...lines].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    const order =
      typeof x === "number" && typeof y === "number"
        ? x - y
        : String(x).localeCompare(String(y), "en", { numeric: true });
    return sign * order;
  });
}
