import type { Look } from "../model/look";
import { DEFAULT_LOOK } from "../model/look";
import type { Theme } from "../scene/scene";
import type { EffectAxis } from "./axis";
import { forestAxis } from "./forestAxis";
import { type ForestColumns, forestColumns, narrowColumns } from "./forestColumns";
import { type ForestFoot, forestFoot } from "./forestFoot";
import { type ForestInput, type ForestOptions, NARROW } from "./forestInput";
import { forestLines, type Line, type LineHeights } from "./forestLines";
import { type GroupStyle, groupStyle } from "./groupStyle";
import { sortRows } from "./sortRows";

/** Everything placed, nothing drawn yet: what stays the same while the reader scrolls. */
export interface ForestLayout {
  readonly input: ForestInput;
  readonly theme: Theme;
  readonly look: Look;
  /** Font size in CSS pixels. */
  readonly size: number;
  readonly narrow: boolean;
  readonly columns: ForestColumns;
  readonly axis: EffectAxis;
  readonly lines: readonly Line[];
  /** Colour and shape of each group, by key. */
  readonly styles: ReadonlyMap<string, GroupStyle>;
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
const FILE_ROW = 20; // in a file nothing is pressed
const NARROW_ROW = 46;
const COMPACT_NARROW_ROW = 42;

/** Measures and places a forest plot. The cost grows with the rows, unlike that of `drawForest`. */
export function forestLayout(input: ForestInput, options: Omit<ForestOptions, "window">): ForestLayout {
  const { analysis, descriptor } = input;
  const { width, theme, includeColumn, look = DEFAULT_LOOK } = options;
  const narrow = width < NARROW;
  const size = narrow || (width >= WIDE_TEXT && look.density === "roomy") ? 13 : 12;
  const place = narrow ? narrowColumns : forestColumns;
  const columns = place(input, { width, includeColumn, size, chosen: look.columns });
  const axis = forestAxis(input, look, columns.panel);

  const studies = sortRows(analysis.studies, look.sort, input);
  const heights = lineHeights(look.density, narrow, includeColumn > 0);
  const axisOnTop = !narrow && studies.length > TALL;
  const headBottom = columns.spans.length > 0 || axisOnTop ? HEAD : LOW_HEAD;
  const lines = forestLines({ analysis, studies, collapsed: look.collapsed }, heights, headBottom + 4);
  const last = lines.at(-1);
  const axisY = (last ? last.top + last.height : headBottom) + 6;
  const styles = new Map(analysis.groups.map(({ key }) => [key, groupStyle(analysis, descriptor, key, theme)]));
  const drawn = { input, theme, look, size, narrow, columns, axis, lines, styles, headBottom, axisY, axisOnTop };
  const foot = forestFoot(drawn);
  return { ...drawn, foot, maxWeight: maxWeight(input), width: columns.width, height: foot.caption.bottom };
}

/** Compact rows are for the eye: on the page each keeps the height of a pointer target. */
function lineHeights(density: Look["density"], narrow: boolean, pressable: boolean): LineHeights {
  const roomy = density === "roomy";
  if (narrow) {
    const row = roomy ? NARROW_ROW : COMPACT_NARROW_ROW;
    return { study: row, other: row, heading: ROW + 4, groupGap: roomy ? 6 : 2 };
  }
  const row = roomy || pressable ? ROW : FILE_ROW;
  return { study: row, other: row, heading: row, groupGap: roomy ? 8 : 2 };
}

/** Studies that are not pooled with others do not count: 100% of themselves would make every other box small. */
function maxWeight({ analysis: { studies, groups, overall } }: ForestInput): number {
  const alone = new Set(overall ? [] : groups.flatMap((g) => (g.pooled?.k === 1 ? g.rowIds : [])));
  return studies.reduce((most, { rowId, weight }) => (alone.has(rowId) ? most : Math.max(most, weight ?? 0)), 0);
}
