import { subsetBlocks } from "./blocks";
import { emptyCounts, type GoshCounts } from "./counts";
import { addToMembers, addToStudies, emptyMargins, type Margins, sumMargins } from "./margins";
import { type GoshProgress, type GoshRequest, requireRequest } from "./request";
import { tallyBlock } from "./tally";
import { joint, loadTallies, releaseTallies } from "./workspace";

/** The most studies whose subsets, 2^k − 1, are all fitted. */
export const MAX_EXHAUSTIVE = 25;
const MIDDLE_SUBSETS = 256;

/** One of several equal parts of the work, for workers side by side: `index` from 0 below `of`. */
export interface Part {
  readonly index: number;
  readonly of: number;
}

/**
 * Fits every subset of k studies, of 1 to k of them, and counts the results. Runs in steps of at most 65,536 subsets
 * and yields its progress after each, so that a worker can answer or stop; no fit allocates.
 *
 * With a part, only its share is done, and `mergeCounts` joins the shares. It pays from about 18 studies.
 *
 * @throws RangeError for k > 25 or a part that is none, else as `requireRequest`.
 *
 * Olkin, Dahabreh & Trikalinos (2012), Res Synth Methods 3:214–223, doi:10.1002/jrsm.1053.
 */
export function* goshExhaustive(
  request: GoshRequest,
  part: Part = { index: 0, of: 1 },
): Generator<GoshProgress, GoshCounts, void> {
  requireRequest(request);
  const k = request.yi.length;
  if (k > MAX_EXHAUSTIVE) throw new RangeError(`goshExhaustive: ${k} studies have too many subsets`);
  if (!(part.index >= 0 && part.index < part.of)) throw new RangeError(`goshExhaustive: part ${part.index}/${part.of}`);
  const blocks = subsetBlocks(request);
  const middles = Math.min(blocks.count, MIDDLE_SUBSETS);
  const step = blocks.size * middles;
  const tops = blocks.count / middles;
  const from = Math.floor((tops * part.index) / part.of);
  const to = Math.floor((tops * (part.index + 1)) / part.of);

  const counts = emptyCounts(request);
  const low = emptyMargins(request, blocks.size);
  const middle = emptyMargins(request, middles);
  const before = emptyMargins(request, 1);
  const now = emptyMargins(request, 1);
  const tallies = { joint: counts.joint, low, middle };
  // A plain function: the compiler makes worse code of loops inside a generator.
  const countTop = (top: number) => {
    loadTallies(tallies);
    for (let row = 0; row < middles; row++) {
      const h = top * middles + row;
      blocks.fill(h);
      tallyBlock(blocks.size, request, row, h === 0 ? 1 : 0);
    }
  };
  for (let top = from; top < to; top++) {
    countTop(top);
    sumMargins(joint, counts.joint.length, request.spread.bins, now);
    addToMembers(gain(now, before), top, Math.log2(step), counts);
    yield { done: (top + 1 - from) * step, total: (to - from) * step };
  }
  releaseTallies(tallies);
  addToStudies(low, blocks.size, 0, counts);
  addToStudies(middle, middles, Math.log2(blocks.size), counts);
  counts.subsets = (to - from) * step - (from === 0 && to > 0 ? 1 : 0);
  return counts;
}

/** What the margins have gained since they were `before`, which then holds them as they are now. */
function gain(now: Margins, before: Margins): Margins {
  const estimate = now.estimate.map((count, i) => count - before.estimate[i]!);
  const spread = now.spread.map((count, i) => count - before.spread[i]!);
  before.estimate.set(now.estimate);
  before.spread.set(now.spread);
  return { estimate, spread };
}
