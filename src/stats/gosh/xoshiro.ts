/** A source of 32 random bits at a time, as an unsigned integer. */
export type RandomBits = () => number;

/**
 * xoshiro128** from a seed: the same bits for the same seed, everywhere. Period 2^128 − 1.
 *
 * Blackman & Vigna (2021), ACM Trans Math Softw 47:36, doi:10.1145/3460772. The state is filled by splitmix's hash of
 * the seed, as they advise, so that near seeds give unlike bits.
 */
export function xoshiro128(seed: number): RandomBits {
  return fromState([hash(seed, 1), hash(seed, 2), hash(seed, 3), hash(seed, 4)]);
}

/** xoshiro128** from its state: four unsigned 32-bit integers, not all 0. */
export function fromState(state: readonly [number, number, number, number]): RandomBits {
  let [a, b, c, d] = state;
  return () => {
    const bits = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return bits;
  };
}

function rotated(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by));
}

/** Murmur3's finaliser over the seed and a place in the state; never 0 for all four places at once. */
function hash(seed: number, place: number): number {
  let bits = (Math.imul(seed | 0, 0x9e3779b9) + Math.imul(place, 0x85ebca6b)) | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
