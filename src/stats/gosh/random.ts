import { emptyCounts, type GoshCounts, STUDY_SHIFT, studyBins } from "./counts";
import { fitPacked, type Packed, packedRoom } from "./packedFit";
import { type GoshProgress, type GoshRequest, requireRequest } from "./request";
import { type Scaled, scaled } from "./scaled";
import { binOf, binsPerUnit } from "./tally";
import { type RandomBits, xoshiro128 } from "./xoshiro";

const STEP = 4096; // subsets between two reports of progress

/** How many random subsets are drawn, and the seed that brings the same ones back. */
export interface Draw {
  readonly subsets: number;
  readonly seed: number;
}

/**
 * Fits random subsets of k studies, each study in or out with equal chance, and counts the results: for k beyond the
 * exhaustive. Every subset but the empty one is equally likely, and may be drawn again. Yields its progress after each
 * 4,096 subsets, so that a worker can answer or stop; no fit allocates.
 *
 * @throws RangeError unless `subsets` is a whole number > 0 and `seed` a whole number, else as `requireRequest`.
 *
 * Olkin, Dahabreh & Trikalinos (2012), Res Synth Methods 3:214–223, doi:10.1002/jrsm.1053.
 */
export function* goshRandom(request: GoshRequest, draw: Draw): Generator<GoshProgress, GoshCounts, void> {
  requireRequest(request);
  if (!(Number.isSafeInteger(draw.subsets) && draw.subsets > 0 && Number.isSafeInteger(draw.seed))) {
    throw new RangeError(`goshRandom: ${draw.subsets} subsets from seed ${draw.seed}`);
  }
  const units = scaled(request.yi, request.vi);
  const packed = packedRoom(request.yi.length);
  const inSubset = new Uint8Array(request.yi.length);
  const counts = emptyCounts(request);
  const bits = xoshiro128(draw.seed);
  while (counts.subsets < draw.subsets) {
    const until = Math.min(draw.subsets, counts.subsets + STEP);
    for (; counts.subsets < until; counts.subsets++) {
      drawSubset(bits, units, inSubset, packed);
      fitPacked(packed, request.model);
      tallySubset(request, units, packed, inSubset, counts);
    }
    yield { done: counts.subsets, total: draw.subsets };
  }
  return counts;
}

/** Packs a subset that is not empty. */
function drawSubset(bits: RandomBits, { yi, vi }: Scaled, inSubset: Uint8Array, packed: Packed): void {
  packed.n = 0;
  while (packed.n === 0) {
    let word = 0;
    for (let study = 0; study < yi.length; study++) {
      if ((study & 31) === 0) word = bits();
      const isIn = word & 1;
      word >>>= 1;
      inSubset[study] = isIn;
      if (isIn === 0) continue;
      packed.yi[packed.n] = yi[study]!;
      packed.vi[packed.n] = vi[study]!;
      packed.n++;
    }
  }
}

/** Counts one fitted subset jointly, and for each study in it. */
function tallySubset(
  { model, estimate, spread }: GoshRequest,
  { origin, unit }: Scaled,
  packed: Packed,
  inSubset: Uint8Array,
  counts: GoshCounts,
): void {
  const found = packed.spread * (model.spread === "tau2" ? unit ** 2 : 1);
  const e = binOf(origin + unit * packed.estimate, estimate.min, binsPerUnit(estimate), estimate.bins);
  const s = binOf(found, spread.min, binsPerUnit(spread), spread.bins);
  const eRow = studyBins(estimate);
  const sRow = studyBins(spread);
  counts.joint[e * spread.bins + s]!++;
  for (let study = 0; study < inSubset.length; study++) {
    if (inSubset[study] === 0) continue;
    counts.estimateByStudy[study * eRow + (e >> STUDY_SHIFT)]!++;
    counts.spreadByStudy[study * sRow + (s >> STUDY_SHIFT)]!++;
  }
}
