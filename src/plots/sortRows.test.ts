import { describe, expect, it } from "vitest";
import type { Sort } from "../model/look";
import { SORT_KEYS } from "../model/look";
import { type CaseStudy, caseInput } from "./cases/caseInput";
import { COMPARED, manyMeans } from "./cases/caseStudies";
import { sortRows } from "./sortRows";

const FURTHER = [{ dose: 20 }, { dose: 100 }, { dose: null }, { dose: 3 }, { dose: 20 }];
const DOSES: readonly CaseStudy[] = manyMeans(5).map((study, i) => ({ ...study, columns: FURTHER[i]! }));

function order(by: string, descending = false, studies: readonly CaseStudy[] = DOSES) {
  const input = caseInput(studies, { measure: "SMD" });
  return sortRows(input.analysis.studies, { by, descending }, input).map(({ rowId }) => rowId);
}

describe("sortRows", () => {
  it("leaves the order of the data where nothing is asked", () => {
    const input = caseInput(DOSES, { measure: "SMD" });
    expect(sortRows(input.analysis.studies, null, input)).toBe(input.analysis.studies);
  });

  it.each<[Sort, readonly number[]]>([
    [{ by: "dose", descending: false }, [3, 0, 4, 1, 2]],
    [{ by: "dose", descending: true }, [1, 0, 4, 3, 2]],
  ])("sorts numbers as numbers, empty cells last, equal ones as they were: %o", ({ by, descending }, expected) => {
    expect(order(by, descending)).toEqual(expected);
  });

  it("sorts names as people count: trial 2 before trial 10", () => {
    const named = ["Trial 10", "trial 2", "Ångström"].map((slab, i) => ({ ...manyMeans(3)[i]!, slab }));
    expect(order("study", false, named)).toEqual([2, 1, 0]);
  });

  it.each(SORT_KEYS)("sorts by %s, one way or the other, wherever the studies differ in it", (by) => {
    const studies = COMPARED.map((study, i) => (i < 5 ? study : { ...study, group: "Another comparator" }));
    const input = caseInput(studies, { measure: "SMD", compareBy: "comparator" });
    const orders = [true, false].map((descending) =>
      sortRows(input.analysis.studies, { by, descending }, input).map((s) => s.rowId),
    );
    for (const found of orders) expect([...found].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    const isSorted = orders.some((found) => found.join() !== "0,1,2,3,4,5,6,7,8");
    expect(isSorted).toBe(!["ai", "ci", "timepoint"].includes(by)); // these are means at one timepoint
  });

  it.each(["comparator", "timepoint"] as const)(
    "keeps a study's place by weight when it is left out, by %s",
    (compareBy) => {
      const studies = COMPARED.map((study, i) => ({ ...study, group: i < 5 ? "1 week" : "1 month" }));
      const positions = studies.map((_, out) => {
        const input = caseInput(
          studies.map((study, i) => ({ ...study, excluded: i === out })),
          { measure: "SMD", compareBy },
        );
        const group = input.analysis.studies.slice(out < 5 ? 0 : 5, out < 5 ? 5 : 9);
        return sortRows(group, { by: "weight", descending: true }, input).map((s) => s.rowId);
      });
      const whole = caseInput(studies, { measure: "SMD", compareBy });
      for (const [out, found] of positions.entries()) {
        const group = whole.analysis.studies.slice(out < 5 ? 0 : 5, out < 5 ? 5 : 9);
        expect(found).toEqual(sortRows(group, { by: "weight", descending: true }, whole).map((s) => s.rowId));
      }
    },
  );
});
