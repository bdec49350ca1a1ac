import { describe, expect, it } from "vitest";
import { MEASURES } from "../../model/measure";
import type { Cumulative } from "../../model/sensitivity";
import { pooled, usNkt } from "../fixtures";
import { cumulativeCaution, cumulativeText, orderName, seriesKey } from "./series";

/** Steps whose intervals lie about 0 or below it. */
function steps(...limits: readonly (readonly [lb: number, ub: number])[]): Cumulative {
  return {
    measure: MEASURES.SMD,
    steps: limits.map(([ciLb, ciUb], i) => {
      const result = pooled({ k: i + 1, mu: (ciLb + ciUb) / 2, ciLb, ciUb });
      return { rowId: i + 1, studyId: `t${i}`, pooled: result };
    }),
  };
}

const nameOf = (rowId: number) => `Trial ${rowId}`;
const told = (cumulative: Cumulative, by = "year") => cumulativeText(cumulative, by, 0.95, usNkt, nameOf);

describe("cumulativeText", () => {
  it("says since when the interval has said what it says in the end", () => {
    expect(told(steps([-2, 1], [-2, -0.5], [-1, 0.2], [-1, -0.2], [-0.9, -0.3]))).toBe(
      "5 trials join by year; together SMD −0.60 (95% CI −0.90 to −0.30). The interval has lain below no effect since Trial 4 joined, as number 4.",
    );
  });

  it.each([
    [steps([0.1, 1], [0.2, 0.8]), "The interval has lain above no effect throughout."],
    [steps([-1, 1], [-0.5, 0.8]), "The interval has included no effect throughout."],
    [steps([-2, -1], [-2, 1]), "has included no effect since Trial 2 joined, as number 2."],
  ])("tells one side from the other, %#", (cumulative, text) => {
    expect(told(cumulative)).toContain(text);
  });

  it("has nothing to say of nothing", () => {
    expect(told(steps())).toBe("");
  });
});

it("warns of looking again and again, and of an order made of the effects", () => {
  expect(cumulativeCaution("year")).toContain("miss the truth more often");
  expect(cumulativeCaution("effect")).toContain("made by the order");
});

it("names orders inside a sentence, and marks only where there are some", () => {
  expect([orderName("n", usNkt), orderName("precision", usNkt)]).toEqual(["size", "precision"]);
  expect(seriesKey(0.95, usNkt, false)).not.toContain("‡");
  expect(seriesKey(0.95, usNkt, true)).toContain("‡");
});
