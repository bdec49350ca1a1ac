/** The studies of every subset of m studies, their effects and variances packed one subset after another. */
export interface Members {
  /** 2^m + 1 places: those of subset s are from `start[s]` up to `start[s + 1]`. */
  readonly start: Int32Array;
  readonly yi: Float64Array;
  readonly vi: Float64Array;
}

/** Packs the studies of every subset of a few studies (m <= 8). */
export function subsetMembers(yi: Float64Array, vi: Float64Array): Members {
  const m = yi.length;
  const size = 2 ** m;
  const start = new Int32Array(size + 1);
  const packedY = new Float64Array((size / 2) * m);
  const packedV = new Float64Array((size / 2) * m);
  let place = 0;
  for (let subset = 0; subset < size; subset++) {
    start[subset] = place;
    for (let study = 0; study < m; study++) {
      if ((subset & (1 << study)) === 0) continue;
      packedY[place] = yi[study]!;
      packedV[place] = vi[study]!;
      place++;
    }
  }
  start[size] = place;
  return { start, yi: packedY, vi: packedV };
}
