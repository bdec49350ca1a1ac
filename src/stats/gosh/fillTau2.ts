import { TINY } from "./fillCommon";
import type { SubsetSums } from "./sums";
import { blockSpread, blockTau2, lowMu, lowN, lowPairs, lowQ, lowW } from "./workspace";

/**
 * tau2 by DerSimonian and Laird, in the unit of `scaled`, of high subset h joined to each of `size` low subsets, and as
 * their spread I² (percent), or tau2 times `tau2Unit` where that is given. Nothing branches on the data.
 */
export function fillTau2(size: number, high: SubsetSums, h: number, tau2Unit: number | null): void {
  const W = lowW;
  const mu = lowMu;
  const Q = lowQ;
  const n = lowN;
  const pairs = lowPairs;
  const tau2s = blockTau2;
  const spread = blockSpread;
  const Wh = high.W[h]!;
  const muh = high.mu[h]!;
  const Qh = high.Q[h]!;
  const dfh = high.n[h]! - 1;
  const pairsh = high.pairs[h]!;
  for (let l = h === 0 ? 1 : 0; l < size; l++) {
    const w = W[l]!;
    const total = Wh + w;
    const d = mu[l]! - muh;
    const q = Qh + Q[l]! + ((Wh * w) / total) * d * d;
    const excess = q - (dfh + n[l]!);
    const twice = excess + Math.abs(excess); // twice the excess where it is above 0, else 0
    const tau2 = (twice * total) / (4 * (pairsh + pairs[l]! + Wh * w) + TINY);
    tau2s[l] = tau2;
    spread[l] = tau2Unit === null ? (50 * twice) / (q + TINY) : tau2Unit * tau2;
  }
}
