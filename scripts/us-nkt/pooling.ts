import type { PoolingModel } from "../../src/model/poolingModel";
import type { Better, MeansData } from "../../src/model/study";
import { escalc, type Fit, pool } from "../../src/stats";
import type { Comparator } from "./vocabulary";

/** The review's model: DerSimonian-Laird with Wald intervals on Hedges' g as RevMan computes it. */
export const PUBLISHED_MODEL: PoolingModel = {
  method: "DL",
  test: "z",
  predint: "V",
  level: 0.95,
  smdVariance: "RevMan",
  zeroCells: "only0",
  groupTau2: "separate",
  weighting: "IV",
};

export interface Effect {
  readonly yi: number;
  readonly vi: number;
}

/** Hedges' g of one trial, signed so that benefit is negative on every instrument. */
export function benefit(data: MeansData, better: Better): Effect {
  const effect = escalc("SMD", data, PUBLISHED_MODEL);
  if ("reason" in effect) throw new RangeError(`a simulated trial has no effect: ${effect.reason}`);
  return better === "higher" ? { yi: -effect.yi, vi: effect.vi } : effect;
}

/** The k effects pooled under the review's model. */
export function poolEffects(effects: readonly Effect[]): Fit {
  const yi = effects.map((effect) => effect.yi);
  const vi = effects.map((effect) => effect.vi);
  return pool(yi, vi, PUBLISHED_MODEL);
}

/** A cell of the evidence map pooled over all its trials and against each comparator. */
export interface CellFit {
  readonly overall: Fit;
  readonly byComparator: Readonly<Record<Comparator, Fit>>;
}

/** Pools effects[i] of a trial against comparators[i]; both comparators must occur. */
export function poolCell(effects: readonly Effect[], comparators: readonly Comparator[]): CellFit {
  const against = (comparator: Comparator) => poolEffects(effects.filter((_, i) => comparators[i] === comparator));
  return {
    overall: poolEffects(effects),
    byComparator: {
      "Recommended therapy": against("Recommended therapy"),
      "Conventional needle-knife therapy": against("Conventional needle-knife therapy"),
    },
  };
}
