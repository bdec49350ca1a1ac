import { fillCommon } from "./fillCommon";
import { fillTau2 } from "./fillTau2";
import { meansByDivision, meansByProducts } from "./means";
import { subsetMembers } from "./members";
import { fitPacked, type Packed, packedRoom } from "./packedFit";
import type { GoshModel, GoshRequest } from "./request";
import { type Scaled, scaled } from "./scaled";
import { type SubsetSums, subsetSums } from "./sums";
import {
  blockEstimate,
  blockSpread,
  type HighTable,
  highV,
  highY,
  LOW_STUDIES,
  type LowTable,
  loadHigh,
  loadLow,
  lowN,
} from "./workspace";

const SAFE_BITS = 900; // products of variances within 2^±900 are inside the range of doubles

/**
 * All subsets of k studies in blocks: block `h` holds every subset of the low (first) studies joined to subset h of the
 * others. `fill(h)` leaves its results in the workspace's `blockEstimate` and `blockSpread`, in the request's units,
 * place l for low subset l, until any block is filled again.
 * The empty subset (block 0, place 0) has no result: its place is to be skipped.
 */
export interface Blocks {
  readonly size: number;
  readonly count: number;
  readonly fill: (h: number) => void;
}

/** Prepares the two tables whose entries combine to every subset of the k studies of a request (k <= 25). */
export function subsetBlocks({ yi, vi, model }: Pick<GoshRequest, "yi" | "vi" | "model">): Blocks {
  const units = scaled(yi, vi);
  const split = Math.min(LOW_STUDIES, yi.length);
  const low = lowTable(units.yi.subarray(0, split), units.vi.subarray(0, split));
  const high = highTable(units.yi.subarray(split), units.vi.subarray(split));
  const size = 2 ** split;
  const fill = filler(low, high, size, units, model);
  const count = 2 ** (yi.length - split);
  return { size, count, fill: model.spread === "k" ? counting(fill, high.sums, size) : fill };
}

function lowTable(yi: Float64Array, vi: Float64Array): LowTable {
  return { sums: subsetSums(yi, vi), members: subsetMembers(yi, vi) };
}

/** The studies of a high subset are few beside the 256 fits that they are for: they are not packed for all subsets. */
function highTable(yi: Float64Array, vi: Float64Array): HighTable {
  return { sums: subsetSums(yi, vi), yi, vi };
}

/** The same with the number of studies in place of the spread: a short loop of its own keeps the long ones simple. */
function counting(fill: Blocks["fill"], high: SubsetSums, size: number): Blocks["fill"] {
  return (h) => {
    fill(h);
    const n = high.n[h]!;
    for (let l = 0; l < size; l++) blockSpread[l] = n + lowN[l]!;
  };
}

function filler(low: LowTable, high: HighTable, size: number, units: Scaled, model: GoshModel): Blocks["fill"] {
  const tau2Unit = model.spread === "tau2" ? units.unit ** 2 : null;
  switch (model.method) {
    case "EE":
      return (h) => {
        loadLow(low);
        fillCommon(size, high.sums, h, units);
      };
    case "DL": {
      const byProducts = (units.spanBits * units.yi.length) / 2 < SAFE_BITS;
      return (h) => {
        loadLow(low);
        fillTau2(size, high.sums, h, tau2Unit);
        // Every mean, also where tau2 is 0 and the sums have it: a loop without branches on the data takes less time.
        const n = loadHigh(high, h);
        (byProducts ? meansByProducts : meansByDivision)(h === 0 ? 1 : 0, size, n, units);
      };
    }
    case "REML": {
      const packed = packedRoom(units.yi.length);
      return (h) => {
        const n = loadHigh(high, h);
        for (let l = h === 0 ? 1 : 0; l < size; l++) {
          packed.n = 0;
          for (let i = 0; i < n; i++) add(packed, highY[i]!, highV[i]!);
          const { start, yi, vi } = low.members;
          for (let i = start[l]!; i < start[l + 1]!; i++) add(packed, yi[i]!, vi[i]!);
          fitPacked(packed, model);
          blockEstimate[l] = units.origin + units.unit * packed.estimate;
          blockSpread[l] = (tau2Unit ?? 1) * packed.spread;
        }
      };
    }
  }
}

function add(packed: Packed, yi: number, vi: number): void {
  packed.yi[packed.n] = yi;
  packed.vi[packed.n] = vi;
  packed.n++;
}
