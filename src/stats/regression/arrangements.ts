import type { RandomBits } from "../gosh/xoshiro";

/** Ways in which the data could as well have come out, from the observed one onwards. */
export interface Arrangements {
  /** How many there are; Infinity beyond the range of doubles. */
  readonly total: number;
  /** Steps to the next, and from the last to the first: `total` steps meet each once. */
  readonly advance: () => void;
  /** Jumps to any, all with equal chance. */
  readonly draw: (bits: RandomBits) => void;
}

/**
 * The orders of labels that differ: k! over the factorials of how often each occurs. Works in place.
 *
 * Steps in lexicographic order: Knuth, The Art of Computer Programming 4A, 7.2.1.2, algorithm L. Draws by Fisher and
 * Yates.
 */
export function orders(labels: Int32Array): Arrangements {
  return {
    total: countOrders(labels),
    advance: () => {
      let i = labels.length - 2;
      while (i >= 0 && labels[i]! >= labels[i + 1]!) i--;
      if (i >= 0) {
        let j = labels.length - 1;
        while (labels[j]! <= labels[i]!) j--;
        swap(labels, i, j);
      }
      labels.subarray(i + 1).reverse();
    },
    draw: (bits) => {
      for (let i = labels.length - 1; i > 0; i--) swap(labels, i, below(i + 1, bits));
    },
  };
}

/** The 2^k ways to turn signs, each 1 or −1. Works in place. */
export function signs(values: Int32Array): Arrangements {
  return {
    total: 2 ** values.length,
    advance: () => {
      let i = 0;
      while (i < values.length && values[i] === -1) values[i++] = 1;
      if (i < values.length) values[i] = -1;
    },
    draw: (bits) => {
      for (let i = 0; i < values.length; i++) values[i] = bits() >>> 31 === 0 ? 1 : -1;
    },
  };
}

/** Grows by whole numbers: each study that is added multiplies by its place and divides by its label's count. */
function countOrders(labels: Int32Array): number {
  const counts = new Map<number, number>();
  let total = 1;
  labels.forEach((label, i) => {
    const count = (counts.get(label) ?? 0) + 1;
    counts.set(label, count);
    total = Math.round((total * (i + 1)) / count);
  });
  return total;
}

/** A whole number from 0 to n − 1, all with equal chance: bits beyond the last multiple of n are drawn again. */
function below(n: number, bits: RandomBits): number {
  const limit = 2 ** 32 - (2 ** 32 % n);
  let drawn = bits();
  while (drawn >= limit) drawn = bits();
  return drawn % n;
}

function swap(labels: Int32Array, i: number, j: number): void {
  const held = labels[i]!;
  labels[i] = labels[j]!;
  labels[j] = held;
}
