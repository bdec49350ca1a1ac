import { meanByDivision, meanByProducts } from "./meanAt";
import { type Members, subsetMembers } from "./members";
import { fitPacked, packedRoom } from "./packedFit";
import type { GoshRequest } from "./request";
import { type Scaled, scaled } from "./scaled";
import { type SubsetSums, subsetSums } from "./sums";

const LOW_STUDIES = 8; // 256 low subsets: five columns of 2 kB stay in the first-level cache
const SAFE_BITS = 900; // products of variances within 2^±900 are inside the range of doubles

/**
 * All subsets of k studies in blocks: block `h` holds every subset of the low (first) studies joined to subset h of the
 * others. `fill(h)` writes its results to `estimate` and `spread`, in the request's units, place l for low subset l.
 * The empty subset (block 0, place 0) has no result: its place is to be skipped.
 */
export interface Blocks {
  readonly size: number;
  readonly count: number;
  readonly estimate: Float64Array;
  readonly spread: Float64Array;
  readonly fill: (h: number) => void;
}

/** The studies of one of the two tables. */
interface Level {
  readonly sums: SubsetSums;
  readonly members: Members;
}

/** Prepares the two tables whose entries combine to every subset of the k studies of a request (k <= 25). */
export function subsetBlocks({ yi, vi, model }: Pick<GoshRequest, "yi" | "vi" | "model">): Blocks {
  const units = scaled(yi, vi);
  const split = Math.min(LOW_STUDIES, yi.length);
  const low = level(units.yi.subarray(0, split), units.vi.subarray(0, split));
  const high = level(units.yi.subarray(split), units.vi.subarray(split));
  const size = 2 ** split;
  const room = { size, estimate: new Float64Array(size), spread: new Float64Array(size) };
  const spreadUnit = model.spread === "tau2" ? units.unit ** 2 : 1;
  const byProducts = (units.spanBits * yi.length) / 2 < SAFE_BITS;
  const packed = packedRoom(yi.length);

  function fill(h: number): void {
    if (model.method === "EE") fillCommon(low.sums, high.sums, h, room);
    else if (model.method === "DL") fillRandom(low, high, h, room, model.spread === "tau2", byProducts);
    else {
      for (let l = h === 0 ? 1 : 0; l < size; l++) {
        packed.n = 0;
        join(high.members, h, packed);
        join(low.members, l, packed);
        fitPacked(packed, model);
        room.estimate[l] = packed.estimate;
        room.spread[l] = packed.spread;
      }
    }
    toUnits(room, units, spreadUnit);
  }
  return { ...room, count: 2 ** (yi.length - split), fill };
}

type Room = Pick<Blocks, "size" | "estimate" | "spread">;

function level(yi: Float64Array, vi: Float64Array): Level {
  return { sums: subsetSums(yi, vi), members: subsetMembers(yi, vi) };
}

/** Common effect: the mean and Q of the union, by Chan's update of the two parts. */
function fillCommon(low: SubsetSums, high: SubsetSums, h: number, { size, estimate, spread }: Room): void {
  const Wh = high.W[h]!;
  const muh = high.mu[h]!;
  for (let l = h === 0 ? 1 : 0; l < size; l++) {
    const share = low.W[l]! / (Wh + low.W[l]!);
    const d = low.mu[l]! - muh;
    const Q = high.Q[h]! + low.Q[l]! + Wh * share * d * d;
    const excess = Q - (high.n[h]! + low.n[l]! - 1);
    estimate[l] = muh + share * d;
    spread[l] = excess > 0 ? (100 * excess) / Q : 0;
  }
}

/** DerSimonian–Laird: tau2 from the sums; where it is above 0, the mean needs a pass over the subset's studies. */
function fillRandom(low: Level, high: Level, h: number, room: Room, asTau2: boolean, byProducts: boolean): void {
  const { size, estimate, spread } = room;
  const { W, mu, Q, n, pairs } = low.sums;
  const Wh = high.sums.W[h]!;
  const muh = high.sums.mu[h]!;
  const Qh = high.sums.Q[h]!;
  const dfh = high.sums.n[h]! - 1;
  const pairsh = high.sums.pairs[h]!;
  for (let l = h === 0 ? 1 : 0; l < size; l++) {
    const total = Wh + W[l]!;
    const share = W[l]! / total;
    const d = mu[l]! - muh;
    const q = Qh + Q[l]! + Wh * share * d * d;
    const excess = q - (dfh + n[l]!);
    if (excess > 0) {
      const tau2 = (excess * total) / (2 * (pairsh + pairs[l]! + Wh * W[l]!));
      spread[l] = asTau2 ? tau2 : (100 * excess) / q;
      estimate[l] = byProducts
        ? meanByProducts(high.members, h, low.members, l, tau2)
        : meanByDivision(high.members, h, low.members, l, tau2);
    } else {
      spread[l] = 0;
      estimate[l] = muh + share * d;
    }
  }
}

function join(members: Members, subset: number, packed: { n: number; yi: Float64Array; vi: Float64Array }): void {
  for (let i = members.start[subset]!; i < members.start[subset + 1]!; i++) {
    packed.yi[packed.n] = members.yi[i]!;
    packed.vi[packed.n] = members.vi[i]!;
    packed.n++;
  }
}

function toUnits({ size, estimate, spread }: Room, { origin, unit }: Scaled, spreadUnit: number): void {
  for (let l = 0; l < size; l++) {
    estimate[l] = origin + unit * estimate[l]!;
    spread[l] = spreadUnit * spread[l]!;
  }
}
