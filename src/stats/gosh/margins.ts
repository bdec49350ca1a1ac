import { add, type GoshCounts, STUDY_SHIFT, studyBins } from "./counts";
import type { GoshRequest } from "./request";

/** The counts along each axis, whatever the other, in a study's wider bins. */
export interface Margins {
  readonly estimate: Uint32Array;
  readonly spread: Uint32Array;
}

/** Sums the first `length` joint counts, in rows of `spreadBins`, into both margins, overwriting these. */
export function sumMargins(
  joint: Uint32Array,
  length: number,
  spreadBins: number,
  { estimate, spread }: Margins,
): void {
  const spreads = new Uint32Array(spreadBins); // in fine bins first: neighbours then do not wait for each other
  estimate.fill(0);
  spread.fill(0);
  for (let e = 0, place = 0; place < length; e++) {
    let row = 0;
    for (let s = 0; s < spreadBins; s++, place++) {
      const count = joint[place]!;
      row += count;
      spreads[s] = spreads[s]! + count;
    }
    estimate[e >> STUDY_SHIFT]! += row;
  }
  for (let s = 0; s < spreadBins; s++) spread[s >> STUDY_SHIFT]! += spreads[s]!;
}

/** Empty margins: a row of counts along each axis for every subset of a group of studies. */
export function emptyMargins({ estimate, spread }: GoshRequest, subsets: number): Margins {
  return {
    estimate: new Uint32Array(subsets * studyBins(estimate)),
    spread: new Uint32Array(subsets * studyBins(spread)),
  };
}

/**
 * Gives each study of a group the counts of the subsets that hold it: the sum of those rows whose bit is set.
 *
 * @param rows one row of counts for each subset of the group, by its bits.
 * @param first the place, among all studies, of the one that bit 0 stands for.
 */
export function addToStudies(rows: Margins, subsets: number, first: number, counts: GoshCounts): void {
  const estimateBins = rows.estimate.length / subsets;
  const spreadBins = rows.spread.length / subsets;
  for (let subset = 1; subset < subsets; subset++) {
    const estimates = rows.estimate.subarray(subset * estimateBins, (subset + 1) * estimateBins);
    const spreads = rows.spread.subarray(subset * spreadBins, (subset + 1) * spreadBins);
    addToMembers({ estimate: estimates, spread: spreads }, subset, first, counts);
  }
}

/** Adds one row of counts to every study whose bit is set in `subset`. */
export function addToMembers({ estimate, spread }: Margins, subset: number, first: number, counts: GoshCounts): void {
  for (let bits = subset, study = first; bits > 0; bits >>>= 1, study++) {
    if ((bits & 1) === 0) continue;
    add(estimate, counts.estimateByStudy, study * estimate.length);
    add(spread, counts.spreadByStudy, study * spread.length);
  }
}
