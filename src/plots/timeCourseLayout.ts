import { max, min } from "d3";
import type { Pooled } from "../model/analysis";
import type { TimeCourse } from "../model/timeCourse";
import { measureText } from "../scene/measureText";
import type { Theme } from "../scene/scene";
import { type EffectAxis, effectAxis } from "./axis";
import { effectDomain } from "./effectDomain";
import { NARROW, PAD, type PlotInput } from "./forestInput";
import { linear } from "./linear";

export interface TimeCourseOptions {
  /** Room for the figure in CSS pixels, 328 and more; it takes at most 860 of it. */
  readonly width: number;
  readonly theme: Theme;
  /** The trial whose path stands out, by `studyId`. */
  readonly lit: string | null;
}

/** A timepoint in its place. */
export interface TimeTick {
  readonly name: string;
  /** CSS pixels. */
  readonly x: number;
  /** Line of its label, 0 or 1: labels that would touch take turns. */
  readonly line: 0 | 1;
}

/** Scales of a time course, placed but not drawn. */
export interface TimeCourseLayout {
  readonly input: PlotInput;
  readonly course: TimeCourse;
  readonly theme: Theme;
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Effects from the bottom upwards; `x` gives CSS pixels from the top. */
  readonly effects: EffectAxis;
  readonly ticks: readonly TimeTick[];
  /** True where the distances between timepoints are those of time; else they are even. */
  readonly isToScale: boolean;
  /** Pixels by which each comparator stands beside its timepoint, so that intervals do not cover each other. */
  readonly aside: (comparator: string) => number;
}

export const TIME_TEXT = 12;
const MAX_TIME = 860;
const LEFT = 58;
const TOP = 40;
const INSET = 44; // px between the panel's sides and its first and last timepoint
const ASIDE = 12;
const LEAST_APART = 40; // px between timepoints, below which a true scale would hide them behind each other

/** Places timepoints and scales; the effect axis follows the pooled intervals, and trials' paths as far as they fit. */
export function timeCourseLayout(input: PlotInput, course: TimeCourse, options: TimeCourseOptions): TimeCourseLayout {
  const width = Math.min(options.width, MAX_TIME);
  const bottom = TOP + (width < NARROW ? 260 : 330);
  const [left, right] = [LEFT, width - PAD];
  const pooled = course.lines.flatMap(({ points }) => points.flatMap((p) => p.pooled ?? []));
  const upright = effectAxis(domainOf(pooled, course), course.measure.scale, [0, bottom - TOP]);
  const effects = { ...upright, x: (value: number) => bottom - upright.x(value) };
  const days = course.timepoints.map((t) => t.days);
  const inset = Math.min(INSET, (right - left) / 8) + (course.lines.length * ASIDE) / 2;
  const inTime = days.every((d) => d !== null) ? toScale(days.map(Number), left + inset, right - inset) : null;
  const isToScale = inTime !== null && areApart(days.map((_, i) => inTime(i)));
  const place = isToScale ? inTime : evenly(days.length, left + inset, right - inset);
  const middle = (course.lines.length - 1) / 2;
  const order = new Map(course.lines.map(({ comparator }, i) => [comparator, i]));
  return {
    ...{ input, course, theme: options.theme, width, left, right, top: TOP, bottom, effects, isToScale },
    ticks: withLines(course.timepoints.map(({ name }, i) => ({ name, x: place(i) }))),
    aside: (comparator) => ASIDE * ((order.get(comparator) ?? middle) - middle),
  };
}

function domainOf(pooled: readonly Pooled[], { paths }: TimeCourse): readonly [number, number] {
  const intervals = pooled.map(({ ciLb, ciUb }) => ({ lb: ciLb, ub: ciUb }));
  const predints = pooled.flatMap(({ predint }) => (predint ? [{ lb: predint.piLb, ub: predint.piUb }] : []));
  const own = paths.flatMap(({ points }) => points.map(({ yi }) => ({ lb: yi, ub: yi })));
  return effectDomain([...intervals, ...own], [...intervals, ...predints]);
}

function toScale(days: readonly number[], from: number, to: number): (i: number) => number {
  const [first = 0, last = 0] = [min(days), max(days)];
  const x = linear([first, last], [from, to]);
  return (i) => (first === last ? (from + to) / 2 : x(days[i]!));
}

function areApart(places: readonly number[]): boolean {
  return places.every((x, i) => i === 0 || x - places[i - 1]! >= LEAST_APART);
}

function evenly(count: number, from: number, to: number): (i: number) => number {
  return (i) => (count === 1 ? (from + to) / 2 : from + ((to - from) * i) / (count - 1));
}

/** A label that would touch the one before it on the first line goes to the second. */
function withLines(ticks: readonly { readonly name: string; readonly x: number }[]): readonly TimeTick[] {
  let end = Number.NEGATIVE_INFINITY;
  return ticks.map(({ name, x }) => {
    const half = measureText(name, TIME_TEXT) / 2 + 4;
    const line = x - half < end ? 1 : 0;
    if (line === 0) end = x + half;
    return { name, x, line };
  });
}
