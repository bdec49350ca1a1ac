/** A straight line through k points, weighted by wi = 1 / (vi + tau2), and the sums it is made of. */
export interface Line {
  /** Sum of wi. */
  readonly W: number;
  /** Weighted means of the predictor and of the effects. */
  readonly xBar: number;
  readonly yBar: number;
  /** Sum of wi (xi − xBar)². */
  readonly Sxx: number;
  readonly slope: number;
  /** Sum of wi ri², ri the residuals. */
  readonly RSS: number;
  readonly residuals: readonly number[];
}

const SAME = 1e-12; // a predictor that varies by less than this part of its size does not vary

/** True where the predictor has a spread that a line can be fitted to. */
export function varies(xi: readonly number[]): boolean {
  let min = Infinity;
  let max = -Infinity;
  let size = 0;
  for (const x of xi) {
    if (x < min) min = x;
    if (x > max) max = x;
    if (Math.abs(x) > size) size = Math.abs(x);
  }
  return max - min > SAME * size;
}

/**
 * The weighted least-squares line of k effects on a predictor that varies; vi in squared units of yi.
 *
 * Points are counted from the first one, so that equal effects have a slope and residuals of exactly 0.
 */
export function weightedLine(yi: readonly number[], vi: readonly number[], xi: readonly number[], tau2: number): Line {
  const x0 = xi[0]!;
  const y0 = yi[0]!;
  let W = 0;
  let Wx = 0;
  let Wy = 0;
  for (let i = 0; i < yi.length; i++) {
    const w = 1 / (vi[i]! + tau2);
    W += w;
    Wx += w * (xi[i]! - x0);
    Wy += w * (yi[i]! - y0);
  }
  const xMean = Wx / W;
  const yMean = Wy / W;
  let Sxx = 0;
  let Sxy = 0;
  for (let i = 0; i < yi.length; i++) {
    const w = 1 / (vi[i]! + tau2);
    const dx = xi[i]! - x0 - xMean;
    Sxx += w * dx * dx;
    Sxy += w * dx * (yi[i]! - y0 - yMean);
  }
  const slope = Sxy / Sxx;
  const residuals = yi.map((y, i) => y - y0 - yMean - slope * (xi[i]! - x0 - xMean));
  const RSS = residuals.reduce((sum, r, i) => sum + (r * r) / (vi[i]! + tau2), 0);
  return { W, xBar: x0 + xMean, yBar: y0 + yMean, Sxx, slope, RSS, residuals };
}

/** The line's height at x, and its variance where the weights are the inverse variances. */
export function heightAt(line: Line, x: number): { readonly estimate: number; readonly variance: number } {
  const dx = x - line.xBar;
  return { estimate: line.yBar + line.slope * dx, variance: 1 / line.W + (dx * dx) / line.Sxx };
}
