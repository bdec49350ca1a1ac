import { divide, dot, largest, removeProjections } from "./orthonormal";

const ROUNDING = 1e-14; // residuals below this part of the effects are not variation

/**
 * Effects on an orthonormal design, with room for the weighted fit at one tau2 after another: `refit` fills the room
 * and allocates nothing.
 */
export interface LeastSquares {
  readonly k: number;
  readonly p: number;
  /** The design's p orthonormal columns. */
  readonly X: readonly Float64Array[];
  /** The effects, counted from an origin. */
  readonly effects: Float64Array;
  /** What the unweighted fit leaves of them, and its coefficients of X. */
  readonly y: Float64Array;
  readonly offset: Float64Array;
  readonly vi: readonly number[];
  /** sqrt(wi), with wi = 1 / (vi + tau2). */
  readonly rootWeight: Float64Array;
  /** The weighted design sqrt(wi) X as q R: orthonormal columns, and those of an upper triangle. */
  readonly q: readonly Float64Array[];
  readonly R: readonly Float64Array[];
  /** The weighted effects' coefficients of q, and their residuals sqrt(wi) ri. */
  readonly z: Float64Array;
  readonly r: Float64Array;
}

/** Room for fits on the design, with the effects put into it. */
export function leastSquares(
  yi: readonly number[],
  vi: readonly number[],
  X: readonly Float64Array[],
  origin: number,
): LeastSquares {
  const k = yi.length;
  const p = X.length;
  const columns = (length: number) => Array.from({ length: p }, () => new Float64Array(length));
  const fit = {
    ...{ k, p, X, vi, effects: new Float64Array(k), y: new Float64Array(k), offset: new Float64Array(p) },
    ...{ q: columns(k), R: columns(p), z: new Float64Array(p) },
    ...{ rootWeight: new Float64Array(k), r: new Float64Array(k) },
  };
  putEffects(fit, yi, origin);
  return fit;
}

/**
 * Puts effects, counted from an origin, on the design as it stands: `offset` and what it leaves. Effects that lie on the
 * design but for rounding are put there exactly.
 */
export function putEffects(fit: LeastSquares, yi: readonly number[], origin: number): void {
  const { k, p, X, effects, y, offset } = fit;
  effects.set(yi);
  const rounding = ROUNDING * largest(effects);
  for (let i = 0; i < k; i++) effects[i]! -= origin;
  y.set(effects);
  offset.fill(0);
  removeProjections(y, X, p, offset);
  if (largest(y) <= rounding) y.fill(0);
}

/** Fits by weights 1 / (vi + tau2): modified Gram–Schmidt on the weighted design, the effects being the last column. */
export function refit(fit: LeastSquares, tau2: number): void {
  const { k, p, X, y, vi, rootWeight, q, R, z, r } = fit;
  for (let i = 0; i < k; i++) rootWeight[i] = 1 / Math.sqrt(vi[i]! + tau2);
  for (let j = 0; j < p; j++) {
    const column = q[j]!;
    const design = X[j]!;
    const parts = R[j]!;
    parts.fill(0);
    for (let i = 0; i < k; i++) column[i] = rootWeight[i]! * design[i]!;
    parts[j] = removeProjections(column, q, j, parts);
    divide(column, parts[j]!);
  }
  z.fill(0);
  for (let i = 0; i < k; i++) r[i] = rootWeight[i]! * y[i]!;
  removeProjections(r, q, p, z);
}

/** The generalised Q of the last fit: sum wi ri². */
export function residualQ({ r }: LeastSquares): number {
  return dot(r, r);
}

/** The negative of its derivative by tau2: sum wi² ri². */
export function residualQ2({ r, rootWeight }: LeastSquares): number {
  let Q2 = 0;
  for (let i = 0; i < r.length; i++) Q2 += (rootWeight[i]! * r[i]!) ** 2;
  return Q2;
}

/**
 * 1 − hi, the part of row i that orthonormal columns leave unexplained. Where hi is near 1 the difference would lose
 * its digits; there it is sum over j ≠ i of hij², over hi. At most 2p rows have hi > 1/2, so all rows take O(k p²).
 */
export function unexplained(columns: readonly Float64Array[], i: number): number {
  let h = 0;
  for (const column of columns) h += column[i]! ** 2;
  if (h <= 0.5) return 1 - h;
  let squares = 0;
  for (let j = 0; j < columns[0]!.length; j++) {
    if (j === i) continue;
    let hij = 0;
    for (const column of columns) hij += column[i]! * column[j]!;
    squares += hij * hij;
  }
  return squares / h;
}

/** Trace of P = W − WX(XᵀWX)⁻¹XᵀW of the last fit: sum wi (1 − hi). */
export function residualTrace({ k, q, rootWeight }: LeastSquares): number {
  let trace = 0;
  for (let i = 0; i < k; i++) trace += rootWeight[i]! ** 2 * unexplained(q, i);
  return trace;
}
