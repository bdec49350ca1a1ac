import { extent, max, scaleLinear, ticks } from "d3";
import type { StudyResult } from "../model/analysis";
import type { Theme } from "../scene/scene";
import { type EffectAxis, effectAxis } from "./axis";
import { MAX_FUNNEL, NARROW, PAD, type PlotInput } from "./forestInput";

export interface FunnelOptions {
  /** Room for the figure in CSS pixels, 328 and more; it takes at most 760 of it. */
  readonly width: number;
  readonly theme: Theme;
}

/** A study that has an effect, with its standard error on the analysis scale. */
export interface FunnelPoint {
  readonly study: StudyResult;
  readonly yi: number;
  readonly sei: number;
  /** CSS pixels. */
  readonly x: number;
  readonly y: number;
}

/** Scales and points of a funnel plot, placed but not drawn. */
export interface FunnelLayout {
  readonly input: PlotInput;
  readonly theme: Theme;
  readonly width: number;
  readonly axis: EffectAxis;
  readonly top: number;
  readonly bottom: number;
  /** Largest standard error shown, at the bottom. */
  readonly maxSe: number;
  readonly yTicks: readonly number[];
  /** Standard error to CSS pixels, 0 at the top. */
  readonly y: (se: number) => number;
  readonly points: readonly FunnelPoint[];
  /** Each row's group; empty where nothing is compared. */
  readonly groupOf: ReadonlyMap<number, string>;
}

/** Normal quantiles of two-sided p = 0.10, 0.05 and 0.01. */
export const Z10 = 1.6448536269514722;
export const Z05 = 1.959963984540054;
export const Z01 = 2.5758293035489004;

const LEFT = 56;
const TOP = 40;

/** Places the studies of an analysis that have an effect; excluded ones too, so that axes stay when one is taken out. */
export function funnelLayout(input: PlotInput, options: FunnelOptions): FunnelLayout {
  const { analysis } = input;
  const width = Math.min(options.width, MAX_FUNNEL);
  const bottom = TOP + Math.round(width < NARROW ? width * 0.85 : 380);
  const effects = analysis.studies.flatMap((study) => {
    const { effect } = study;
    return effect ? [{ study, yi: effect.yi, sei: Math.sqrt(effect.vi) }] : [];
  });
  const maxSe = 1.06 * (max(effects, (e) => e.sei) ?? 1);
  const y = scaleLinear([0, maxSe], [TOP, bottom]);
  const axis = effectAxis(funnelDomain(effects, analysis.overall?.mu ?? null, maxSe), analysis.measure.scale, [
    LEFT,
    width - PAD - 6,
  ]);
  const points = effects.map((e) => ({ ...e, x: axis.x(e.yi), y: y(e.sei) }));
  return {
    ...{ input, theme: options.theme, width, axis, top: TOP, bottom, maxSe, y, points },
    groupOf: new Map(analysis.groups.flatMap(({ key, rowIds }) => rowIds.map((id) => [id, key] as const))),
    yTicks: ticks(0, maxSe, 5),
  };
}

/** Every point, no effect, and the foot of the pseudo-confidence limits. */
function funnelDomain(
  effects: readonly { readonly yi: number }[],
  mu: number | null,
  maxSe: number,
): readonly [number, number] {
  const limits = mu === null ? [] : [mu - Z05 * maxSe, mu + Z05 * maxSe];
  const [lo, hi] = extent([...effects.map((e) => e.yi), ...limits, 0]);
  if (lo === undefined || hi === undefined || lo === hi) return [-Z01 * maxSe, Z01 * maxSe];
  return [Math.min(lo, -0.15 * (hi - lo)), Math.max(hi, 0.15 * (hi - lo))];
}
