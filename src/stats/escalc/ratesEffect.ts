import { type EffectOrReason, usable } from "./effect";
import { addition, type ZeroEvents } from "./zeroCells";

/** Two arms observed over time: `x1i` events in `t1i` person-time of arm 1, `x2i` in `t2i` of arm 2. */
export interface RatesData {
  readonly x1i: number;
  readonly t1i: number;
  readonly x2i: number;
  readonly t2i: number;
}

/** Measures of two incidence rates, by metafor's codes: the log ratio and the difference. */
export type RatesMeasure = "IRR" | "IRD";

/**
 * One study's effect from events in person-time: the log incidence rate ratio with variance 1/x1 + 1/x2, or the rate
 * difference, in events per unit of time, with variance x1/t1² + x2/t2². Where a constant is added, it is to the
 * events. Rothman, Greenland & Lash (2008), Modern Epidemiology, 3rd ed., ch. 14.
 *
 * @returns `reason` where the numbers cannot be, a ratio is undefined, or the variance is 0.
 */
export function ratesEffect(measure: RatesMeasure, data: RatesData, zeros: ZeroEvents): EffectOrReason {
  const { t1i, t2i } = data;
  if (!(isRate(data.x1i, t1i) && isRate(data.x2i, t2i))) return { reason: "impossible" };
  if (zeros.doubleZeros === "drop" && data.x1i === 0 && data.x2i === 0) return { reason: "no-events" };
  const add = addition(zeros, data.x1i, data.x2i);
  const x1 = data.x1i + add;
  const x2 = data.x2i + add;
  if (measure === "IRD") return usable({ yi: x1 / t1i - x2 / t2i, vi: x1 / t1i ** 2 + x2 / t2i ** 2 });
  if (x1 === 0 || x2 === 0) return { reason: "zero-cell" };
  return usable({ yi: Math.log(x1 / t1i / (x2 / t2i)), vi: 1 / x1 + 1 / x2 });
}

function isRate(events: number, time: number): boolean {
  return events >= 0 && events < Infinity && time > 0 && time < Infinity;
}
