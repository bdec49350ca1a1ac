import { type Conclusion, conclude } from "../../model/conclusion";
import type { Flip } from "../../model/sensitivity";
import type { Reinterval } from "../poolable";

const MOST_FITS = 2000; // tried for sets of one size: some milliseconds, as this is done anew on every toggle
const LEAST_LEFT = 2; // one study is not a pooled result

/** The result without the studies at some places. */
type Without = (left: readonly number[]) => { readonly ciLb: number; readonly ciUb: number };

/** A set of places in the studies, and the conclusion without them. */
interface Found {
  readonly places: readonly number[];
  readonly conclusion: Conclusion;
}

/**
 * The smallest set of studies whose removal changes the conclusion: sizes are tried one after the other, every set of
 * each, as long as that is few enough fits; beyond it studies are taken out one at a time, each time the one whose
 * removal brings the interval's nearer limit furthest.
 *
 * @param intervalOf the interval of the studies at some of the places of `rowIds`.
 * @returns null where nothing changes it while two studies are left.
 */
export function smallestFlip(rowIds: readonly number[], intervalOf: Reinterval): Flip | null {
  const k = rowIds.length;
  if (k <= LEAST_LEFT) return null;
  const places = rowIds.map((_, place) => place);
  const all = intervalOf(places);
  if (!all) return null;
  const isOut = new Uint8Array(k);
  const fits: Without = (left) => {
    for (const place of left) isOut[place] = 1;
    const rest: number[] = [];
    for (let place = 0; place < k; place++) if (isOut[place] === 0) rest.push(place);
    for (const place of left) isOut[place] = 0;
    // Where nothing can be pooled, nothing is concluded otherwise.
    return intervalOf(rest) ?? all;
  };
  const now = conclude(all);
  let size = 1;
  for (; size <= k - LEAST_LEFT && choose(k, size) <= MOST_FITS; size++) {
    const found = ofSize(k, size, (left) => conclude(fits(left)), now);
    if (found) return flipOf(found, rowIds, true);
  }
  const greedy = oneByOne(k, fits, now);
  // Every smaller size was tried: a set of the first size that was not is the smallest too.
  return greedy && flipOf(greedy, rowIds, greedy.places.length === size);
}

function flipOf({ places, conclusion }: Found, rowIds: readonly number[], isSmallest: boolean): Flip {
  return { rowIds: places.map((place) => rowIds[place]!), isSmallest, conclusion };
}

/** The first set of this size, in lexical order, that changes the conclusion. */
function ofSize(
  k: number,
  size: number,
  without: (left: readonly number[]) => Conclusion,
  now: Conclusion,
): Found | null {
  const left = Array.from({ length: size }, (_, i) => i);
  for (;;) {
    const conclusion = without(left);
    if (conclusion !== now) return { places: [...left], conclusion };
    let at = size - 1;
    while (at >= 0 && left[at] === k - size + at) at--;
    if (at < 0) return null;
    left[at]!++;
    for (let i = at + 1; i < size; i++) left[i] = left[i - 1]! + 1;
  }
}

function oneByOne(k: number, fits: Without, now: Conclusion): Found | null {
  const left: number[] = [];
  while (k - left.length > LEAST_LEFT) {
    let best = { place: -1, gap: Number.POSITIVE_INFINITY };
    for (let place = 0; place < k; place++) {
      if (left.includes(place)) continue;
      const gap = gapOf(fits([...left, place]), now);
      if (gap < best.gap) best = { place, gap };
    }
    left.push(best.place);
    const conclusion = conclude(fits(left));
    if (conclusion !== now) return { places: left, conclusion };
  }
  return null;
}

/** How far the interval is from another conclusion, on the analysis scale; smaller is nearer. */
function gapOf({ ciLb, ciUb }: { readonly ciLb: number; readonly ciUb: number }, now: Conclusion): number {
  if (now === "above") return ciLb;
  return now === "below" ? -ciUb : Math.min(-ciLb, ciUb);
}

function choose(k: number, size: number): number {
  let ways = 1;
  for (let i = 1; i <= size; i++) ways = (ways * (k - size + i)) / i;
  return ways;
}
