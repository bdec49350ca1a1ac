import { describe, expect, it } from "vitest";
import { MEASURES } from "./measure";
import { binsWithin, countWithin, edgeOf, marginOf, marginOfStudy, sidesOf, widerBins, widerBy } from "./subsetCounts";
import type { Subsets } from "./subsets";

const joint = new Uint32Array(8 * 8);
joint[1 * 8 + 0] = 5; // estimate −0.75 to −0.5, no spread
joint[4 * 8 + 7] = 2; // just above no effect, most spread
joint[7 * 8 + 3] = 1;

const SUBSETS: Subsets = {
  ...{ measure: MEASURES.SMD, rowIds: [3, 8, 9], method: "DL", spread: "I2", seed: null, total: 8, joint },
  estimateAxis: { min: -1, max: 1, bins: 8 },
  spreadAxis: { min: 0, max: 100, bins: 8 },
  estimateByStudy: Uint32Array.of(4, 0, 0, 0, 1, 2, 0, 1, 0, 0, 0, 0).fill(0, 8),
  spreadByStudy: new Uint32Array(12),
};

describe("counts of subsets", () => {
  it("know how wide a study's bins are", () => {
    expect(widerBy(SUBSETS)).toBe(2);
    expect(widerBins(SUBSETS)).toEqual({ estimate: 4, spread: 4 });
    expect(edgeOf(SUBSETS.estimateAxis, 2, 4)).toBe(0);
  });

  it("tell the sides of no effect", () => {
    expect(sidesOf(SUBSETS)).toEqual({ below: 5, above: 3 });
    expect(sidesOf({ ...SUBSETS, estimateAxis: { min: 0.1, max: 1, bins: 8 } })).toEqual({ below: 0, above: 8 });
    expect(sidesOf({ ...SUBSETS, estimateAxis: { min: -1, max: -0.1, bins: 8 } })).toEqual({ below: 8, above: 0 });
    expect(sidesOf({ ...SUBSETS, estimateAxis: { min: -1, max: -1, bins: 8 } })).toEqual({ below: 8, above: 0 });
  });

  it("are summed along each axis, for all subsets and for those of a study", () => {
    expect([...marginOf(SUBSETS, "estimate")]).toEqual([5, 0, 2, 1]);
    expect([...marginOf(SUBSETS, "spread")]).toEqual([5, 1, 0, 2]);
    expect([...marginOfStudy(SUBSETS, "estimate", 1)]).toEqual([1, 2, 0, 1]);
  });

  it("are counted in a region of whole wider bins", () => {
    const bins = binsWithin(SUBSETS, { estimate: [-1.4, -0.1], spread: [0, 30] });
    expect(bins).toEqual({ estimate: [0, 2], spread: [0, 1] });
    expect(countWithin(SUBSETS, bins)).toBe(5);
    expect(countWithin(SUBSETS, binsWithin(SUBSETS, { estimate: [-9, 9], spread: [-9, 900] }))).toBe(8);
    expect(binsWithin(SUBSETS, { estimate: [0.2, 0.2], spread: [99, 99] })).toEqual({
      estimate: [2, 3],
      spread: [3, 4],
    });
  });
});
