import type { Analysis, Pooled } from "../model/analysis";
import type { Descriptor, OutcomeInfo } from "../model/descriptor";
import type { Look } from "../model/look";
import type { Row } from "../model/study";
import type { Theme } from "../scene/scene";

/** What both figures draw: one analysis and the words that go with it. */
export interface PlotInput {
  readonly analysis: Analysis;
  /** The dataset's row of an id. */
  readonly rows: (id: number) => Row;
  readonly descriptor: Descriptor;
  readonly outcome: OutcomeInfo;
  /** Sentences under the figure: measure, model, data label, version. */
  readonly caption: readonly string[];
}

export interface ForestInput extends PlotInput {
  /** The overall result before the last change, drawn as a dashed outline; null for none. */
  readonly ghost: Pick<Pooled, "mu" | "ciLb" | "ciUb"> | null;
}

export interface ForestOptions {
  /** Room for the figure in CSS pixels, 328 and more; it takes at most `MAX_WIDTH` of it. */
  readonly width: number;
  readonly theme: Theme;
  /** Pixels kept free left of the study names for the page's checkboxes; 0 in files. */
  readonly includeColumn: number;
  /** How it is drawn; `DEFAULT_LOOK` without it. */
  readonly look?: Look;
  /** The visible part in pixels of the figure's height: rows outside it are not drawn. All rows without it. */
  readonly window?: RowWindow;
}

/** A stretch of the figure's height in CSS pixels. */
export interface RowWindow {
  readonly top: number;
  readonly bottom: number;
}

/** Below this width a row takes two lines. */
export const NARROW = 600;
/** Beyond this width a figure no longer grows: its rows would be hard to follow. */
export const MAX_WIDTH = 1180;
/** Free pixels at the left and right edge of a figure. */
export const PAD = 10;
/** A funnel plot wider than this would only grow emptier. */
export const MAX_FUNNEL = 760;
