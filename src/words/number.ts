import type { MeasureInfo, Scale } from "../model/measure";

const MINUS = "−"; // U+2212, as wide as the plus: a hyphen would be taken for a dash
const RATIO_WITHOUT_DECIMALS = 100; // from here on decimals of a ratio are noise
const MAX_RATIO_DECIMALS = 4; // smaller ratios are only said to be smaller

/**
 * A number for readers: true minus sign, thousands separated by commas, `digits` decimals, and no sign on a zero.
 * Rounds the stored binary value, as R's `formatC` and `sprintf` do.
 */
export function formatNumber(x: number, digits = 2): string {
  if (Number.isNaN(x)) return "not known";
  if (!Number.isFinite(x)) return x < 0 ? `${MINUS}∞` : "∞";
  const rounded = Math.abs(x).toFixed(digits);
  const text = Math.abs(x) < 999 ? rounded : rounded.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));
  return x < 0 && Number(rounded) !== 0 ? MINUS + text : text;
}

/** A count: "2,107". */
export function formatInteger(n: number): string {
  return formatNumber(n, 0);
}

/** `x` in percent already, as I² and weights are: "95%". */
export function formatPercent(x: number, digits = 0): string {
  return `${formatNumber(x, digits)}%`;
}

/** A p-value with three decimals: "0.003", "< 0.001"; never "1.000" for one that is only near 1. */
export function formatP(p: number): string {
  if (p < 0.001) return "< 0.001";
  if (p < 1 && p >= 0.9995) return "> 0.999";
  return formatNumber(p, 3);
}

/** The same with its letter: "p = 0.003", "p < 0.001". */
export function pEquals(p: number): string {
  const text = formatP(p);
  return /^[<>]/.test(text) ? `p ${text}` : `p = ${text}`;
}

/** A quantity that cannot be negative, tau or tau²: "0.00" only where it is zero, else at least "< 0.01". */
export function formatSpread(x: number, digits = 2): string {
  const smallest = 10 ** -digits;
  return x > 0 && x < smallest / 2 ? `< ${formatNumber(smallest, digits)}` : formatNumber(x, digits);
}

/** Decimals for effects of this measure: three for risk differences, which are proportions, else two. */
export function digitsOf({ measure }: MeasureInfo): number {
  return measure === "RD" || measure === "AS" ? 3 : 2;
}

/** An effect from the analysis scale as the reader sees it: ratios are exponentiated and stay readable. */
export function formatEffect(x: number, scale: Scale, digits = 2): string {
  return scale === "log" ? formatRatio(Math.exp(x), digits) : formatNumber(x, digits);
}

/** The limits of an interval on the analysis scale: "−2.50 to −0.98". */
export function formatInterval(lb: number, ub: number, scale: Scale, digits = 2): string {
  return `${formatEffect(lb, scale, digits)} to ${formatEffect(ub, scale, digits)}`;
}

/** Estimate and interval as a forest plot prints them: "−1.36 [−1.80, −0.92]". */
export function formatBracketed(mu: number, lb: number, ub: number, scale: Scale, digits = 2): string {
  const [estimate, lower, upper] = [mu, lb, ub].map((x) => formatEffect(x, scale, digits));
  return `${estimate} [${lower}, ${upper}]`;
}

function formatRatio(ratio: number, digits: number): string {
  if (ratio >= RATIO_WITHOUT_DECIMALS) return formatNumber(ratio, 0);
  if (ratio >= 10 ** -digits) return formatNumber(ratio, digits);
  const decimals = Math.max(digits, MAX_RATIO_DECIMALS);
  const smallest = 10 ** -decimals;
  if (ratio < smallest) return `< ${formatNumber(smallest, decimals)}`;
  return formatNumber(ratio, Math.min(decimals, Math.ceil(-Math.log10(ratio))));
}
