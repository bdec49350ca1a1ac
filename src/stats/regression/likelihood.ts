import type { LikelihoodOf, Search } from "../tau2/peaks";
import { type LeastSquares, refit, residualQ, residualQ2, residualTrace } from "./leastSquares";
import { dot } from "./orthonormal";

/**
 * The likelihood of tau2, or the restricted one, with p coefficients at their best.
 *
 * Its score, times 2, is yᵀPPy − tr(P) when restricted and yᵀPPy − tr(W) when not, with slope −2 yᵀPPPy + tr(PP), or
 * + tr(WW). Harville (1977), J Am Stat Assoc 72:320–338, doi:10.1080/01621459.1977.10480998; Viechtbauer (2005),
 * doi:10.3102/10769986030003261.
 */
export function likelihoodOf(restricted: boolean): LikelihoodOf<LeastSquares> {
  const scoreHere = (fit: LeastSquares) => residualQ2(fit) - (restricted ? residualTrace(fit) : weights(fit));
  return {
    score: (fit, tau2) => {
      refit(fit, tau2);
      return scoreHere(fit);
    },
    scoreAndSlope: (fit, tau2) => {
      refit(fit, tau2);
      return { score: scoreHere(fit), slope: slopeHere(fit, restricted) };
    },
    logLikelihood: (fit, tau2) => {
      refit(fit, tau2);
      let logs = 0;
      for (const v of fit.vi) logs += Math.log(v + tau2);
      if (restricted) for (let j = 0; j < fit.p; j++) logs += 2 * Math.log(fit.R[j]![j]!);
      return -0.5 * (logs + residualQ(fit));
    },
  };
}

/**
 * With s² the mean square of the unweighted residuals on k − p degrees of freedom and m and M the extreme variances,
 * yᵀPPy is at most s² (k − p) / (m + tau2)² and tr(P) at least (k − p) / (M + tau2): the score is negative beyond the
 * larger root of (m + tau2)² = s² (M + tau2).
 */
export function peakSearch({ k, p, y, vi }: LeastSquares): Search {
  let smallest = Infinity;
  let largest = 0;
  for (const v of vi) {
    if (v < smallest) smallest = v;
    if (v > largest) largest = v;
  }
  const s2 = dot(y, y) / (k - p);
  const half = s2 / 2 - smallest;
  const root = half + Math.sqrt(half * half + Math.max(0, s2 * largest - smallest * smallest));
  // With equal variances the root is the peak itself: room, so that it lies inside.
  return { limit: 1.1 * root + smallest / 4, smallest };
}

function weights({ rootWeight }: LeastSquares): number {
  return dot(rootWeight, rootWeight);
}

/** Only steers Newton's steps, so its differences may cancel. */
function slopeHere({ k, p, q, r, rootWeight }: LeastSquares, restricted: boolean): number {
  let slope = 0;
  for (let i = 0; i < k; i++) {
    const w = rootWeight[i]! ** 2;
    slope += w * w - 2 * (w * r[i]!) ** 2;
  }
  for (let j = 0; j < p; j++) {
    const column = q[j]!;
    let part = 0;
    for (let i = 0; i < k; i++) part += column[i]! * rootWeight[i]! ** 2 * r[i]!;
    slope += 2 * part * part;
    if (restricted) slope += traceParts(q, rootWeight, j);
  }
  return slope;
}

/** Column j's part of tr(PP) − tr(WW) = sum over j, l of (qjᵀWql)² − 2 qjᵀWWqj. */
function traceParts(q: readonly Float64Array[], rootWeight: Float64Array, j: number): number {
  const column = q[j]!;
  let parts = 0;
  for (const other of q) {
    let inner = 0;
    for (let i = 0; i < column.length; i++) inner += column[i]! * rootWeight[i]! ** 2 * other[i]!;
    parts += inner * inner;
  }
  for (let i = 0; i < column.length; i++) parts -= 2 * (column[i]! * rootWeight[i]! ** 2) ** 2;
  return parts;
}
