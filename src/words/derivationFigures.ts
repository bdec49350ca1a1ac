import { MEASURES, type Measure } from "../model/measure";
import { formatNumber } from "./number";

const DIGITS = 4;

/** A study's effect and its variance, as computed. */
export interface Computed {
  readonly yi: number;
  readonly vi: number;
}

/** A number within a formula: at most four decimals, none where there are none. */
export function figure(x: number): string {
  return Number.isInteger(x) ? formatNumber(x, 0) : formatNumber(x, DIGITS).replace(/0+$/, "").replace(/\.$/, "");
}

/** The same where a sign would stand after another. */
export function bracketed(x: number): string {
  return x < 0 ? `(${figure(x)})` : figure(x);
}

/** The value of a formula; a ratio with the logarithm that is pooled. */
export function resultOf(measure: Measure, yi: number): string {
  if (MEASURES[measure].scale !== "log") return figure(yi);
  return `${figure(Math.exp(yi))}, pooled as its logarithm ${figure(yi)}`;
}
