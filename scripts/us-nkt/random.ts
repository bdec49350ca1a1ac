/** A stream of uniform deviates in [0, 1). */
export type Random = () => number;

/**
 * A reproducible stream of uniform deviates in [0, 1), multiples of 2^-32; streams of one seed are independent.
 *
 * sfc32, the 32-bit "small fast counting" generator of Chris Doty-Humphrey's PractRand (pracrand.sourceforge.net).
 * Integer arithmetic only, so every engine draws the same numbers.
 */
export function createRandom(seed: number, stream: number): Random {
  let a = 0;
  let b = seed | 0;
  let c = stream | 0;
  let counter = 1;
  const next: Random = () => {
    const drawn = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + drawn) | 0;
    return (drawn >>> 0) / 2 ** 32;
  };
  for (let warmUp = 0; warmUp < 16; warmUp++) next();
  return next;
}

/**
 * A deviate close to the standard normal, within ±6: twelve uniforms added (Irwin–Hall). Additions of multiples of
 * 2^-32 are exact, where Box–Muller's log and cosine differ in the last bit between engines.
 */
export function normal(random: Random): number {
  let total = -6;
  for (let i = 0; i < 12; i++) total += random();
  return total;
}

/** A uniform deviate in [lo, hi). */
export function between(random: Random, lo: number, hi: number): number {
  return lo + (hi - lo) * random();
}
