import { describe, expect, it } from "vitest";
import { MEASURES } from "../../model/measure";
import type { Subsets } from "../../model/subsets";
import { usNkt } from "../fixtures";
import { outcomeOf } from "../phrase";
import { beyondText, regionText, shareText, spreadRange, subsetsText } from "./gosh";
import { partOf, partText } from "./share";

/** 4 bins of the estimate from −1 to 1, one of the spread; so many subsets in each. */
function subsetsOf(joint: readonly number[], change: Partial<Subsets> = {}): Subsets {
  return {
    ...{ measure: MEASURES.SMD, rowIds: [0, 1, 2], method: "DL", spread: "I2", seed: null },
    ...{ total: joint.reduce((sum, n) => sum + n, 0), joint: Uint32Array.from(joint) },
    ...{ estimateAxis: { min: -1, max: 1, bins: 4 }, spreadAxis: { min: 0, max: 100, bins: 1 } },
    ...{ estimateByStudy: new Uint32Array(3), spreadByStudy: new Uint32Array(3) },
    ...change,
  };
}

const pain = outcomeOf(usNkt, "Pain");
const stopping = outcomeOf(usNkt, "Abstinence");

describe("shareText", () => {
  it.each([
    [
      [4, 3, 0, 0],
      -0.5,
      pain,
      "In all 7 subsets of 3 trials the estimate lies on the same side of no effect: it favours US-NKT.",
    ],
    [
      [4, 3, 0, 0],
      -0.5,
      stopping,
      "In all 7 subsets of 3 trials the estimate lies on the same side of no effect: it favours control.",
    ],
    [
      [4, 2, 1, 0],
      -0.5,
      pain,
      "Of all 7 subsets of 3 trials, 86% have an estimate that favours US-NKT and 14% (1 of 7) one that favours control.",
    ],
    [
      [1, 0, 2, 4],
      0.5,
      pain,
      "Of all 7 subsets of 3 trials, 86% have an estimate that favours control and 14% (1 of 7) one that favours US-NKT.",
    ],
    [
      [1, 0, 2, 4],
      null,
      pain,
      "Of all 7 subsets of 3 trials, 86% have an estimate that favours control and 14% (1 of 7) one that favours US-NKT.",
    ],
  ])("%j around %j", (joint, mu, outcome, words) => {
    expect(shareText(subsetsOf(joint), mu, usNkt, outcome)).toBe(words);
  });

  it("says that random subsets are, and by which seed", () => {
    expect(subsetsText(subsetsOf([1000, 0, 0, 0], { seed: 1 }), usNkt)).toBe(
      "1,000 random subsets of 3 trials (seed 1)",
    );
  });
});

const NOUN = { one: "trial", many: "trials" };

describe("regionText", () => {
  const limits = { estimate: [-1, -0.5], spread: [0, 40] } as const;
  const subsets = subsetsOf([4, 3, 0, 0]);

  it("tells the share and the studies that stand out", () => {
    const studies = [
      { slab: "A 2001", share: 0.99, ofAll: 0.5 },
      { slab: "B 2002", share: 0.55, ofAll: 0.5 },
      { slab: "C 2003", share: 0, ofAll: 0.5 },
    ];
    expect(regionText(4, subsets, limits, studies, NOUN)).toBe(
      "57% (4 of 7) of the subsets lie in the region, with SMD −1.00 to −0.50 and I² 0 to 40%. More often there than elsewhere: A 2001 (in 99.0%). More seldom: C 2003 (in 0%).",
    );
  });

  it("says so where nothing is there, where none stands out, and while it is not known", () => {
    expect(regionText(0, subsets, limits, null, NOUN)).toBe(
      "No subset lies in the region, with SMD −1.00 to −0.50 and I² 0 to 40%.",
    );
    expect(regionText(4, subsets, limits, [{ slab: "B", share: 0.55, ofAll: 0.5 }], NOUN)).toMatch(
      /No study stands out in them\.$/,
    );
    expect(regionText(4, subsets, limits, null, NOUN)).toMatch(/I² 0 to 40%\.$/);
  });
});

describe("shares", () => {
  it.each([
    [0, 7, "0%"],
    [7, 7, "100%"],
    [1, 1_000_000, "< 0.01%"],
    [999_999, 1_000_000, "> 99.99%"],
    [2, 1000, "0.20%"],
    [995, 1000, "99.50%"],
    [53, 1000, "5.3%"],
    [1, 2, "50%"],
  ])("%i of %i is %s", (part, whole, text) => expect(partText(part, whole)).toBe(text));

  it("stand with their counts", () => expect(partOf(214, 1_048_575)).toBe("0.02% (214 of 1,048,575)"));
  it("are not told of limits that leave nothing out", () => expect(beyondText(0, 9)).toBe(""));
});

describe("spreadRange", () => {
  it.each([
    ["I2", [0, 40], "I² 0 to 40%"],
    ["tau2", [0.1, 0.25], "τ² 0.100 to 0.250"],
    ["k", [2.5, 7.5], "3 to 7 trials"],
  ] as const)("speaks of %s in its unit", (spread, limits, text) =>
    expect(spreadRange(spread, limits, NOUN)).toBe(text),
  );
});
