/** Sums over k studies with wi = 1 / (vi + tau2) and ri = yi − mu, mu being their weighted mean. */
export interface SignSums {
  /** Sum of wi. */
  readonly W: number;
  /** Sum of wi·wj over i < j: (W² − sum wi²) / 2, without cancellation where one study dominates. */
  readonly pairs: number;
  /** Sum of wi² ri². */
  readonly W2rr: number;
}

export interface ScoreSums extends SignSums {
  /** Sum of wi², of wi³, of wi² ri and of wi³ ri². */
  readonly W2: number;
  readonly W3: number;
  readonly W2r: number;
  readonly W3rr: number;
}

/** What the scores of both likelihoods and their slopes are made of. */
export function scoreSums(yi: readonly number[], vi: readonly number[], tau2: number): ScoreSums {
  const origin = yi[0]!;
  let W = 0;
  let Wy = 0;
  let W2 = 0;
  let W3 = 0;
  let pairs = 0;
  for (let i = 0; i < yi.length; i++) {
    const w = 1 / (vi[i]! + tau2);
    pairs += w * W;
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
  return { W, pairs, W2, W3, W2r, W2rr, W3rr };
}

/** Those of the scores alone, in less time: the scan for peaks needs only a sign. */
export function signSums(yi: readonly number[], vi: readonly number[], tau2: number): SignSums {
  const origin = yi[0]!;
  let W = 0;
  let Wy = 0;
  let pairs = 0;
  for (let i = 0; i < yi.length; i++) {
    const w = 1 / (vi[i]! + tau2);
    pairs += w * W;
    W += w;
    Wy += w * (yi[i]! - origin);
  }
  const mu = Wy / W;
  let W2rr = 0;
  for (let i = 0; i < yi.length; i++) {
    const wr = (yi[i]! - origin - mu) / (vi[i]! + tau2);
    W2rr += wr * wr;
  }
  return { W, pairs, W2rr };
}
