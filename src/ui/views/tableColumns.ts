import type { Analysis, Pooled, StudyResult } from "../../model/analysis";
import type { Descriptor } from "../../model/descriptor";
import { isOfMeans } from "../../model/measure";
import { isAcrossTime } from "../../model/selection";
import type { Row } from "../../model/study";
import { notEstimableText } from "../../plots/summaryText";
import { estimateText, rangeText } from "../../words/effectText";
import { formatNumber, formatPercent } from "../../words/number";
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
  /** What the studies are sorted by at this column, in every view (see `Look`); null where they cannot be. */
  readonly sortBy: string | null;
  readonly text: (line: TableLine) => string;
  /** The same of a pooled result; "" where a column without it has none. */
  readonly ofPooled?: (pooled: Pooled) => string;
}

/** The table's columns for an analysis: the study, its effect, its arms' data, and all further columns. */
export function tableColumns(
  analysis: Analysis,
  descriptor: Descriptor,
  lines: readonly TableLine[],
): readonly TableColumn[] {
  const slab = ({ row }: TableLine) => row.slab;
  return [
    column("study", upperFirst(descriptor.studyNoun.one), slab, String),
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
  return [
    {
      ...{ key: "effect", title: measure.short, numeric: true, sortBy: "effect" },
      text: ({ result }) => (result.effect ? estimateText(result.effect.yi, measure) : notEstimableText(result.reason)),
      ofPooled: ({ mu }) => estimateText(mu, measure),
    },
    {
      ...{ key: "interval", title: `${levelPercent(model.level)} CI`, numeric: true, sortBy: null },
      text: ({ result: { effect } }) => (effect ? rangeText(effect.ciLb, effect.ciUb, measure) : ""),
      ofPooled: ({ ciLb, ciUb }) => rangeText(ciLb, ciUb, measure),
    },
    {
      ...column(
        "se",
        measure.scale === "log" ? "SE (log)" : "SE",
        ({ result: { effect } }) => effect && Math.sqrt(effect.vi),
        (x) => formatNumber(x, 3),
      ),
      ofPooled: ({ se }) => formatNumber(se, 3),
    },
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
    sortBy: key,
    text: (line) => {
      const cell = value(line);
      return cell === null ? "" : format(cell);
    },
  };
}

const NUMERIC: ReadonlySet<string> = new Set(["year", "se", "weight", ...Object.keys(MEANS), ...Object.keys(COUNTS)]);

/** The lines in which some cell holds the words sought, whatever their case; a hyphen finds a minus sign too. */
export function linesWith(
  lines: readonly TableLine[],
  columns: readonly TableColumn[],
  sought: string,
): readonly TableLine[] {
  const words = comparable(sought.trim());
  if (words === "") return lines;
  return lines.filter((line) => columns.some(({ text }) => comparable(text(line)).includes(words)));
}

function comparable(text: string): string {
  return text.toLowerCase().replaceAll("−", "-");
}
