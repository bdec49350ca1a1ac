import { ticks as roundTicks } from "d3";
import type { Scale } from "../model/measure";
import { formatNumber } from "../words/number";
import { linear } from "./linear";

export interface Tick {
  /** On the analysis scale. */
  readonly value: number;
  /** As the reader sees it: ratios are back-transformed. */
  readonly label: string;
}

/** The shared horizontal axis of effects: analysis scale in, CSS pixels out. */
export interface EffectAxis {
  readonly domain: readonly [lo: number, hi: number];
  readonly range: readonly [left: number, right: number];
  readonly ticks: readonly Tick[];
  /** Not clamped: a value outside the domain gives a pixel outside the range. */
  readonly x: (value: number) => number;
}

const TICK_ROOM = 46; // px between labels
const MOST_TICKS = 9;
const END_ROOM = 0.03; // share of the domain that is always free at its ends
const ROUND_ROOM = 0.12; // and the most that a round end may take
const DECADE = Math.LN10;
const PLAIN = 0.4; // decades below which a ratio's ticks have plain steps
const NARROW = 1.8; // decades below which they are multiples of 2

/** An axis over `domain` (analysis scale), out to round ends where these are near. */
export function effectAxis(
  domain: readonly [number, number],
  scale: Scale,
  range: readonly [left: number, right: number],
): EffectAxis {
  const count = tickCount(range);
  const [least, most] = widened(domain, END_ROOM);
  const [far, farther] = widened(domain, ROUND_ROOM);
  const values = scale === "log" ? logTicks(far, farther, count) : linearTicks(far, farther, count);
  const lo = Math.min(least, values.at(0)?.value ?? least);
  const hi = Math.max(most, values.at(-1)?.value ?? most);
  return { domain: [lo, hi], range, ticks: values, x: linear([lo, hi], range) };
}

/** An axis over exactly `domain` (analysis scale), with the round values that lie in it. */
export function fixedAxis(
  domain: readonly [number, number],
  scale: Scale,
  range: readonly [left: number, right: number],
): EffectAxis {
  const values = (scale === "log" ? logTicks : linearTicks)(...domain, tickCount(range));
  return { domain, range, ticks: values, x: linear(domain, range) };
}

function tickCount([left, right]: readonly [number, number]): number {
  return Math.min(MOST_TICKS, Math.max(2, Math.floor((right - left) / TICK_ROOM)));
}

function widened([lo, hi]: readonly [number, number], share: number): readonly [number, number] {
  const room = share * (hi - lo);
  return [lo - room, hi + room];
}

function linearTicks(lo: number, hi: number, count: number): Tick[] {
  const values = roundTicks(lo, hi, count);
  const digits = decimals(values);
  return values.map((value) => ({ value, label: formatNumber(value, digits) }));
}

/**
 * Ticks of a ratio between `lo` and `hi` (log): multiples of 2 for a narrow axis, 1-2-5, 1-3 or powers of ten for a
 * wide one, plain steps where it spans less than a factor of about 2. Always with 1, so that no effect is readable.
 */
function logTicks(lo: number, hi: number, count: number): Tick[] {
  const decades = (hi - lo) / DECADE;
  if (decades < PLAIN) return ratioTicks(roundTicks(Math.exp(lo), Math.exp(hi), Math.min(count, 6)));
  const narrow = [powers(2, 1), powers(2, 2)];
  const wide = [decadeSteps(1, 2, 5), decadeSteps(1, 3), powers(10, 1), powers(10, 2), powers(10, 4)];
  const ladders = decades < NARROW ? [...narrow, ...wide] : wide;
  const inside = (v: number) => Math.log(v) >= lo - 1e-9 && Math.log(v) <= hi + 1e-9;
  const fitting = ladders.map((ladder) => ladder.filter(inside)).find((ladder) => ladder.length <= count);
  return ratioTicks(fitting ?? [1]);
}

/** base^i for every `step`-th i, symmetric about 1. */
function powers(base: number, step: number): number[] {
  const most = Math.floor(40 / (Math.log2(base) * step));
  return Array.from({ length: 2 * most + 1 }, (_, i) => base ** ((i - most) * step));
}

function decadeSteps(...steps: readonly number[]): number[] {
  return powers(10, 1).flatMap((p) => steps.map((step) => step * p));
}

/** Labels as journals print them: 0.25, 0.5, 1, 2, each with the decimals that it needs. */
function ratioTicks(values: readonly number[]): Tick[] {
  return values.map((v) => ({ value: Math.log(v), label: formatNumber(v, decimals([v])) }));
}

/** Decimals that the values need, at most 6. */
function decimals(values: readonly number[]): number {
  const needed = values.map((v) => {
    const text = Math.abs(v).toFixed(6).replace(/0+$/, "");
    return text.length - text.indexOf(".") - 1;
  });
  return Math.max(0, ...needed);
}
