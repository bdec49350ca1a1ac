import { remlRoot, type ScoreRoom } from "./remlRoot";
import type { GoshModel } from "./request";

/** Room for one subset: its studies packed to the front, and its result. Fits write here, and allocate nothing. */
export interface Packed {
  n: number;
  readonly yi: Float64Array;
  readonly vi: Float64Array;
  estimate: number;
  spread: number;
  readonly room: ScoreRoom;
}

/** Room for subsets of up to k studies. */
export function packedRoom(k: number): Packed {
  const room = new Float64Array(2);
  return { n: 0, yi: new Float64Array(k), vi: new Float64Array(k), estimate: 0, spread: 0, room };
}

/**
 * Fits the packed studies (n >= 1), and leaves the estimate and the spread, in their unit. The effects are moved in
 * place, to be counted from their common-effect mean.
 */
export function fitPacked(packed: Packed, model: GoshModel): void {
  fitOne(packed, model);
  if (model.spread === "k") packed.spread = packed.n;
}

function fitOne(packed: Packed, { method, spread }: GoshModel): void {
  const { n, yi, vi } = packed;
  let W = 0;
  let mean = 0;
  let Q = 0;
  let pairs = 0;
  for (let i = 0; i < n; i++) {
    const w = 1 / vi[i]!;
    const d = yi[i]! - mean;
    pairs += w * W;
    Q += ((w * W) / (W + w)) * d * d;
    W += w;
    mean += (w / W) * d;
  }
  const df = n - 1;
  const excess = Q - df;
  packed.estimate = mean;
  packed.spread = 0;
  if (df === 0) return;
  if (method === "EE") {
    if (excess > 0) packed.spread = (100 * excess) / Q;
    return;
  }
  for (let i = 0; i < n; i++) yi[i] = yi[i]! - mean;
  const perExcess = W / (2 * pairs); // DerSimonian and Laird's denominator, inverted
  const tau2 = method === "REML" ? remlRoot(yi, vi, n, packed.room) : Math.max(0, excess * perExcess);
  if (tau2 > 0) packed.estimate = mean + meanAt(yi, vi, n, tau2);
  packed.spread = spread === "tau2" ? tau2 : (100 * tau2) / (tau2 + df * perExcess);
}

function meanAt(y: Float64Array, v: Float64Array, n: number, tau2: number): number {
  let W = 0;
  let Wy = 0;
  for (let i = 0; i < n; i++) {
    const w = 1 / (v[i]! + tau2);
    W += w;
    Wy += w * y[i]!;
  }
  return Wy / W;
}
