import { twoSidedP } from "../interval";

/** Kendall's rank correlation. */
export interface Kendall {
  /** tau-b, from −1 to 1. */
  readonly tau: number;
  /** Two-sided. */
  readonly pval: number;
  /** True where the p-value counts permutations; false where it is the normal approximation. */
  readonly exact: boolean;
}

const SAME = 1e-13; // values closer than this part of the largest are tied
const EXACT_TO = 300; // values: counting takes time with their cube, and the normal is close long before

/**
 * Kendall's tau-b between two lists of n >= 2 values, with its two-sided p-value: exact without ties, and by the normal
 * approximation without continuity correction, its variance corrected for ties, where there are ties or n > 300.
 *
 * @returns null where all values of a list are tied.
 *
 * Kendall (1938), Biometrika 30:81–93, doi:10.1093/biomet/30.1-2.81; variance with ties: Kendall (1970), Rank
 * Correlation Methods, 4th ed., eq. 4.4.
 */
export function kendall(x: readonly number[], y: readonly number[]): Kendall | null {
  const n = x.length;
  const xRank = ranksOf(x);
  const yRank = ranksOf(y);
  const pairs = (n * (n - 1)) / 2;
  const xTies = tiesOf(xRank);
  const yTies = tiesOf(yRank);
  if (xTies.pairs === pairs || yTies.pairs === pairs) return null;

  const { discordant, tiedInBoth } = pairCounts(xRank, yRank);
  const S = pairs - xTies.pairs - yTies.pairs + tiedInBoth - 2 * discordant;
  const tau = S / Math.sqrt((pairs - xTies.pairs) * (pairs - yTies.pairs));
  const exact = xTies.pairs + yTies.pairs === 0 && n <= EXACT_TO;
  if (exact) return { tau, pval: Math.min(1, 2 * inversionsAtMost(n, (pairs - Math.abs(S)) / 2)), exact };
  return { tau, pval: twoSidedP(S / Math.sqrt(variance(n, xTies, yTies)), null), exact };
}

/** Dense ranks from 0, equal for tied values. */
function ranksOf(values: readonly number[]): Int32Array {
  const tolerance = SAME * values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Int32Array(values.length);
  for (let at = 1; at < order.length; at++) {
    const before = order[at - 1]!;
    const i = order[at]!;
    ranks[i] = ranks[before]! + (values[i]! - values[before]! > tolerance ? 1 : 0);
  }
  return ranks;
}

/**
 * How many pairs run against each other, and how many are tied in both lists: the exchanges of a merge sort by y of the
 * values in the order of x, in time n log n.
 *
 * Knight (1966), J Am Stat Assoc 61:436–439, doi:10.1080/01621459.1966.10480879.
 */
function pairCounts(x: Int32Array, y: Int32Array): { readonly discordant: number; readonly tiedInBoth: number } {
  const order = Array.from(x, (_, i) => i).sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]!);
  let tiedInBoth = 0;
  let alike = 0; // values before this one that equal it in both
  for (let at = 1; at < order.length; at++) {
    const [before, i] = [order[at - 1]!, order[at]!];
    alike = x[before] === x[i] && y[before] === y[i] ? alike + 1 : 0;
    tiedInBoth += alike;
  }
  return { discordant: exchanges(Int32Array.from(order, (i) => y[i]!)), tiedInBoth };
}

/** How many pairs of the values stand in descending order; sorts them by merging runs of 1, 2, 4 ... */
function exchanges(values: Int32Array<ArrayBuffer>): number {
  const n = values.length;
  let count = 0;
  let from = values;
  let to = new Int32Array(n);
  for (let run = 1; run < n; run *= 2) {
    for (let start = 0; start < n; start += 2 * run) {
      const middle = Math.min(start + run, n);
      const end = Math.min(start + 2 * run, n);
      let left = start;
      let right = middle;
      for (let at = start; at < end; at++) {
        const takesLeft = left < middle && (right >= end || from[left]! <= from[right]!);
        if (!takesLeft) count += middle - left; // what is left of the first run is larger
        to[at] = takesLeft ? from[left++]! : from[right++]!;
      }
    }
    [from, to] = [to, from];
  }
  return count;
}

interface Ties {
  /** Over groups of t tied values: sum of t(t − 1) / 2. */
  readonly pairs: number;
  /** Sum of t(t − 1)(t − 2). */
  readonly triples: number;
  /** Sum of t(t − 1)(2t + 5). */
  readonly loss: number;
}

function tiesOf(ranks: Int32Array): Ties {
  const sizes = new Map<number, number>();
  for (const rank of ranks) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  let pairs = 0;
  let triples = 0;
  let loss = 0;
  for (const t of sizes.values()) {
    pairs += (t * (t - 1)) / 2;
    triples += t * (t - 1) * (t - 2);
    loss += t * (t - 1) * (2 * t + 5);
  }
  return { pairs, triples, loss };
}

/** Variance of S without association. */
function variance(n: number, x: Ties, y: Ties): number {
  const whole = (n * (n - 1) * (2 * n + 5) - x.loss - y.loss) / 18;
  // Two values have no triples, and would divide by 0.
  const triples = n > 2 ? (x.triples * y.triples) / (9 * n * (n - 1) * (n - 2)) : 0;
  return whole + (2 * x.pairs * y.pairs) / (n * (n - 1)) + triples;
}

/** Share of the permutations of n values that have at most `most` inversions. */
function inversionsAtMost(n: number, most: number): number {
  let share = new Float64Array(most + 1);
  let next = new Float64Array(most + 1);
  share[0] = 1;
  // The j-th value adds 0 to j − 1 inversions, each as often: a mean over a window of j.
  for (let j = 2; j <= n; j++) {
    const top = Math.min(most, (j * (j - 1)) / 2);
    let window = 0;
    for (let s = 0; s <= top; s++) {
      window += share[s]!;
      if (s >= j) window -= share[s - j]!;
      next[s] = window / j;
    }
    [share, next] = [next, share];
  }
  return share.reduce((sum, part) => sum + part, 0);
}
