/**
 * For every subset of m studies, by its bits: how many it holds, the sum of their weights 1 / vi, their common-effect
 * mean, Cochran's Q about it, and the sum of the products of each two weights. Each array has 2^m places; the empty
 * subset is all 0.
 */
export interface SubsetSums {
  readonly n: Float64Array;
  readonly W: Float64Array;
  readonly mu: Float64Array;
  readonly Q: Float64Array;
  readonly pairs: Float64Array;
}

/**
 * The sums of all subsets of a few studies (m <= 17), each made from a smaller one by adding its lowest study.
 *
 * Q is summed by Chan's update and the products by pairs: sums of terms of one sign, which lose no digits, however
 * unlike the weights. Two tables combine to any subset of their studies in the same way.
 *
 * Chan, Golub & LeVeque (1983), Am Stat 37:242–247, doi:10.1080/00031305.1983.10483115.
 */
export function subsetSums(yi: Float64Array, vi: Float64Array): SubsetSums {
  const size = 2 ** yi.length;
  const column = () => new Float64Array(size);
  const sums = { n: column(), W: column(), mu: column(), Q: column(), pairs: column() };
  const { n, W, mu, Q, pairs } = sums;
  for (let subset = 1; subset < size; subset++) {
    const rest = subset & (subset - 1);
    const study = 31 - Math.clz32(subset ^ rest);
    const w = 1 / vi[study]!;
    const d = yi[study]! - mu[rest]!;
    const total = W[rest]! + w;
    n[subset] = n[rest]! + 1;
    W[subset] = total;
    mu[subset] = mu[rest]! + (w / total) * d;
    Q[subset] = Q[rest]! + ((w * W[rest]!) / total) * d * d;
    pairs[subset] = pairs[rest]! + w * W[rest]!;
  }
  return sums;
}
