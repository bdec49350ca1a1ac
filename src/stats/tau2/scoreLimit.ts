import { spread } from "./spread";

/** The studies of one group: as many effects on the analysis scale as sampling variances > 0. */
export interface Studies {
  readonly yi: readonly number[];
  readonly vi: readonly number[];
}

/**
 * A tau2 beyond which the score of the likelihood and of the restricted likelihood is negative, and the smallest
 * sampling variance.
 *
 * Two bounds, the smaller of which is taken. Beyond the squared range of the effects every residual is below the range
 * and every weight below 1 / range². And with m and M the extreme variances, s² the pooled variance of the effects
 * within groups and k − p its degrees of freedom, the score is at most s² (k − p) / (m + tau2)² − (k − p) / (M + tau2):
 * negative beyond the larger root of (m + tau2)² = s² (M + tau2).
 */
export function scoreLimit(groups: readonly Studies[]): { readonly limit: number; readonly smallest: number } {
  let smallest = Infinity;
  let largest = 0;
  let squaredRange = 0;
  let squares = 0;
  let df = 0;
  for (const { yi, vi } of groups) {
    for (const v of vi) {
      if (v < smallest) smallest = v;
      if (v > largest) largest = v;
    }
    const own = spread(yi);
    squaredRange = Math.max(squaredRange, own.range ** 2);
    squares += own.squares;
    df += yi.length - 1;
  }
  const s2 = df > 0 ? squares / df : 0;
  const half = s2 / 2 - smallest;
  const root = half + Math.sqrt(half * half + Math.max(0, s2 * largest - smallest * smallest));
  // With equal variances the root is the peak itself: room, so that it lies inside.
  return { limit: Math.min(squaredRange, 1.1 * root + smallest / 4), smallest };
}
