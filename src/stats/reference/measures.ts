import { type Converted, isReason } from "../convert/converted";
import type { QuantileSummary } from "../convert/fromQuantiles";
import type { Effect, EffectOrReason } from "../escalc/effect";
import measuresJson from "./measures.json?raw";

/** Columns of equal length. */
type Columns<Name extends string> = Readonly<Record<Name, readonly number[]>>;

export interface MeasureCase {
  readonly measure: string;
  /** What it was computed with: a variance or a rule for zeros. */
  readonly option: string;
  readonly data: Columns<string>;
  /** null where metafor has no finite effect with a variance > 0. */
  readonly yi: readonly (number | null)[];
  readonly vi: readonly (number | null)[];
}

interface Measures {
  readonly versions: string;
  readonly effects: readonly MeasureCase[];
  /** The way back from the double arcsine at the harmonic mean of the sizes. */
  readonly back: readonly Columns<"ni" | "yi" | "proportion">[];
  /** Limits, statistics and p-values made from known standard errors. */
  readonly intervals: Columns<
    "estimate" | "se" | "level" | "df" | "ratio" | "tLb" | "tUb" | "zLb" | "zUb" | "tP" | "zP"
  >;
  /** Arms, with the mean and SD of all their values. */
  readonly arms: readonly Columns<"mi" | "sdi" | "ni" | "mean" | "sd">[];
  readonly pairs: readonly Columns<"sdPre" | "sdPost" | "sdChange" | "r">[];
  /** Samples by their quantiles, with the estimators as the papers print them. */
  readonly quantiles: Columns<
    "n" | "min" | "q1" | "median" | "q3" | "max" | `${QuantileSummary["kind"]}${"Mean" | "Sd"}`
  >;
  /** 95% points of the skewness statistics in normal samples, simulated: good to about one per cent. */
  readonly skewness: Columns<"n" | QuantileSummary["kind"]>;
}

/** Made by measures.R. */
export const MEASURES: Measures = JSON.parse(measuresJson);

/** The effect. @throws Error where there is none. */
export function estimated(effect: EffectOrReason): Effect {
  if ("reason" in effect) throw new Error(`not estimable: ${effect.reason}`);
  return effect;
}

/** What was sought. @throws Error where it was not found. */
export function converted<T>(value: Converted<T>): T {
  if (isReason(value)) throw new Error(`not converted: ${value.reason}`);
  return value;
}
