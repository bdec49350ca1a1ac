import { useEffect, useState } from "react";
import { binsWithin, countWithin, marginOf, marginOfStudy } from "../../../model/subsetCounts";
import type { SubsetRegion, Subsets } from "../../../model/subsets";
import type { GoshJob } from "../../../worker/gosh/client";
import { countLacking, knownLacking } from "./goshWork";

const MOST_EXACT = 20; // studies: beyond this to count the subsets without each takes too long

/** The counts of the subsets that lack a study; null while they are not there, and for random subsets. */
export function useLacking(job: GoshJob | null, place: number | null): Uint32Array | null {
  const [, setArrived] = useState(0);
  const isWanted = job !== null && place !== null && job.draw === null;
  useEffect(() => {
    if (!isWanted || knownLacking(job, place)) return;
    let isCurrent = true;
    void countLacking(job, place, true).then((joint) => {
      if (joint && isCurrent) setArrived((n) => n + 1);
    });
    return () => {
      isCurrent = false;
    };
  }, [job, place, isWanted]);
  return isWanted ? knownLacking(job, place) : null;
}

/** How often each study is in the subsets of a region, from 0 to 1; `isExact` false: judged by the estimate alone. */
export interface RegionShares {
  readonly shares: readonly number[];
  readonly isExact: boolean;
}

/** Each study's share of the subsets in a region; null while it is counted. */
export function useRegionShares(
  job: GoshJob | null,
  subsets: Subsets | null,
  region: SubsetRegion | null,
): RegionShares | null {
  const [, setArrived] = useState(0);
  const isExact = job !== null && job.draw === null && job.request.yi.length <= MOST_EXACT;
  const hasRegion = region !== null;
  useEffect(() => {
    if (!job || !isExact || !hasRegion) return;
    let isCurrent = true;
    const all = job.request.yi.map((_, place) => countLacking(job, place, false));
    void Promise.all(all).then(() => {
      if (isCurrent) setArrived((n) => n + 1);
    });
    return () => {
      isCurrent = false;
    };
  }, [job, isExact, hasRegion]);
  if (!job || !subsets || !region) return null;
  const bins = binsWithin(subsets, region);
  if (!isExact) {
    const within = (counts: ArrayLike<number>) => sumOf(counts, ...bins.estimate);
    const all = within(marginOf(subsets, "estimate"));
    const shares = subsets.rowIds.map((_, place) => within(marginOfStudy(subsets, "estimate", place)) / all);
    return { shares: all === 0 ? subsets.rowIds.map(() => 0) : shares, isExact };
  }
  const lacking = subsets.rowIds.map((_, place) => knownLacking(job, place));
  if (lacking.includes(null)) return null;
  const all = countWithin(subsets, bins);
  const share = (joint: Uint32Array | null) => (joint && all > 0 ? 1 - countWithin(subsets, bins, joint) / all : 0);
  return { shares: lacking.map(share), isExact };
}

function sumOf(counts: ArrayLike<number>, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += counts[i] ?? 0;
  return sum;
}
