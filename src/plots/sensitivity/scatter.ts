import { ticks } from "d3";
import type { Mark, Theme } from "../../scene/scene";
import { formatNumber } from "../../words/number";
import { MAX_FUNNEL, NARROW, PAD } from "../forestInput";
import { linear } from "../linear";

export interface ScatterOptions {
  /** Room for the figure in CSS pixels, 328 and more; it takes at most 760 of it. */
  readonly width: number;
  readonly theme: Theme;
}

/** An axis of a scatter plot. */
export interface ScatterAxis {
  readonly title: string;
  readonly domain: readonly [number, number];
  readonly format?: (tick: number) => string;
}

/** A panel of two linear axes in its place. */
export interface Scatter {
  readonly theme: Theme;
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Values in CSS pixels. */
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly axes: { readonly x: ScatterAxis; readonly y: ScatterAxis };
}

const LEFT = 58;
const TOP = 40;
const SIZE = 12;
/** Pixels under the panel that its axis takes. */
export const AXIS_ROOM = 56;

/**
 * Places a panel. `right` keeps room free at its right; `square` makes both axes as long as each other, as far as the
 * width allows.
 */
export function scatter(
  axes: Scatter["axes"],
  { width: room, theme }: ScatterOptions,
  { right: kept = 0, square = false }: { readonly right?: number; readonly square?: boolean } = {},
): Scatter {
  const width = Math.min(room, square ? SQUARE : MAX_FUNNEL);
  const [left, right] = [LEFT, width - PAD - 6 - kept];
  const bottom = TOP + (square ? right - left : width < NARROW ? 250 : 340);
  return {
    ...{ theme, width, left, right, top: TOP, bottom, axes },
    x: linear(axes.x.domain, [left, right]),
    y: linear(axes.y.domain, [bottom, TOP]),
  };
}

const SQUARE = 520; // px: a square panel that still fits a screen

/** From zero, or from the least value, to a little beyond the greatest. */
export function domainOf(values: readonly number[], { fromZero = false } = {}): readonly [number, number] {
  const [lo, hi] = [
    Math.min(...values, fromZero ? 0 : Number.POSITIVE_INFINITY),
    Math.max(...values, fromZero ? 0 : Number.NEGATIVE_INFINITY),
  ];
  const room = hi > lo ? 0.06 * (hi - lo) : 1;
  return [fromZero && lo === 0 ? 0 : lo - room, hi + room];
}

/** Grid, axes, their numbers and titles. */
export function scatterAxes({ theme, left, right, top, bottom, x, y, axes, width }: Scatter): Mark {
  const { ink: stroke, ink: fill } = theme;
  const [xTicks, yTicks] = [ticks(...axes.x.domain, width < NARROW ? 4 : 7), ticks(...axes.y.domain, 6)];
  const [xText, yText] = [axes.x.format ?? plain(xTicks), axes.y.format ?? plain(yTicks)];
  const bold = { size: SIZE, weight: "bold", fill } as const;
  return {
    kind: "group",
    key: "axes",
    marks: [
      { kind: "rule", from: [left, bottom], to: [right, bottom], stroke },
      { kind: "rule", from: [left, top], to: [left, bottom], stroke },
      ...yTicks.flatMap((t): Mark[] => [
        { kind: "rule", from: [left - 5, y(t)], to: [left, y(t)], stroke },
        { kind: "text", at: [left - 9, y(t) + 4], text: yText(t), size: SIZE, anchor: "end", fill },
      ]),
      ...xTicks.flatMap((t): Mark[] => [
        { kind: "rule", from: [x(t), bottom], to: [x(t), bottom + 5], stroke },
        { kind: "text", at: [x(t), bottom + 19], text: xText(t), size: SIZE, anchor: "middle", fill },
      ]),
      { kind: "text", at: [PAD, 20], text: axes.y.title, ...bold },
      { kind: "text", at: [(left + right) / 2, bottom + 40], text: axes.x.title, anchor: "middle", ...bold },
    ],
  };
}

/** Numbers with the decimals that the steps between ticks need. */
function plain(values: readonly number[]): (tick: number) => string {
  const digits = Math.max(0, ...values.map((t) => (String(Number(t.toFixed(6))).split(".")[1] ?? "").length));
  return (tick) => formatNumber(tick, digits);
}
