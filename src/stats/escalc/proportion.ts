import { type EffectOrReason, usable } from "./effect";
import { addition, type ZeroRule } from "./zeroCells";

/** `xi` of `ni` participants of one group. */
export interface ProportionData {
  readonly xi: number;
  readonly ni: number;
}

/** Measures of one proportion, by metafor's codes: logit, and Freeman–Tukey's double arcsine. */
export type ProportionMeasure = "PLO" | "PFT";

/**
 * One group's proportion: its logit with variance 1/x + 1/(n − x), or the double arcsine in radians,
 * (asin √(x/(n+1)) + asin √((x+1)/(n+1)))/2 with variance 1/(4n + 2), which needs no constant and ignores the rule.
 * Freeman & Tukey (1950), Ann Math Stat 21:607–611, doi:10.1214/aoms/1177729756.
 */
export function proportionEffect(measure: ProportionMeasure, data: ProportionData, zeros: ZeroRule): EffectOrReason {
  const { xi, ni } = data;
  if (!(xi >= 0 && xi <= ni && ni >= 1 && ni < Infinity)) return { reason: "impossible" };
  if (measure === "PFT") return usable({ yi: doubleArcsine(xi, ni), vi: 1 / (4 * ni + 2) });
  const add = addition(zeros, xi, ni - xi);
  const x = xi + add;
  const rest = ni - xi + add;
  return x === 0 || rest === 0 ? { reason: "zero-cell" } : usable({ yi: Math.log(x / rest), vi: 1 / x + 1 / rest });
}

/**
 * The proportion that a pooled double arcsine stands for, taken at the harmonic mean of the k sample sizes; 0 or 1
 * beyond what that size can reach. The choice of one size for many studies can mislead badly where they differ widely
 * (Schwarzer et al. 2019, Res Synth Methods 10:476–483, doi:10.1002/jrsm.1348): the logit has no such trap.
 * Miller (1978), Am Stat 32:138, doi:10.1080/00031305.1978.10479283.
 *
 * @throws RangeError unless yi is finite and there is at least one size, each >= 1.
 */
export function proportionOfDoubleArcsine(yi: number, ni: readonly number[]): number {
  if (!Number.isFinite(yi)) throw new RangeError(`proportionOfDoubleArcsine: ${yi}`);
  const n = harmonicMean(ni);
  if (yi <= doubleArcsine(0, n)) return 0;
  if (yi >= doubleArcsine(n, n)) return 1;
  const sine = Math.sin(2 * yi);
  const s = Math.min(1, sine + (sine - 1 / sine) / n);
  const root = Math.sqrt((1 - s) * (1 + s));
  // (1 − √(1 − s²))/2 without its cancellation near 0.
  return Math.cos(2 * yi) >= 0 ? (s * s) / (2 * (1 + root)) : (1 + root) / 2;
}

function doubleArcsine(x: number, n: number): number {
  return (Math.atan2(Math.sqrt(x), Math.sqrt(n + 1 - x)) + Math.atan2(Math.sqrt(x + 1), Math.sqrt(n - x))) / 2;
}

function harmonicMean(ni: readonly number[]): number {
  let sum = 0;
  for (const n of ni) {
    if (!(n >= 1 && n < Infinity)) throw new RangeError(`a sample size of ${n}`);
    sum += 1 / n;
  }
  if (sum === 0) throw new RangeError("a harmonic mean needs at least one sample size");
  return ni.length / sum;
}
