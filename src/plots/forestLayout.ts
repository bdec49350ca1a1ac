import { max } from "d3";
import type { Pooled } from "../model/analysis";
import type { Theme } from "../scene/scene";
import { type EffectAxis, effectAxis } from "./axis";
import { type Extent, effectDomain } from "./effectDomain";
import { type ForestColumns, forestColumns, narrowColumns } from "./forestColumns";
import { type ForestFoot, forestFoot } from "./forestFoot";
import { type ForestInput, type ForestOptions, NARROW } from "./forestInput";
import { forestLines, type Line } from "./forestLines";

/** Everything placed, nothing drawn yet: what stays the same while the reader scrolls. */
export interface ForestLayout {
  readonly input: ForestInput;
  readonly theme: Theme;
  /** Font size in CSS pixels. */
  readonly size: number;
  readonly narrow: boolean;
  readonly columns: ForestColumns;
  readonly axis: EffectAxis;
  readonly lines: readonly Line[];
  /** The rule under the column heads. */
  readonly headBottom: number;
  /** The axis line, under the last result. */
  readonly axisY: number;
  /** The axis' numbers stand under the heads too, where the axis itself is far below. */
  readonly axisOnTop: boolean;
  readonly foot: ForestFoot;
  /** The heaviest weight in percent: its box is the largest. */
  readonly maxWeight: number;
  readonly width: number;
  readonly height: number;
}

const WIDE_TEXT = 960; // from this width on text is 13 px
const HEAD = 46;
const LOW_HEAD = 30; // without the arms' own heads
const TALL = 30; // studies that no longer fit a screen together with the axis
const ROW = 24; // a pointer target of the least size that WCAG 2.2 asks
const NARROW_ROW = 46;

/** Measures and places a forest plot. The cost grows with the rows, unlike that of `drawForest`. */
export function forestLayout(input: ForestInput, options: Omit<ForestOptions, "window">): ForestLayout {
  const { analysis } = input;
  const { width, theme, includeColumn } = options;
  const narrow = width < NARROW;
  const size = narrow || width >= WIDE_TEXT ? 13 : 12;
  const place = narrow ? narrowColumns : forestColumns;
  const columns = place(input, width, includeColumn, size);
  const axis = effectAxis(forestDomain(input), analysis.measure.scale, columns.panel);

  const axisOnTop = !narrow && analysis.studies.length > TALL;
  const headBottom = columns.spans.length > 0 || axisOnTop ? HEAD : LOW_HEAD;
  const heights = narrow
    ? { study: NARROW_ROW, other: NARROW_ROW, heading: ROW + 4, groupGap: 6 }
    : { study: ROW, other: ROW, heading: ROW, groupGap: 8 };
  const lines = forestLines(analysis, heights, headBottom + 4);
  const last = lines.at(-1);
  const axisY = (last ? last.top + last.height : headBottom) + 6;
  const foot = forestFoot(input, columns, axis, axisY, narrow);
  const alone = new Set(analysis.overall ? [] : analysis.groups.flatMap((g) => (g.pooled?.k === 1 ? g.rowIds : [])));
  const maxWeight = max(analysis.studies, (s) => (alone.has(s.rowId) ? 0 : (s.weight ?? 0))) ?? 0;
  return {
    ...{ input, theme, size, narrow, columns, axis, lines, headBottom, axisY, axisOnTop, foot, maxWeight },
    width: columns.width,
    height: foot.caption.bottom,
  };
}

/** Excluded studies count too, so that the axis stays when a study is taken out and put back. */
function forestDomain({ analysis, ghost }: ForestInput): readonly [number, number] {
  const studies = analysis.studies.flatMap(({ effect }): Extent[] =>
    effect ? [{ lb: effect.ciLb, ub: effect.ciUb }] : [],
  );
  const pooled = [...analysis.groups.map((g) => g.pooled), analysis.overall].filter((p): p is Pooled => p !== null);
  const intervals = pooled.filter(({ k }) => k > 1).map(({ ciLb, ciUb }): Extent => ({ lb: ciLb, ub: ciUb }));
  const predint = analysis.overall?.predint;
  if (predint) intervals.push({ lb: predint.piLb, ub: predint.piUb });
  const before = ghost ? [{ lb: ghost.ciLb, ub: ghost.ciUb }] : [];
  return effectDomain(studies, [...intervals, ...before]);
}
