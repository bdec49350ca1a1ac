import { extent, max, ticks } from "d3";
import type { Bubble, BubblePoint } from "../model/bubble";
import type { Point, Theme } from "../scene/scene";
import { type EffectAxis, effectAxis } from "./axis";
import { effectDomain } from "./effectDomain";
import { NARROW, PAD, type PlotInput } from "./forestInput";
import { linear } from "./linear";

export interface BubbleOptions {
  /** Room for the figure in CSS pixels, 328 and more; it takes at most 760 of it. */
  readonly width: number;
  readonly theme: Theme;
}

/** Scales of a bubble plot, placed but not drawn. */
export interface BubbleLayout {
  readonly input: PlotInput;
  readonly bubble: Bubble;
  readonly theme: Theme;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly x: (value: number) => number;
  readonly xTicks: readonly number[];
  /** Effects; `x` gives CSS pixels from the top. */
  readonly effects: EffectAxis;
  readonly maxWeight: number;
}

/** The top of the panel. */
export const BUBBLE_TOP = 40;
const LEFT = 58;
const MIN_RADIUS = 3;
const MAX_RADIUS = 15;
const OUT_RADIUS = 5; // of a study that is left out, which has no weight

/** Places the studies; `width` of the figure in CSS pixels. */
export function bubbleLayout(input: PlotInput, bubble: Bubble, theme: Theme, width: number): BubbleLayout {
  const bottom = BUBBLE_TOP + (width < NARROW ? 250 : 360);
  const [left, right] = [LEFT, width - PAD - 6];
  const own = bubble.points.map(({ yi }) => ({ lb: yi, ub: yi }));
  const line = (bubble.fit?.line ?? []).flatMap(({ ciLb, ciUb, predint }) => [
    { lb: ciLb, ub: ciUb },
    ...(predint ? [{ lb: predint.piLb, ub: predint.piUb }] : []),
  ]);
  const upright = effectAxis(effectDomain(own, line), bubble.measure.scale, [0, bottom - BUBBLE_TOP]);
  const [least = 0, most = 0] = extent(bubble.points, ({ x }) => x);
  const room = least === most ? 1 : 0.06 * (most - least);
  const domain = [least - room, most + room] as const;
  return {
    ...{ input, bubble, theme, left, right, bottom },
    x: linear(domain, [left, right]),
    xTicks: ticks(domain[0], domain[1], width < NARROW ? 4 : 8).filter(isOfItsKind(bubble.points)),
    effects: { ...upright, x: (value) => bottom - upright.x(value) },
    maxWeight: max(bubble.points, ({ weight }) => weight ?? 0) ?? 1,
  };
}

/** Years and counts have no half ticks. */
function isOfItsKind(points: readonly BubblePoint[]): (tick: number) => boolean {
  const areWhole = points.every(({ x }) => Number.isInteger(x));
  return (tick) => !areWhole || Number.isInteger(tick);
}

/** A study's middle in CSS pixels. */
export function placeOf({ x, effects }: BubbleLayout, point: BubblePoint): Point {
  return [x(point.x), effects.x(point.yi)];
}

/** The area is proportional to the weight, the heaviest study's being the largest. */
export function radiusOf({ maxWeight }: BubbleLayout, { weight }: BubblePoint): number {
  return weight === null ? OUT_RADIUS : Math.max(MIN_RADIUS, MAX_RADIUS * Math.sqrt(weight / maxWeight));
}
