import type { Members } from "./members";
import type { SubsetSums } from "./sums";

/** Studies whose subsets are in the low table: 256 subsets, whose columns of 2 kB stay in the first-level cache. */
export const LOW_STUDIES = 8;
const SIZE = 2 ** LOW_STUDIES;
const PACKED = (SIZE / 2) * LOW_STUDIES;
const MOST_HIGH = 17;

// Room for the block at work, at places that never change: where a loop gives them local names first, the compiler takes
// their addresses for constants, and the loop takes two thirds of the time that it takes over each request's own arrays.
// (Only while the bundle keeps them `const`, as Vite does in workers.) They are read before another block can be filled.

/** The low table: the columns of its sums, and the studies of its subsets. */
export const lowW = new Float64Array(SIZE);
export const lowMu = new Float64Array(SIZE);
export const lowQ = new Float64Array(SIZE);
export const lowN = new Float64Array(SIZE);
export const lowPairs = new Float64Array(SIZE);
export const lowStart = new Int32Array(SIZE + 1);
export const lowY = new Float64Array(PACKED);
export const lowV = new Float64Array(PACKED);

/** The studies of the block's high subset. */
export const highY = new Float64Array(MOST_HIGH);
export const highV = new Float64Array(MOST_HIGH);

/** What the block gives for each low subset: tau2 in the unit of `scaled`, the results in the request's. */
export const blockTau2 = new Float64Array(SIZE);
export const blockEstimate = new Float64Array(SIZE);
export const blockSpread = new Float64Array(SIZE);

/** The subsets of the low studies. */
export interface LowTable {
  readonly sums: SubsetSums;
  readonly members: Members;
}

/** The subsets of the high studies, and these studies. */
export interface HighTable {
  readonly sums: SubsetSums;
  readonly yi: Float64Array;
  readonly vi: Float64Array;
}

let loaded: LowTable | null = null;

/** Brings a request's low table here, unless it is here already. */
export function loadLow(table: LowTable): void {
  if (loaded === table) return;
  loaded = table;
  lowW.set(table.sums.W);
  lowMu.set(table.sums.mu);
  lowQ.set(table.sums.Q);
  lowN.set(table.sums.n);
  lowPairs.set(table.sums.pairs);
  lowStart.set(table.members.start);
  lowY.set(table.members.yi);
  lowV.set(table.members.vi);
}

/** Brings the studies of high subset h here. @returns how many they are. */
export function loadHigh({ yi, vi }: HighTable, h: number): number {
  let n = 0;
  for (let bits = h, study = 0; bits > 0; bits >>>= 1, study++) {
    if ((bits & 1) === 0) continue;
    highY[n] = yi[study]!;
    highV[n] = vi[study]!;
    n++;
  }
  return n;
}
