/** The studies in a unit of their own, in which products of many variances stay inside the range of doubles. */
export interface Scaled {
  readonly yi: Float64Array;
  readonly vi: Float64Array;
  /** An estimate in the request's unit is `origin + unit · estimate`; a variance is `unit² · variance`. */
  readonly origin: number;
  readonly unit: number;
  /** Largest power of two, as an exponent, between any two of vi and vi + tau2. */
  readonly spanBits: number;
}

/**
 * Effects counted from the first, and both divided by a power of two, so that the variances and the sums with tau2
 * lie evenly about 1.
 */
export function scaled(yi: readonly number[], vi: readonly number[]): Scaled {
  const origin = yi[0]!;
  let smallest = Infinity;
  let largest = 0;
  let reach = 0;
  for (let i = 0; i < yi.length; i++) {
    smallest = Math.min(smallest, vi[i]!);
    largest = Math.max(largest, vi[i]!);
    reach = Math.max(reach, Math.abs(yi[i]! - origin));
  }
  largest += 2 * reach ** 2; // half the squared range is at most this
  const unit = 2 ** Math.round((Math.log2(smallest) + Math.log2(largest)) / 4);
  return {
    yi: Float64Array.from(yi, (y) => (y - origin) / unit),
    vi: Float64Array.from(vi, (v) => v / unit / unit),
    origin,
    unit,
    spanBits: Math.log2(largest) - Math.log2(smallest),
  };
}
