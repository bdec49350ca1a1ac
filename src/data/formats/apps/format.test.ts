import { describe, expect, it } from "vitest";
import { datasetOf, opened, readTidy } from "../fixtures";
import fosmaHr from "./fixtures/fosma-hr.csv?raw";
import fosmaMeans from "./fixtures/fosma-means.csv?raw";
import metaReview from "./fixtures/metareview-binary.csv?raw";
import { APPS, FOSMA, METAREVIEW } from "./format";

const first = (text: string, format = APPS) => datasetOf(format, text).rows[0]!.data;

describe("FOSMA", () => {
  it("reads hazard ratios with limits as logarithms", () => {
    const { rows, descriptor } = datasetOf(FOSMA, fosmaHr);
    expect(rows[0]).toMatchObject({
      slab: "Garfinkel",
      data: { yi: Math.log(1.18) },
      columns: { hr: 1.18, ci_hi: 1.54 },
    });
    expect((rows[0]!.data as { vi: number }).vi).toBeCloseTo((Math.log(1.54 / 0.9) / (2 * 1.959963984540054)) ** 2, 14);
    expect(descriptor.outcomes[0]?.given).toEqual({ name: "hazard ratio", short: "HR", scale: "log" });
    expect(readTidy(FOSMA, fosmaHr).notes.map(({ code }) => code)).toContain("ratios-logged");
  });

  it("reads means with decimal commas", () => {
    expect(first(fosmaMeans, FOSMA)).toEqual({
      kind: "means",
      m1i: 55,
      sd1i: 47.5,
      n1i: 155,
      m2i: 75,
      sd2i: 64,
      n2i: 156,
    });
  });

  it.each([
    ["a,b,c,d", "3,27,5,26", { kind: "counts", ai: 3, n1i: 30, ci: 5, n2i: 31 }],
    ["yi,vi", "0.5,0.04", { kind: "given", yi: 0.5, vi: 0.04 }],
    ["x1,t1,x2,t2", "4,100,8,110", { yi: Math.log(4 / 100) - Math.log(8 / 110) }],
    ["x,n", "10,40", { yi: Math.log(10 / 30) }],
    ["r,n", "0.5,28", { yi: Math.atanh(0.5) }],
  ])("reads %s beside a label", (names, cells, data) => {
    expect(first(`label,group,${names}\nLee 2019,,${cells}`, FOSMA)).toMatchObject(data);
    if (names !== "yi,vi") expect(APPS.recognises([opened(`study,group,${names}\nLee,,${cells}`)])).toBe(false);
  });

  it("never makes a logarithm of what has none", () => {
    const { errors } = datasetOf(FOSMA, "label,group,hr,ci_lo,ci_hi\nA,,0.5,0.2,0.9\nB,,0.5,0,0.9\nC,,-1,0.2,0.9");
    expect(errors.map(({ where }) => [where.row, where.column, where.value])).toEqual([
      [3, "ci.lb", "log(0)"],
      [4, "yi", "log(-1)"],
    ]);
  });
});

it("reads MetaReview’s events, keeping its groups", () => {
  const { rows } = datasetOf(METAREVIEW, metaReview);
  expect(rows[0]?.data).toEqual({ kind: "counts", ai: 4, n1i: 123, ci: 11, n2i: 139 });
  expect(rows[0]?.columns).toEqual({ Subgroup: "random" });
});

it("reads MetaReview’s hazard ratios", () => {
  const text = "Study,Year,Subgroup,Dose,HR,CI_Lower,CI_Upper\nLee,2019,,,0.8,0.6,1.1";
  expect(first(text, METAREVIEW)).toMatchObject({ yi: Math.log(0.8) });
});

it("reads effects that JASP exported, and says that their scale is unknown", () => {
  const text = "Study,effectSize,effectSizeSE\nLee,0.4,0.1";
  expect(first(text)).toMatchObject({ yi: 0.4, vi: 0.1 ** 2 });
  expect(readTidy(APPS, text).notes.map(({ code }) => code)).toContain("scale-unknown");
});
