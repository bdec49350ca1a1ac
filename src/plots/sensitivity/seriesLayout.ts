import type { GroupResult } from "../../model/analysis";
import { DEFAULT_LOOK, type Look } from "../../model/look";
import { measureText } from "../../scene/measureText";
import type { Theme } from "../../scene/scene";
import type { EffectAxis } from "../axis";
import { type CaptionBlock, captionBlock } from "../captionBlock";
import { type EffectColumn, effectColumn, effectWidths } from "../effectColumn";
import { forestAxis } from "../forestAxis";
import { type ForestFoot, favoursLabels } from "../forestFoot";
import { type ForestInput, NARROW, PAD } from "../forestInput";
import { cellCaption } from "./cellCaption";
import type { Series, SeriesOptions, SeriesRow } from "./series";

/** A series of pooled results with everything placed and nothing drawn. */
export interface SeriesLayout {
  readonly input: ForestInput;
  readonly series: Series;
  readonly theme: Theme;
  readonly look: Look;
  /** Font size in CSS pixels. */
  readonly size: number;
  /** A row takes two lines. */
  readonly narrow: boolean;
  readonly width: number;
  readonly left: number;
  readonly nameRight: number;
  readonly axis: EffectAxis;
  readonly effect: EffectColumn;
  /** Right edge of the I² column; null where there is no room for it. */
  readonly spreadRight: number | null;
  readonly headBottom: number;
  /** The axis' numbers stand under the heads too. */
  readonly axisOnTop: boolean;
  readonly rowHeight: number;
  readonly lines: readonly { readonly row: SeriesRow; readonly top: number }[];
  readonly overallTop: number;
  readonly axisY: number;
  readonly foot: Pick<ForestFoot, "favours">;
  readonly caption: CaptionBlock;
}

const MAX_SERIES = 960;
const HEAD = 30;
const TALL = 30; // rows that no longer fit a screen together with the axis
const TALL_HEAD = 46; // with the axis' numbers under the heads
const ROW = 24;
const NARROW_ROW = 46;
const GAP = 14;
const PANEL_GAP = 22;
const MAX_NAME = 240;
const MIN_NAME = 120;
const GOOD_PANEL = 240;
const SPREAD = 44; // px of the I² column

/** Measures and places a series on the effect axis of the forest plot of the same studies. */
export function seriesLayout(input: ForestInput, series: Series, options: SeriesOptions): SeriesLayout {
  const { theme, includeColumn, look = DEFAULT_LOOK } = options;
  const width = Math.min(options.width, MAX_SERIES);
  const narrow = width < NARROW;
  const size = narrow ? 13 : 12;
  const left = PAD + includeColumn;
  const columns = placeColumns(input, series, { width, narrow, size, left });
  const axisOnTop = series.rows.length > TALL && !narrow;
  const headBottom = axisOnTop ? TALL_HEAD : HEAD;
  const rowHeight = narrow ? NARROW_ROW : ROW;
  const lines = series.rows.map((row, i) => ({ row, top: headBottom + 4 + i * rowHeight }));
  const overallTop = headBottom + 4 + lines.length * rowHeight + 8;
  const axisY = overallTop + rowHeight + 6;
  const axis = forestAxis(input, look, columns.panel);
  const favours = favoursLabels({ input, look, axis, axisY }, narrow ? PAD : columns.panel[0] - 60, width - PAD);
  const labels = Math.max(favours.left.lines.length, favours.right.lines.length, 1);
  const caption = captionBlock(cellCaption(input), series.notes, width, axisY + 40 + 18 * labels);
  return {
    ...{ input, series, theme, look, size, narrow, width, left, axis, headBottom, axisOnTop, rowHeight, lines },
    ...{ overallTop, axisY, foot: { favours }, caption },
    ...{ nameRight: columns.nameRight, effect: columns.effect, spreadRight: columns.spreadRight },
  };
}

interface Room {
  readonly width: number;
  readonly narrow: boolean;
  readonly size: number;
  readonly left: number;
}

function placeColumns({ analysis }: ForestInput, series: Series, { width, narrow, size, left }: Room) {
  const widths = effectWidths({ ...analysis, groups: resultsOf(series), overall: series.overall }, NO_STUDIES, size);
  if (narrow) {
    const right = width - PAD;
    const panel = [left + 4, right - 4] as const;
    const effect = effectColumn(analysis, widths, right);
    return { panel, effect, nameRight: effect.left - GAP, spreadRight: null };
  }
  const spreadRight = width - PAD;
  const effect = effectColumn(analysis, widths, spreadRight - SPREAD - GAP);
  const panelRight = effect.left - PANEL_GAP;
  const longest = series.rows.reduce((most, { names }) => Math.max(most, measureText(names[0], size, "bold")), 0) + 16;
  const wanted = Math.min(MAX_NAME, Math.max(MIN_NAME, longest));
  const name = Math.max(MIN_NAME, Math.min(wanted, panelRight - GOOD_PANEL - PANEL_GAP - left));
  return { panel: [left + name + PANEL_GAP, panelRight] as const, effect, nameRight: left + name, spreadRight };
}

const NO_STUDIES = { studies: [] };

/** The rows as results whose effects are to be measured. */
function resultsOf({ rows }: Series): readonly GroupResult[] {
  return rows.map(({ names: [key], pooled }) => ({ key, rowIds: [], pooled: pooled && { ...pooled, predint: null } }));
}
