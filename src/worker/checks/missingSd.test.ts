import { describe, expect, it } from "vitest";
import { readOwn } from "../../data/readDataset";
import { meanAndSdFromQuantiles } from "../../stats/index";
import { applied, cellAt, findingsOf, MEANS, ownOf, PAIN } from "./fixtures";

/** Three whole trials and one with something else in the place of its SDs. */
function withColumns(columns: string, line: string) {
  const empty = ",".repeat(columns.split(",").length);
  return ownOf(`${MEANS},${columns}`, [...PAIN.slice(0, 3).map((whole) => whole + empty), line]);
}

describe("an SD that is not given", () => {
  it("comes from the standard errors", () => {
    const own = withColumns("se1i,se2i", "Kim 2020,Pain,1 month,Sham,3.2,,25,4.2,,36,0.3,0.25");
    const [finding] = findingsOf(own, "missing-sd");
    expect(finding).toMatchObject({ severity: "wrong", rows: [3], columns: ["sd1i", "sd2i"] });
    const done = applied(own, finding!.remedies[0]!);
    expect([cellAt(done, 3, "sd1i"), cellAt(done, 3, "sd2i")]).toEqual([1.5, 1.5]);
    expect(readOwn(done).errors).toEqual([]);
  });

  it("comes from the confidence limits of a mean, by t: Cochrane Handbook 6.5.2.2", () => {
    const own = withColumns(
      "ci.lb1,ci.ub1,ci.lb2,ci.ub2",
      "Kim 2020,Pain,1 month,Sham,32.1,,25,28.3,,22,30.0,34.2,26.0,30.6",
    );
    const done = applied(own, findingsOf(own, "missing-sd")[0]!.remedies[0]!);
    expect(cellAt(done, 3, "sd1i")).toBeCloseTo(5.09, 2);
  });

  it("comes from the p-value of the difference: Cochrane Handbook 6.5.2.3", () => {
    const own = withColumns("p", "Kim 2020,Pain,1 month,Sham,3.8,,25,0,,22,0.008");
    const [remedy] = findingsOf(own, "missing-sd")[0]!.remedies;
    const done = applied(own, remedy!);
    expect(cellAt(done, 3, "sd1i")).toBeCloseTo(4.69, 1);
    expect(cellAt(done, 3, "sd2i")).toBe(cellAt(done, 3, "sd1i"));
    expect(remedy?.derivation[0]).toContain("45 degrees of freedom");
  });

  it("comes with the mean from medians and quartiles", () => {
    const own = withColumns(
      "median1,q1_1,q3_1,median2,q1_2,q3_2",
      "Kim 2020,Pain,1 month,Sham,,,25,,,36,3,2,4.5,4,3,5",
    );
    const done = applied(own, findingsOf(own, "missing-sd")[0]!.remedies[0]!);
    const want = meanAndSdFromQuantiles({ kind: "quartiles", n: 25, median: 3, q1: 2, q3: 4.5 });
    expect({ mean: cellAt(done, 3, "m1i"), sd: cellAt(done, 3, "sd1i") }).toEqual({
      mean: expect.closeTo("mean" in want ? want.mean : NaN, 8),
      sd: expect.closeTo("sd" in want ? want.sd : NaN, 8),
    });
  });

  it("is told without a way out where the table has none", () => {
    const own = withColumns("note", "Kim 2020,Pain,1 month,Sham,3.2,,25,4.2,,36,x");
    expect(findingsOf(own, "missing-sd")).toMatchObject([{ rows: [3], remedies: [] }]);
    expect(findingsOf(own, "fault-value-missing")).toEqual([]); // told once
  });

  it("is not missed in rows of events", () => {
    const own = ownOf(`${MEANS},ai,ci`, [...PAIN.map((line) => `${line},,`), "D,Nausea,1 week,Sham,,,50,,,51,5,9"]);
    expect(findingsOf(own, "missing-sd")).toEqual([]);
  });
});
