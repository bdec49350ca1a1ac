import { type Line, weightedLine } from "./line";

/** What the estimators of the residual tau2 about a line are made of, at one tau2. */
export interface LineScore {
  readonly line: Line;
  /** yʹPPy: sum of (wi ri)²; minus the derivative of the residual sum of squares by tau2. */
  readonly yPPy: number;
  /** Trace of P = W − W X (XʹWX)⁻¹ Xʹ W. */
  readonly traceP: number;
  /** Trace of PP. */
  readonly tracePP: number;
  /** yʹPPPy. */
  readonly yPPPy: number;
}

/**
 * The quadratic forms and traces of the projection P for a line with intercept, from sums over studies: with dx = xi −
 * xBar the hat matrix is hij = 1 / W + dxi dxj / Sxx, and P has wi (δij − hij wj).
 *
 * Viechtbauer (2005), J Educ Behav Stat 30:261–293, doi:10.3102/10769986030003261.
 */
export function lineScore(
  yi: readonly number[],
  vi: readonly number[],
  xi: readonly number[],
  tau2: number,
): LineScore {
  const line = weightedLine(yi, vi, xi, tau2);
  const { W, Sxx, xBar, residuals } = line;
  let yPPy = 0;
  let traceP = 0;
  let diagonal = 0;
  let S2 = 0;
  let S2x = 0;
  let S2xx = 0;
  let u1 = 0;
  let ux = 0;
  let u2 = 0;
  for (let i = 0; i < yi.length; i++) {
    const w = 1 / (vi[i]! + tau2);
    const dx = xi[i]! - xBar;
    const h = 1 / W + (dx * dx) / Sxx;
    const u = w * residuals[i]!;
    yPPy += u * u;
    traceP += w * (1 - w * h);
    diagonal += w * w * (1 - 2 * w * h);
    S2 += w * w;
    S2x += w * w * dx;
    S2xx += w * w * dx * dx;
    u1 += w * u;
    ux += w * u * dx;
    u2 += w * u * u;
  }
  const tracePP = diagonal + (S2 / W) ** 2 + (2 * S2x * S2x) / (W * Sxx) + (S2xx / Sxx) ** 2;
  const yPPPy = u2 - (u1 * u1) / W - (ux * ux) / Sxx;
  return { line, yPPy, traceP, tracePP, yPPPy };
}

/** Restricted log-likelihood of tau2 about a line, up to a constant; for comparing peaks. */
export function lineLogLikelihood(
  yi: readonly number[],
  vi: readonly number[],
  xi: readonly number[],
  tau2: number,
): number {
  const { W, Sxx, RSS } = weightedLine(yi, vi, xi, tau2);
  const logs = vi.reduce((sum, v) => sum + Math.log(v + tau2), 0);
  return -0.5 * (logs + Math.log(W) + Math.log(Sxx) + RSS);
}
