const MAX_STEPS = 100;
const STEP_TOL = 1e-13;

/** Room for a score and its slope, so that no evaluation allocates. */
export type ScoreRoom = Float64Array;

/**
 * Restricted maximum likelihood tau2 of the first n of packed studies: the global maximum over tau2 >= 0, by the scan
 * of `tau2REML`, without allocating.
 *
 * @param y effects, counted from near their mean: the sums are of powers, and would cancel far from it.
 * @param v sampling variances > 0.
 *
 * Viechtbauer (2005), J Educ Behav Stat 30:261–293, doi:10.3102/10769986030003261.
 */
export function remlRoot(y: Float64Array, v: Float64Array, n: number, room: ScoreRoom): number {
  let smallest = Infinity;
  let lowest = Infinity;
  let highest = -Infinity;
  for (let i = 0; i < n; i++) {
    if (v[i]! < smallest) smallest = v[i]!;
    if (y[i]! < lowest) lowest = y[i]!;
    if (y[i]! > highest) highest = y[i]!;
  }
  const limit = (highest - lowest) ** 2;
  let rising = limit > 0 && risesAt(y, v, n, 0);
  let best = rising ? -1 : 0;
  let low = 0;
  for (let step = smallest / 4; low < limit; step *= 2) {
    const next = step < limit ? step : limit;
    const rises = next < limit && risesAt(y, v, n, next);
    if (rising && !rises) {
      const peak = peakBetween(y, v, n, low, next, room);
      if (best < 0 || logLikelihood(y, v, n, peak) > logLikelihood(y, v, n, best)) best = peak;
    }
    rising = rises;
    low = next;
  }
  return best;
}

/** True where the likelihood rises with tau2: its score is positive. */
function risesAt(y: Float64Array, v: Float64Array, n: number, tau2: number): boolean {
  let W = 0;
  let Wy = 0;
  let W2 = 0;
  let W2y = 0;
  let W2yy = 0;
  let pairs = 0;
  for (let i = 0; i < n; i++) {
    const w = 1 / (v[i]! + tau2);
    const wy = w * y[i]!;
    pairs += w * W;
    W += w;
    Wy += wy;
    W2 += w * w;
    W2y += w * wy;
    W2yy += wy * wy;
  }
  const mu = Wy / W;
  return W2yy - mu * (2 * W2y - mu * W2) > (2 * pairs) / W;
}

/** The root of the score between `low`, where it is positive, and `high`, where it is not: Newton in a bracket. */
function peakBetween(y: Float64Array, v: Float64Array, n: number, low: number, high: number, room: ScoreRoom): number {
  let below = low;
  let above = high;
  let tau2 = (low + high) / 2;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    scoreAt(y, v, n, tau2, room);
    const score = room[0]!;
    const slope = room[1]!;
    if (score > 0) below = tau2;
    else above = tau2;
    const newton = tau2 - score / slope;
    const next = slope < 0 && newton > below && newton < above ? newton : (below + above) / 2;
    if (Math.abs(next - tau2) <= STEP_TOL * tau2) return next;
    tau2 = next;
  }
  return tau2;
}

/** Writes twice the derivative of the restricted log-likelihood by tau2, and the derivative of that. */
function scoreAt(y: Float64Array, v: Float64Array, n: number, tau2: number, room: ScoreRoom): void {
  let W = 0;
  let Wy = 0;
  let W2 = 0;
  let W3 = 0;
  let pairs = 0;
  for (let i = 0; i < n; i++) {
    const w = 1 / (v[i]! + tau2);
    pairs += w * W;
    W += w;
    Wy += w * y[i]!;
    W2 += w * w;
    W3 += w * w * w;
  }
  const mu = Wy / W;
  let W2r = 0;
  let W2rr = 0;
  let W3rr = 0;
  for (let i = 0; i < n; i++) {
    const w = 1 / (v[i]! + tau2);
    const r = y[i]! - mu;
    const wwr = w * w * r;
    W2r += wwr;
    W2rr += wwr * r;
    W3rr += w * wwr * r;
  }
  room[0] = W2rr - (2 * pairs) / W;
  room[1] = -2 * W3rr + (2 * W2r * W2r) / W + W2 - (2 * W3) / W + (W2 / W) ** 2;
}

function logLikelihood(y: Float64Array, v: Float64Array, n: number, tau2: number): number {
  let W = 0;
  let Wy = 0;
  let logs = 0;
  for (let i = 0; i < n; i++) {
    W += 1 / (v[i]! + tau2);
    Wy += y[i]! / (v[i]! + tau2);
    logs += Math.log(v[i]! + tau2);
  }
  let Q = 0;
  for (let i = 0; i < n; i++) Q += (y[i]! - Wy / W) ** 2 / (v[i]! + tau2);
  return -0.5 * (logs + Math.log(W) + Q);
}
