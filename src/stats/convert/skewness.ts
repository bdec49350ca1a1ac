import type { Converted } from "./converted";
import { inOrder, type QuantileSummary } from "./fromQuantiles";

/** A test of symmetry; where `skewed`, a mean and SD made from the quantiles mislead. */
export interface Skewness {
  /** >= 0; 0 where the quantiles are symmetric. */
  readonly statistic: number;
  /** What it exceeds once in twenty where the values are normal. */
  readonly critical: number;
  readonly skewed: boolean;
}

/**
 * Whether a group's quantiles are too asymmetric for normal values, at the 5% level. Needs five participants; under
 * about nine the critical values are rough.
 * Shi et al. (2023), Stat Methods Med Res 32:1338–1360, doi:10.1177/09622802231172043.
 *
 * @returns `no-information` where the quantiles do not differ.
 */
export function skewness(summary: QuantileSummary): Converted<Skewness> {
  const { n } = summary;
  if (!(inOrder(summary) && n < Infinity)) return { reason: "impossible" };
  if (n < 5) return { reason: "too-few" };
  const statistic = statisticOf(summary);
  if (!Number.isFinite(statistic)) return { reason: "no-information" };
  const critical = criticalOf(summary);
  return { statistic, critical, skewed: statistic > critical };
}

function statisticOf(summary: QuantileSummary): number {
  const { n, median } = summary;
  switch (summary.kind) {
    case "range":
      return asymmetry(summary.min, median, summary.max);
    case "quartiles":
      return asymmetry(summary.q1, median, summary.q3);
    case "five": {
      const ofRange = ((2.65 * Math.log(0.6 * n)) / Math.sqrt(n)) * asymmetry(summary.min, median, summary.max);
      return Math.max(ofRange, asymmetry(summary.q1, median, summary.q3));
    }
  }
}

function criticalOf({ kind, n }: QuantileSummary): number {
  switch (kind) {
    case "range":
      return 1.01 / Math.log(n + 9) + 2.43 / (n + 1);
    case "quartiles":
      return 2.66 / Math.sqrt(n) - 5.92 / n ** 2;
    case "five":
      return 2.97 / Math.sqrt(n) - 39.1 / n ** 3;
  }
}

/** |low + high − 2 median| as a share of high − low; NaN where they are equal. */
function asymmetry(low: number, median: number, high: number): number {
  return Math.abs(high - median - (median - low)) / (high - low);
}
