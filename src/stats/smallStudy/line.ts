/** A straight line through k effects, weighted by 1 / vi, with the sums that its errors are made of. */
export interface Line {
  /** Sum of the weights. */
  readonly W: number;
  /** Weighted mean of the predictor. */
  readonly xBar: number;
  /** Weighted sum of squares of the predictor about its mean. */
  readonly Sxx: number;
  readonly slope: number;
  /** Height of the line where the predictor is 0. */
  readonly intercept: number;
  /** Weighted sum of squared residuals. */
  readonly RSS: number;
  /** True where every study lies on the line, to rounding. */
  readonly isPerfect: boolean;
}

const SAME = 1e-12; // a predictor that varies by less than this part of its size does not vary
const ROUNDING = 1e-13; // residuals below this part of the largest effect are not scatter

/** True where the predictor has a spread that a line can be fitted to. */
export function varies(xi: readonly number[]): boolean {
  let min = Infinity;
  let max = -Infinity;
  for (const x of xi) {
    if (x < min) min = x;
    if (x > max) max = x;
  }
  return max - min > SAME * Math.max(Math.abs(min), Math.abs(max));
}

/**
 * The weighted least-squares line of k effects on a predictor that varies.
 *
 * Points are counted from the first one, so that equal effects have a slope and residuals of exactly 0.
 */
export function weightedLine(yi: readonly number[], vi: readonly number[], xi: readonly number[]): Line {
  const x0 = xi[0]!;
  const y0 = yi[0]!;
  let W = 0;
  let Wx = 0;
  let Wy = 0;
  for (let i = 0; i < yi.length; i++) {
    const w = 1 / vi[i]!;
    W += w;
    Wx += w * (xi[i]! - x0);
    Wy += w * (yi[i]! - y0);
  }
  const dx0 = Wx / W;
  const dy0 = Wy / W;
  let Sxx = 0;
  let Sxy = 0;
  for (let i = 0; i < yi.length; i++) {
    const dx = xi[i]! - x0 - dx0;
    Sxx += (dx * dx) / vi[i]!;
    Sxy += (dx * (yi[i]! - y0 - dy0)) / vi[i]!;
  }
  const slope = Sxy / Sxx;
  let RSS = 0;
  let farthest = 0;
  let largest = 0;
  for (let i = 0; i < yi.length; i++) {
    const residual = yi[i]! - y0 - dy0 - slope * (xi[i]! - x0 - dx0);
    RSS += (residual * residual) / vi[i]!;
    farthest = Math.max(farthest, Math.abs(residual));
    largest = Math.max(largest, Math.abs(yi[i]!));
  }
  const xBar = x0 + dx0;
  const isPerfect = RSS === 0 || farthest <= ROUNDING * largest;
  return { W, xBar, Sxx, slope, intercept: y0 + dy0 - slope * xBar, RSS, isPerfect };
}
