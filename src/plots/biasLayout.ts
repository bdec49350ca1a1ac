import { max } from "d3";
import type { Look } from "../model/look";
import { measureText } from "../scene/measureText";
import type { Target, Theme } from "../scene/scene";
import { barsText, JUDGED, JUDGED_AS, type Judged } from "../words/biasText";
import { upperFirst } from "../words/phrase";
import { type BiasBar, type BiasRow, biasBars, biasRows, isWeighted } from "./biasRows";
import { BIAS_TEXT, columnMiddles } from "./biasTableLayout";
import { type CaptionBlock, captionBlock } from "./captionBlock";
import { NARROW, PAD, type PlotInput } from "./forestInput";
import { type BiasColumn, biasColumns } from "./riskOfBias";

export interface BiasOptions {
  /** Room for the figure in CSS pixels, 328 and more; it takes at most 860 of it. */
  readonly width: number;
  readonly theme: Theme;
  readonly look: Pick<Look, "sort">;
}

type Box = Target["box"];

/** One judgement's part of a domain's bar. */
export interface BiasSegment {
  readonly judged: Judged;
  readonly share: number;
  readonly k: number;
  readonly box: Box;
}

/** A domain's bar in its place. */
export interface PlacedBar extends Pick<BiasBar, "column"> {
  readonly label: string;
  /** Left edge and middle of the label in CSS pixels. */
  readonly labelAt: readonly [x: number, y: number];
  readonly segments: readonly BiasSegment[];
}

/** The figure of the risk of bias, placed but not drawn: bars above, studies by domains below. */
export interface BiasLayout {
  readonly input: PlotInput;
  readonly theme: Theme;
  readonly width: number;
  readonly columns: readonly BiasColumn[];
  /** Middles of the columns of the table. */
  readonly xs: readonly number[];
  readonly bars: readonly PlacedBar[];
  /** Where 0 and 100% of the bars are, and the baseline of their labels. */
  readonly scale: { readonly left: number; readonly right: number; readonly y: number };
  /** Left edge and middle of what is told of each judgement that the figure holds. */
  readonly legend: readonly { readonly judged: Judged; readonly at: readonly [x: number, y: number] }[];
  /** False where no study has a weight, so that studies are counted. */
  readonly isWeighted: boolean;
  /** Middle of the table's heads. */
  readonly headY: number;
  readonly rows: readonly { readonly row: BiasRow; readonly box: Box }[];
  /** Right edge of the weights; null where they have no room. */
  readonly weightRight: number | null;
  readonly caption: CaptionBlock;
}

export const LEGEND_SIZE = 11;
export const LEGEND_TEXT = 20; // px from a disc's left edge to its words
const ROW = 26; // px: a pointer target, and room for a disc of 14
const MAX_BIAS = 860;
const TOP = 16;
const BAR = 18;
const BAR_STEP = 26;
const NARROW_STEP = 44; // with its label above it
const WEIGHT = 64;

/** Places bars and table. `columns` must not be empty. */
export function biasLayout(input: PlotInput, { width: room, theme, look }: BiasOptions): BiasLayout {
  const width = Math.min(room, MAX_BIAS);
  const isNarrow = width < NARROW;
  const columns = biasColumns(input.descriptor, "all");
  const rows = biasRows(input, columns, look.sort);
  const bars = placedBars(biasBars(rows, columns), width, isNarrow);
  const barsBottom = TOP + columns.length * (isNarrow ? NARROW_STEP : BAR_STEP);
  const left = bars[0]?.segments[0]?.box.x ?? PAD;
  const scaleY = barsBottom + 12;
  const legend = legendOf(rows, width, scaleY + 30);
  const headY = (legend.at(-1)?.at[1] ?? scaleY) + 40;
  const tableTop = headY + 16;
  const weighted = isWeighted(rows);
  const hasWeights = weighted && !isNarrow;
  const { xs, right } = columnMiddles(rows, columns.length, width, { isNarrow, aside: hasWeights ? WEIGHT : 0 });
  const bottom = tableTop + rows.length * ROW;
  return {
    ...{ input, theme, width, columns, bars, legend, headY, xs },
    isWeighted: weighted,
    scale: { left, right: width - PAD, y: scaleY },
    weightRight: hasWeights ? right + WEIGHT : null,
    rows: rows.map((row, i) => ({ row, box: { x: PAD, y: tableTop + i * ROW, width: width - 2 * PAD, height: ROW } })),
    caption: captionBlock(input.caption, [barsText(input.descriptor, weighted)], width, bottom + 12),
  };
}

function placedBars(bars: readonly BiasBar[], width: number, isNarrow: boolean): readonly PlacedBar[] {
  const labels = bars.map(({ column: { head, domain } }) =>
    domain === "overall" ? "Overall" : `${head} ${upperFirst(domain)}`,
  );
  const longest = max(labels, (label) => measureText(label, BIAS_TEXT)) ?? 0;
  const left = isNarrow ? PAD : Math.min(PAD + longest + 16, width / 2);
  return bars.map(({ column, shares }, i) => {
    const top = TOP + i * (isNarrow ? NARROW_STEP : BAR_STEP) + (isNarrow ? 20 : 0);
    const labelY = isNarrow ? top - 10 : top + BAR / 2;
    return { column, label: labels[i]!, labelAt: [PAD, labelY], segments: segmentsOf(shares, left, width - PAD, top) };
  });
}

function segmentsOf(shares: BiasBar["shares"], left: number, right: number, top: number): readonly BiasSegment[] {
  let x = left;
  return shares.map(({ judged, share, k }) => {
    const box = { x, y: top, width: ((right - left) * share) / 100, height: BAR };
    x += box.width;
    return { judged, share, k, box };
  });
}

function legendOf(rows: readonly BiasRow[], width: number, top: number): BiasLayout["legend"] {
  const held = new Set(rows.flatMap(({ judged }) => judged));
  let x = PAD;
  let y = top;
  return JUDGED.filter((judged) => held.has(judged)).map((judged) => {
    const wide = LEGEND_TEXT + measureText(JUDGED_AS[judged], LEGEND_SIZE);
    if (x > PAD && x + wide > width - PAD) {
      x = PAD;
      y += 22;
    }
    const left = x;
    x += wide + 14;
    return { judged, at: [left, y] };
  });
}
