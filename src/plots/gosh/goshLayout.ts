import { ticks } from "d3";
import { countsAlong, edgeOf } from "../../model/subsetCounts";
import type { BinAxis, Subsets } from "../../model/subsets";
import type { Theme } from "../../scene/scene";
import { formatNumber } from "../../words/number";
import { type EffectAxis, effectAxis, type Tick } from "../axis";
import { MAX_FUNNEL, NARROW, PAD, type PlotInput } from "../forestInput";
import { linear } from "../linear";

export interface GoshOptions {
  /** Room for the figure in CSS pixels, 328 and more; it takes at most 760 of it. */
  readonly width: number;
  readonly theme: Theme;
  /** Place of the study by which the counts along the axes are split; null for none. */
  readonly split: number | null;
}

/** A half-open stretch of bins. */
type Stretch = readonly [from: number, to: number];

/** Where everything stands, in CSS pixels. */
export interface GoshLayout {
  readonly input: PlotInput;
  readonly subsets: Subsets;
  readonly theme: Theme;
  readonly split: number | null;
  readonly width: number;
  /** The density's panel. */
  readonly panel: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** Room for the counts along an axis. */
  readonly margin: number;
  readonly estimate: EffectAxis;
  readonly spread: { readonly y: (value: number) => number; readonly ticks: readonly Tick[] };
  /** Bins that are drawn; the few subsets beyond are left to the caption. */
  readonly shown: { readonly estimate: Stretch; readonly spread: Stretch };
}

const LEFT = 58;
const MARGIN_TOP = 34;
/** Bins in the side of the largest cell that the density is drawn in. */
const CELL = 4;
const BEYOND = 0.0005; // share of subsets at each end that may lie outside the figure

export function goshLayout(input: PlotInput, subsets: Subsets, options: GoshOptions): GoshLayout {
  const width = Math.min(options.width, MAX_FUNNEL);
  const isNarrow = width < NARROW;
  const margin = isNarrow ? 40 : 60;
  const top = MARGIN_TOP + margin + 4;
  const panel = { left: LEFT, right: width - PAD - margin - 4, top, bottom: top + (isNarrow ? 230 : 340) };
  const { estimateAxis, spreadAxis } = subsets;
  const estimateBins = bulk(subsets, "estimate");
  const spreadBins = subsets.spread === "tau2" ? bulk(subsets, "spread") : ([0, spreadAxis.bins] as const);
  const limits = estimateBins.map((bin) => edgeOf(estimateAxis, bin, estimateAxis.bins));
  const mu = input.analysis.overall?.mu ?? 0;
  const domain = withWidth(Math.min(0, mu, limits[0]!), Math.max(0, mu, limits[1]!));
  const estimate = effectAxis(domain, subsets.measure.scale, [panel.left, panel.right]);
  const highest = edgeOf(spreadAxis, spreadBins[1], spreadAxis.bins) || 1;
  return {
    ...{ input, subsets, width, panel, margin, estimate, theme: options.theme, split: options.split },
    spread: {
      y: linear([spreadAxis.min, highest], [panel.bottom, panel.top]),
      ticks: spreadTicks(subsets, highest),
    },
    shown: { estimate: within(estimate.domain, estimateAxis), spread: [0, spreadBins[1]] },
  };
}

/** The bins between which all subsets lie but a few at each end. */
function bulk(subsets: Subsets, along: "estimate" | "spread"): Stretch {
  const counts = countsAlong(subsets, along);
  const bins = counts.length;
  const few = BEYOND * subsets.total;
  let from = 0;
  for (let passed = 0; from < bins - 1; from++) {
    passed += counts[from]!;
    if (passed > few) break;
  }
  let to = bins;
  for (let passed = 0; to > from + 1; to--) {
    passed += counts[to - 1]!;
    if (passed > few) break;
  }
  return wholeCells([from, to]);
}

/** The bins of an axis that a domain holds, in whole cells. */
function within([lo, hi]: readonly [number, number], { min, max, bins }: BinAxis): Stretch {
  if (max <= min) return [0, CELL];
  const cell = (value: number) => (((value - min) / (max - min)) * bins) / CELL;
  return [Math.max(0, CELL * Math.ceil(cell(lo) - 1e-9)), Math.min(bins, CELL * Math.floor(cell(hi) + 1e-9))];
}

function wholeCells([from, to]: Stretch): Stretch {
  return [CELL * Math.floor(from / CELL), CELL * Math.ceil(to / CELL)];
}

function withWidth(lo: number, hi: number): readonly [number, number] {
  return hi > lo ? [lo, hi] : [lo - 1, hi + 1];
}

function spreadTicks({ spread, rowIds }: Subsets, highest: number): readonly Tick[] {
  if (spread === "tau2") return tau2Ticks(highest);
  if (spread === "I2") return ticks(0, 100, 4).map(wholeTick);
  return ticks(1, rowIds.length, 6).filter(Number.isInteger).map(wholeTick);
}

function wholeTick(value: number): Tick {
  return { value, label: formatNumber(value, 0) };
}

function tau2Ticks(highest: number): readonly Tick[] {
  const values = ticks(0, highest, 4);
  const digits = Math.max(0, Math.min(6, Math.ceil(-Math.log10(values[1] ?? 1))));
  return values.map((value) => ({ value, label: formatNumber(value, digits) }));
}
