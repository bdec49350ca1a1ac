import { describe, expect, it } from "vitest";
import { analysis, pooled, usNkt } from "./fixtures";
import { groupsNote } from "./groupsNote";

const DIFFERENCE = { statistic: 1.2, df1: 1, df2: null, pval: 0.27 };

/** Groups of the given sizes, compared by comparator unless said. */
function noteOf(sizes: readonly number[], comparedBy = ["comparator"], isTested = true): string {
  const { selection } = analysis();
  const groups = sizes.map((k, i) => ({ key: `G${i + 1}`, rowIds: [], pooled: k === 0 ? null : pooled({ k }) }));
  const asked = analysis({
    selection: { ...selection, compareBy: "comparator" },
    groups,
    difference: isTested ? DIFFERENCE : null,
  });
  return groupsNote(asked, usNkt, comparedBy).join(" ");
}

describe("groupsNote", () => {
  it("names the smallest group and its size", () => {
    expect(noteOf([5, 3])).toContain("The smallest group, G2, has 3 trials.");
    expect(noteOf([5, 3, 3])).toContain("The smallest groups, G2 and G3, have 3 trials each.");
    expect(noteOf([5, 1, 1, 1])).toContain("The smallest groups, 3 groups, have 1 trial each.");
    expect(noteOf([4, 4])).toContain("Each of the 2 groups pools 4 trials.");
    expect(noteOf([4, 0])).toContain("The smallest group, G2, has no trial.");
  });

  it("says what a difference between trials is not", () => {
    expect(noteOf([5, 3])).toContain("A difference between trials is not a difference between patients");
  });

  it("counts the properties that were looked at, and warns from the second on", () => {
    expect(noteOf([5, 3])).toMatch(/One property was compared in this visit \(comparator\)\.$/);
    const three = noteOf([5, 3], ["comparator", "condition", "country"]);
    expect(three).toContain(
      "Three properties were compared in this visit (comparator, condition and country): the more",
    );
  });

  it("speaks of no difference where none is tested, and says nothing where nothing is compared", () => {
    expect(noteOf([5, 3], ["comparator"], false)).toBe("The smallest group, G2, has 3 trials.");
    expect(groupsNote(analysis(), usNkt, ["comparator"])).toEqual([]);
  });
});
