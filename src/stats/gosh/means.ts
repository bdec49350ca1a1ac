import type { Scaled } from "./scaled";
import { blockEstimate, blockTau2, highV, highY, lowStart, lowV, lowY } from "./workspace";

/**
 * The inverse-variance means, at their tau2, of the n studies of the block's high subset joined to each of `size` low
 * subsets: one fraction, brought to a common denominator study by study, with no division but the last. The fractions
 * of the two parts do not wait for each other.
 *
 * @param first the first low subset that is wanted.
 */
export function meansByProducts(first: number, size: number, n: number, { origin, unit }: Scaled): void {
  const tau2s = blockTau2;
  const estimate = blockEstimate;
  const start = lowStart;
  const y = lowY;
  const v = lowV;
  const yHigh = highY;
  const vHigh = highV;
  for (let l = first; l < size; l++) {
    const tau2 = tau2s[l]!;
    let numeratorH = 0;
    let denominatorH = 0;
    let productH = 1;
    for (let i = 0; i < n; i++) {
      const a = vHigh[i]! + tau2;
      numeratorH = numeratorH * a + yHigh[i]! * productH;
      denominatorH = denominatorH * a + productH;
      productH *= a;
    }
    let numerator = 0;
    let denominator = 0;
    let product = 1;
    for (let i = start[l]!, end = start[l + 1]!; i < end; i++) {
      const a = v[i]! + tau2;
      numerator = numerator * a + y[i]! * product;
      denominator = denominator * a + product;
      product *= a;
    }
    const mean = (numeratorH * product + numerator * productH) / (denominatorH * product + denominator * productH);
    estimate[l] = origin + unit * mean;
  }
}

/** The same means, term by term: for variances whose products would leave the range of doubles. */
export function meansByDivision(first: number, size: number, n: number, { origin, unit }: Scaled): void {
  for (let l = first; l < size; l++) {
    const tau2 = blockTau2[l]!;
    let W = 0;
    let Wy = 0;
    for (let i = 0; i < n; i++) {
      const w = 1 / (highV[i]! + tau2);
      W += w;
      Wy += w * highY[i]!;
    }
    for (let i = lowStart[l]!; i < lowStart[l + 1]!; i++) {
      const w = 1 / (lowV[i]! + tau2);
      W += w;
      Wy += w * lowY[i]!;
    }
    blockEstimate[l] = origin + (unit * Wy) / W;
  }
}
