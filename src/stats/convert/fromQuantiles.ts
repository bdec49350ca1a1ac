import { qnorm } from "../distributions/normal";
import type { Converted } from "./converted";

/** A group of n described by its median with the range, the quartiles, or both; all in the unit of the data. */
export type QuantileSummary = { readonly n: number; readonly median: number } & (
  | { readonly kind: "range"; readonly min: number; readonly max: number }
  | { readonly kind: "quartiles"; readonly q1: number; readonly q3: number }
  | { readonly kind: "five"; readonly min: number; readonly q1: number; readonly q3: number; readonly max: number }
);

export interface MeanAndSd {
  readonly mean: number;
  readonly sd: number;
}

/**
 * Mean and SD of a group, estimated from its median with the range, the quartiles, or both, as if the values were
 * normal: see `skewness` for a check of that. Needs two participants.
 *
 * Mean: Luo, Wan, Liu & Tong (2018), Stat Methods Med Res 27:1785–1805, doi:10.1177/0962280216669183, eq. 7, 11, 15.
 * SD: Wan, Wang, Liu & Tong (2014), BMC Med Res Methodol 14:135, doi:10.1186/1471-2288-14-135, eq. 9 (range) and 16
 * (quartiles); Shi et al. (2020), Res Synth Methods 11:641–654, doi:10.1002/jrsm.1429 (both).
 */
export function meanAndSdFromQuantiles(summary: QuantileSummary): Converted<MeanAndSd> {
  const { n } = summary;
  if (!(inOrder(summary) && n < Infinity)) return { reason: "impossible" };
  if (n < 2) return { reason: "too-few" };
  return { mean: meanOf(summary), sd: sdOf(summary) };
}

/** True unless the quantiles fall, or one is not finite. */
export function inOrder(summary: QuantileSummary): boolean {
  const values = quantiles(summary);
  return values.every((value, i) => Number.isFinite(value) && (i === 0 || value >= values[i - 1]!));
}

function quantiles(summary: QuantileSummary): readonly number[] {
  switch (summary.kind) {
    case "range":
      return [summary.min, summary.median, summary.max];
    case "quartiles":
      return [summary.q1, summary.median, summary.q3];
    case "five":
      return [summary.min, summary.q1, summary.median, summary.q3, summary.max];
  }
}

/** A weighted mean of the median with the middles of the range and of the quartiles. */
function meanOf(summary: QuantileSummary): number {
  const { n, median } = summary;
  switch (summary.kind) {
    case "range":
      return median + (4 / (4 + n ** 0.75)) * (middle(summary.min, summary.max) - median);
    case "quartiles":
      return median + (0.7 + 0.39 / n) * (middle(summary.q1, summary.q3) - median);
    case "five": {
      const ofRange = 2.2 / (2.2 + n ** 0.75);
      const ofQuartiles = 0.7 - 0.72 / n ** 0.55;
      const fromRange = ofRange * (middle(summary.min, summary.max) - median);
      return median + fromRange + ofQuartiles * (middle(summary.q1, summary.q3) - median);
    }
  }
}

function sdOf(summary: QuantileSummary): number {
  const { n } = summary;
  switch (summary.kind) {
    case "range":
      return (summary.max - summary.min) / rangeInSds(n);
    case "quartiles":
      return (summary.q3 - summary.q1) / quartilesInSds(n);
    case "five": {
      const weight = 1 / (1 + 0.07 * n ** 0.6);
      const byRange = (summary.max - summary.min) / rangeInSds(n);
      return weight * byRange + (1 - weight) * ((summary.q3 - summary.q1) / quartilesInSds(n));
    }
  }
}

/** Expected range of n standard normal values, by Blom's approximation. */
function rangeInSds(n: number): number {
  // Φ⁻¹((n − 0.375)/(n + 0.25)), by the upper tail, which keeps its digits for large n.
  return 2 * qnorm(0.625 / (n + 0.25), "upper");
}

/** Their expected interquartile range. */
function quartilesInSds(n: number): number {
  return 2 * qnorm((0.25 * n + 0.375) / (n + 0.25), "upper");
}

function middle(low: number, high: number): number {
  return low + (high - low) / 2;
}
