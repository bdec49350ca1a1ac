/** Sums over k studies weighted by wi = 1 / (vi + tau2). */
export interface Weighted {
  /** Sum of wi. */
  readonly W: number;
  readonly mu: number;
  /** Sum of wi (yi − mu)²: Cochran's Q at tau2 = 0, the generalised Q above. */
  readonly Q: number;
  /** Sum of wi² (yi − mu)². */
  readonly Q2: number;
}

/** The inverse-variance mean of k effects at a given tau2, and the spread about it. */
export function weighted(yi: readonly number[], vi: readonly number[], tau2: number): Weighted {
  // Effects are counted from the first, so that equal effects have exactly their own mean and a Q of exactly 0.
  const origin = yi[0]!;
  let W = 0;
  let Wy = 0;
  for (let i = 0; i < yi.length; i++) {
    const w = 1 / (vi[i]! + tau2);
    W += w;
    Wy += w * (yi[i]! - origin);
  }
  const offset = Wy / W;
  let Q = 0;
  let Q2 = 0;
  for (let i = 0; i < yi.length; i++) {
    const w = 1 / (vi[i]! + tau2);
    const r = yi[i]! - origin - offset;
    Q += w * r * r;
    Q2 += w * r * (w * r);
  }
  return { W, mu: origin + offset, Q, Q2 };
}

/** W − (sum of wi²) / W at tau2 = 0, summed over pairs so that one dominating study does not cancel it away. */
export function weightBeyondOne(vi: readonly number[]): number {
  let W = 0;
  let pairs = 0;
  for (const v of vi) {
    const w = 1 / v;
    pairs += w * W;
    W += w;
  }
  return (2 * pairs) / W;
}
