import { extent } from "d3";
import type { Influence, StudyInfluence } from "../../model/sensitivity";
import { measureText } from "../../scene/measureText";
import type { Theme } from "../../scene/scene";
import { cutoffOf, DIAGNOSTIC_NAMES, type DiagnosticName } from "../../words/sensitivity/influence";
import type { PlotInput } from "../forestInput";
import { NARROW, PAD } from "../forestInput";
import { linear } from "../linear";
import { studyLabel } from "../summaryText";
import { cellStudies } from "./cellStudies";
import type { SeriesOptions } from "./series";

/** One diagnostic's column of bars. */
export interface BarColumn {
  readonly name: DiagnosticName;
  readonly left: number;
  readonly right: number;
  /** Where bars begin: zero, or the value of all studies together. */
  readonly base: number;
  /** Values whose passing stands out. */
  readonly cutoffs: readonly number[];
  /** A value in CSS pixels, inside the column whatever it is. */
  readonly x: (value: number) => number;
}

/** A study's row; `found` is null for one that is left out. */
export interface InfluenceRow {
  readonly rowId: number;
  readonly name: string;
  readonly found: StudyInfluence | null;
  readonly isOut: boolean;
  readonly top: number;
}

/** Bars of influence with everything placed and nothing drawn. */
export interface InfluenceLayout {
  readonly theme: Theme;
  readonly narrow: boolean;
  readonly size: number;
  readonly width: number;
  readonly left: number;
  readonly nameRight: number;
  readonly headBottom: number;
  readonly rowHeight: number;
  readonly rows: readonly InfluenceRow[];
  readonly columns: readonly BarColumn[];
  readonly bottom: number;
}

const MAX_INFLUENCE = 860;
const GAP = 12;
const HEAD = 30;
const ROW = 24;
const NARROW_ROW = 44;
const MAX_NAME = 220;
const MIN_NAME = 120;
const LEAST_COLUMNS = 400; // px that the six columns share at the least

/** Measures and places the studies' rows and the columns of their diagnostics. */
export function influenceLayout(input: PlotInput, influence: Influence, options: SeriesOptions): InfluenceLayout {
  const width = Math.min(options.width, MAX_INFLUENCE);
  const narrow = width < NARROW;
  const size = narrow ? 13 : 12;
  const left = PAD + options.includeColumn;
  const rowHeight = narrow ? NARROW_ROW : ROW;
  const found = new Map(influence.studies.map((study) => [study.rowId, study]));
  const rows = cellStudies(input, options.look?.sort).map(({ rowId, state }, i): InfluenceRow => {
    const isOut = state === "excluded";
    const name = studyLabel(input.rows(rowId));
    return { rowId, name, isOut, found: (!isOut && found.get(rowId)) || null, top: HEAD + 4 + i * rowHeight };
  });
  const longest = rows.reduce((most, { name }) => Math.max(most, measureText(name, size, "bold")), 0) + 18;
  const room = Math.min(MAX_NAME, width - PAD - left - LEAST_COLUMNS);
  const nameRight = narrow ? width - PAD : left + Math.max(MIN_NAME, Math.min(longest, room));
  const bars = [narrow ? left : nameRight + GAP, width - PAD] as const;
  return {
    ...{ theme: options.theme, narrow, size, width, left, nameRight, headBottom: HEAD, rowHeight, rows },
    columns: barColumns(influence, bars),
    bottom: HEAD + 4 + rows.length * rowHeight,
  };
}

function barColumns({ studies, overall }: Influence, [left, right]: readonly [number, number]): readonly BarColumn[] {
  const step = (right - left + GAP) / DIAGNOSTIC_NAMES.length;
  return DIAGNOSTIC_NAMES.map((name, i): BarColumn => {
    const [from, to] = [left + i * step, left + (i + 1) * step - GAP];
    const base = baseOf(name, overall);
    const cutoff = cutoffOf(name, studies.length);
    const cutoffs = cutoff === null ? [] : isSigned(name) ? [-cutoff, cutoff] : [cutoff];
    const values = studies.flatMap(({ diagnostics }) => (diagnostics ? [diagnostics[name]] : []));
    const [lo = 0, hi = 0] = extent([...values, ...cutoffs, base, isChange(name) ? 0 : base]);
    const room = hi > lo ? 0.04 * (hi - lo) : 1;
    const place = linear([lo - room, hi + room], [from, to]);
    return { name, left: from, right: to, base, cutoffs, x: (value) => Math.min(to, Math.max(from, place(value))) };
  });
}

/** τ² and Q are shown as the change from what they are with all studies. */
function isChange(name: DiagnosticName): boolean {
  return name === "tau2Deleted" || name === "QDeleted";
}

function isSigned(name: DiagnosticName): boolean {
  return name === "rstudent" || name === "dffits";
}

function baseOf(name: DiagnosticName, overall: Influence["overall"]): number {
  if (name === "tau2Deleted") return overall?.tau2 ?? 0;
  return name === "QDeleted" ? (overall?.heterogeneity?.Q ?? 0) : 0;
}
