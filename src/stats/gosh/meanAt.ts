import type { Members } from "./members";

/**
 * The inverse-variance mean at tau2 of the studies of high subset h and of low subset l, as one fraction, brought to a
 * common denominator study by study: no division but the last. The two subsets' fractions do not wait for each other.
 */
export function meanByProducts(high: Members, h: number, low: Members, l: number, tau2: number): number {
  let numeratorH = 0;
  let denominatorH = 0;
  let productH = 1;
  for (let i = high.start[h]!, end = high.start[h + 1]!; i < end; i++) {
    const a = high.vi[i]! + tau2;
    numeratorH = numeratorH * a + high.yi[i]! * productH;
    denominatorH = denominatorH * a + productH;
    productH *= a;
  }
  let numerator = 0;
  let denominator = 0;
  let product = 1;
  for (let i = low.start[l]!, end = low.start[l + 1]!; i < end; i++) {
    const a = low.vi[i]! + tau2;
    numerator = numerator * a + low.yi[i]! * product;
    denominator = denominator * a + product;
    product *= a;
  }
  return (numeratorH * product + numerator * productH) / (denominatorH * product + denominator * productH);
}

/** The same mean, term by term: for variances whose products would leave the range of doubles. */
export function meanByDivision(high: Members, h: number, low: Members, l: number, tau2: number): number {
  let W = 0;
  let Wy = 0;
  for (let i = high.start[h]!; i < high.start[h + 1]!; i++) {
    const w = 1 / (high.vi[i]! + tau2);
    W += w;
    Wy += w * high.yi[i]!;
  }
  for (let i = low.start[l]!; i < low.start[l + 1]!; i++) {
    const w = 1 / (low.vi[i]! + tau2);
    W += w;
    Wy += w * low.yi[i]!;
  }
  return Wy / W;
}
