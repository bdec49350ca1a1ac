import { type EffectOrReason, usable } from "./effect";
import { addition, type ZeroRule } from "./zeroCells";

/** The mean of one group. */
export interface MeanData {
  readonly mi: number;
  readonly sdi: number;
  readonly ni: number;
}

/** `xi` events in `ti` person-time of one group. */
export interface RateData {
  readonly xi: number;
  readonly ti: number;
}

/** Measures of one incidence rate, by metafor's codes: as it is, and its logarithm. */
export type RateMeasure = "IR" | "IRLN";

/** `ni` pairs of values with the correlation `ri`. */
export interface CorrelationData {
  readonly ri: number;
  readonly ni: number;
}

/** `MN`: the mean of one group, in its unit, with variance sd²/n. Needs two participants. */
export function meanEffect({ mi, sdi, ni }: MeanData): EffectOrReason {
  if (!(Number.isFinite(mi) && sdi >= 0 && ni >= 1 && ni < Infinity)) return { reason: "impossible" };
  if (ni < 2) return { reason: "too-few" };
  return usable({ yi: mi, vi: sdi ** 2 / ni });
}

/**
 * The rate of one group, in events per unit of time with variance x/t² (`IR`), or its logarithm with variance 1/x
 * (`IRLN`). Where a constant is added, it is to the events.
 * Rothman, Greenland & Lash (2008), Modern Epidemiology, 3rd ed., ch. 14.
 */
export function rateEffect(measure: RateMeasure, { xi, ti }: RateData, zeros: ZeroRule): EffectOrReason {
  if (!(xi >= 0 && xi < Infinity && ti > 0 && ti < Infinity)) return { reason: "impossible" };
  const x = xi + addition(zeros, xi);
  if (measure === "IR") return usable({ yi: x / ti, vi: x / ti ** 2 });
  return x === 0 ? { reason: "zero-cell" } : usable({ yi: Math.log(x / ti), vi: 1 / x });
}

/**
 * `ZCOR`: Fisher's z, atanh r, with variance 1/(n − 3). Needs four pairs; a correlation of ±1 has no z.
 * Fisher (1921), Metron 1:3–32.
 */
export function correlationEffect({ ri, ni }: CorrelationData): EffectOrReason {
  if (!(Math.abs(ri) <= 1 && ni >= 1 && ni < Infinity)) return { reason: "impossible" };
  if (ni < 4) return { reason: "too-few" };
  return usable({ yi: Math.atanh(ri), vi: 1 / (ni - 3) });
}
