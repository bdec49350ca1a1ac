import { MOST_BINS, STUDY_SHIFT } from "./counts";
import type { Margins } from "./margins";
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

const STUDY_BINS = SIZE * (MOST_BINS >> STUDY_SHIFT);

/** The counts at work, laid out as those of `Tallies`. */
export const joint = new Uint32Array(MOST_BINS * MOST_BINS);
export const lowEstimates = new Uint32Array(STUDY_BINS);
export const lowSpreads = new Uint32Array(STUDY_BINS);
export const middleEstimates = new Uint32Array(STUDY_BINS);
export const middleSpreads = new Uint32Array(STUDY_BINS);

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

/** The counts of one request while another's are at work. */
export interface Tallies {
  readonly joint: Uint32Array;
  /** In rows by low subset, and by middle subset. */
  readonly low: Margins;
  readonly middle: Margins;
}

let counted: Tallies | null = null;

/** Brings a request's counts here, unless they are here already, and gives the ones that were here back. */
export function loadTallies(tallies: Tallies): void {
  if (counted === tallies) return;
  giveBack();
  counted = tallies;
  for (const [place, kept] of placesOf(tallies)) place.set(kept);
}

/** Gives a request its counts back for good: it is done, and its arrays are its own. */
export function releaseTallies(tallies: Tallies): void {
  if (counted !== tallies) return;
  giveBack();
  counted = null;
}

function giveBack(): void {
  if (counted) for (const [place, kept] of placesOf(counted)) kept.set(place.subarray(0, kept.length));
}

function placesOf({ joint: all, low, middle }: Tallies): readonly (readonly [Uint32Array, Uint32Array])[] {
  return [
    [joint, all],
    [lowEstimates, low.estimate],
    [lowSpreads, low.spread],
    [middleEstimates, middle.estimate],
    [middleSpreads, middle.spread],
  ];
}
