import { weighted } from "../weighted";

/**
 * Derivative of the restricted log-likelihood by tau2, times 2, and its own derivative.
 *
 * Viechtbauer (2005), doi:10.3102/10769986030003261: sum w²r² − (W − sum w² / W), with r = y − mu.
 */
export function remlScore(
  yi: readonly number[],
  vi: readonly number[],
  tau2: number,
): { readonly score: number; readonly slope: number } {
  const origin = yi[0]!;
  let W = 0;
  let Wy = 0;
  let W2 = 0;
  let W3 = 0;
  let pairs = 0;
  for (let i = 0; i < yi.length; i++) {
    const w = 1 / (vi[i]! + tau2);
    pairs += w * W; // W² − sum w² = 2 · pairs, without cancellation where one study dominates
    W += w;
    Wy += w * (yi[i]! - origin);
    W2 += w * w;
    W3 += w * w * w;
  }
  const mu = Wy / W;
  let W2r = 0;
  let W2rr = 0;
  let W3rr = 0;
  for (let i = 0; i < yi.length; i++) {
    const w = 1 / (vi[i]! + tau2);
    const r = yi[i]! - origin - mu;
    const wwr = w * w * r;
    W2r += wwr;
    W2rr += wwr * r;
    W3rr += w * wwr * r;
  }
  const score = W2rr - (2 * pairs) / W;
  const slope = -2 * W3rr + (2 * W2r * W2r) / W + W2 - (2 * W3) / W + (W2 / W) ** 2;
  return { score, slope };
}

/** Restricted log-likelihood at tau2 with mu at its best, up to a constant; for comparing peaks. */
export function logLikelihood(yi: readonly number[], vi: readonly number[], tau2: number): number {
  const { W, Q } = weighted(yi, vi, tau2);
  let logs = 0;
  for (const v of vi) logs += Math.log(v + tau2);
  return -0.5 * (logs + Math.log(W) + Q);
}
