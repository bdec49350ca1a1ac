import type { CountsData } from "../../model/study";
import type { EffectOrReason } from "./effect";
import { cellsOf, doubleZero, HALF_KEEPING_DOUBLE_ZEROS, HALF_WHERE_ZERO, type ZeroCells } from "./zeroCells";

/**
 * Log odds ratio with Woolf's variance; not finite where the rule leaves a zero cell.
 * Woolf (1955), doi:10.1111/j.1469-1809.1955.tb01348.x.
 */
export function oddsRatio(data: CountsData, zeros: ZeroCells = HALF_WHERE_ZERO): EffectOrReason {
  const reason = dropped(data, zeros);
  if (reason) return { reason };
  const { a, b, c, d } = cellsOf(data, zeros);
  return { yi: Math.log((a * d) / (b * c)), vi: 1 / a + 1 / b + 1 / c + 1 / d };
}

/** Log risk ratio; not finite where the rule leaves an arm without events. Katz et al. (1978), doi:10.2307/2530610. */
export function riskRatio(data: CountsData, zeros: ZeroCells = HALF_WHERE_ZERO): EffectOrReason {
  const reason = dropped(data, zeros);
  if (reason) return { reason };
  const { a, b, c, d } = cellsOf(data, zeros);
  // b/(a(a+b)) is 1/a − 1/(a+b) without its cancellation.
  return { yi: Math.log((a * (c + d)) / (c * (a + b))), vi: b / (a * (a + b)) + d / (c * (c + d)) };
}

/** Risk difference, as a proportion. A study without events says something here: only the rule can drop it. */
export function riskDifference(data: CountsData, zeros: ZeroCells = HALF_KEEPING_DOUBLE_ZEROS): EffectOrReason {
  const reason = dropped(data, zeros);
  if (reason) return { reason };
  const { a, b, c, d } = cellsOf(data, zeros);
  const n1 = a + b;
  const n2 = c + d;
  return { yi: a / n1 - c / n2, vi: (a * b) / n1 ** 3 + (c * d) / n2 ** 3 };
}

/**
 * Peto's one-step log odds ratio (O − E)/V with the variance 1/V, where V is hypergeometric. No constant is added to
 * zero cells; without events, or with nothing but events, V is 0 and there is no effect. Biased where the effect is
 * large or the arms are unequal.
 * Yusuf et al. (1985), Prog Cardiovasc Dis 27:335–371, doi:10.1016/S0033-0620(85)80003-7.
 */
export function petoOddsRatio(data: CountsData): EffectOrReason {
  const reason = doubleZero(data);
  if (reason) return { reason };
  const { ai, n1i, ci, n2i } = data;
  const N = n1i + n2i;
  const events = ai + ci;
  const V = ((n1i / N) * (n2i / N) * events * (N - events)) / (N - 1);
  // O − E = a − n1(a + c)/N, over one denominator.
  return { yi: (ai * n2i - ci * n1i) / N / V, vi: 1 / V };
}

/**
 * Arcsine difference asin √p1 − asin √p2, in radians; its variance does not depend on the events, and no zero is
 * corrected or dropped. Rücker et al. (2009), Stat Med 28:721–738, doi:10.1002/sim.3511.
 */
export function arcsineDifference({ ai, n1i, ci, n2i }: CountsData): EffectOrReason {
  return { yi: arcsine(ai, n1i) - arcsine(ci, n2i), vi: 1 / (4 * n1i) + 1 / (4 * n2i) };
}

/** asin √(x/n), by a tangent: asin loses half of its digits near 1. */
function arcsine(x: number, n: number): number {
  return Math.atan2(Math.sqrt(x), Math.sqrt(n - x));
}

function dropped(data: CountsData, { doubleZeros }: ZeroCells): ReturnType<typeof doubleZero> {
  return doubleZeros === "drop" ? doubleZero(data) : null;
}
