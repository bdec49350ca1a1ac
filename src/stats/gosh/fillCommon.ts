import type { Scaled } from "./scaled";
import type { SubsetSums } from "./sums";
import { blockEstimate, blockSpread, lowMu, lowN, lowQ, lowW } from "./workspace";

/** Added to a Q that may be 0, so that 0 / 0 is 0; it changes no Q above 1e-284, and below that I² is 0 anyway. */
export const TINY = 1e-300;

/**
 * The estimate and I² (percent) under the common effect of high subset h joined to each of `size` low subsets: the mean
 * and Q of a union by Chan's update of the two parts. Nothing branches on the data: half of all guesses would be wrong.
 */
export function fillCommon(size: number, high: SubsetSums, h: number, { origin, unit }: Scaled): void {
  const W = lowW;
  const mu = lowMu;
  const Q = lowQ;
  const n = lowN;
  const estimate = blockEstimate;
  const spread = blockSpread;
  const Wh = high.W[h]!;
  const muh = high.mu[h]!;
  const Qh = high.Q[h]!;
  const dfh = high.n[h]! - 1;
  for (let l = h === 0 ? 1 : 0; l < size; l++) {
    const w = W[l]!;
    const d = mu[l]! - muh;
    const shift = (w / (Wh + w)) * d;
    const q = Qh + Q[l]! + Wh * shift * d;
    const excess = q - (dfh + n[l]!);
    estimate[l] = origin + unit * (muh + shift);
    spread[l] = (50 * (excess + Math.abs(excess))) / (q + TINY); // twice the excess where it is above 0, else 0
  }
}
