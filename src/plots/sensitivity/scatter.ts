import { ticks } from "d3";
import { measureText } from "../../scene/measureText";
import type { GroupMark, Mark, Point, Target, Theme } from "../../scene/scene";
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
const TARGET = 24; // px, least side of a pointer target
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

/** A study's point; hollow where it is left out, dark with its name where it is to be noticed. */
export interface ScatterPoint {
  readonly rowId: number;
  readonly at: Point;
  readonly r: number;
  /** Spoken name with the numbers. */
  readonly label: string;
  readonly isOut: boolean;
  readonly isMarked: boolean;
}

/** A point as a group that can be followed from one scene to the next. */
export function pointMark({ rowId, at, r, label, isOut, isMarked }: ScatterPoint, theme: Theme): GroupMark {
  const paint = isOut
    ? { fill: theme.background, stroke: theme.faint, dash: "2 1.5" }
    : { fill: theme.study, fillOpacity: isMarked ? 1 : 0.6, stroke: isMarked ? theme.ink : theme.study };
  return {
    kind: "group",
    key: `study-${rowId}`,
    label: isOut ? `${label}, left out` : label,
    marks: [{ kind: "circle", at, r, ...paint }],
  };
}

/** Where the page makes points interactive. */
export function pointTargets(points: readonly ScatterPoint[]): readonly Target[] {
  return points.map(({ rowId, at: [x, y], r }) => {
    const side = Math.max(TARGET, 2 * r);
    return { rowId, box: { x: x - side / 2, y: y - side / 2, width: side, height: side } };
  });
}

/** A point that may carry its name. */
export interface NamedPoint {
  readonly at: Point;
  readonly r: number;
  readonly name: string;
}

/** Names beside points, the first ones first, each only where it covers no other and none of `all` points. */
export function nameMarks(
  points: readonly NamedPoint[],
  all: readonly NamedPoint[],
  { left, right, top, theme }: Scatter,
): readonly Mark[] {
  const taken: Span[] = all.map(({ at: [x, y], r }) => ({ from: x - r, to: x + r, y }));
  const isFree = (span: Span) =>
    span.from > left + 2 &&
    span.to <= right &&
    span.y > top - 8 &&
    taken.every((t) => t.from > span.to || t.to < span.from || Math.abs(t.y - span.y) > LINE);
  return points.flatMap(({ at: [x, y], r, name }): Mark[] => {
    const width = measureText(name, NAME_SIZE);
    const sides = [x + r + 5, x - r - 5 - width].map((from): Span => ({ from, to: from + width, y }));
    const span = sides.find(isFree);
    if (!span) return [];
    taken.push(span);
    return [{ kind: "text", at: [span.from, y + 4], text: name, size: NAME_SIZE, fill: theme.muted }];
  });
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

const NAME_SIZE = 11;
const LINE = 12; // px between the middles of two names, or of a name and a point
