import { describe, expect, it } from "vitest";
import type { Selection } from "../model/selection";
import { facetsOf, matchingRows } from "./filter";
import { readDataset } from "./readDataset";

const dataset = readDataset({
  fileName: "mine.csv",
  csv: `study,year,outcome,timepoint,comparator,yi,vi,country,rob_overall,dose
A,2001,Pain,1 week,Sham,0.1,0.1,NZ,High risk,10
B,2004,Pain,1 week,Sham,0.2,0.1,China,Low risk,20
C,,Pain,1 week,Drug,0.3,0.1,China,Some concerns,
D,2010,Pain,1 week,Drug,0.4,0.1,,Low risk,40
E,2012,Pain,1 month,Drug,0.5,0.1,Peru,Low risk,50
F,2012,Function,1 week,Sham,0.6,0.1,NZ,Low risk,60
`,
}).dataset!;

const ALL = { outcome: "Pain", timepoint: "1 week", hiddenComparators: [], filters: {} } as const;
const selection: Selection = { ...ALL, compareBy: null, thenBy: null, excluded: [], measure: null };
const studies = (where: Partial<Parameters<typeof matchingRows>[1]>) =>
  matchingRows(dataset.rows, { ...ALL, ...where })
    .map(({ slab }) => slab)
    .join("");

describe("matchingRows", () => {
  it.each([
    ["one cell", {}, "ABCD"],
    ["all timepoints", { timepoint: null }, "ABCDE"],
    ["everything", { outcome: null, timepoint: null }, "ABCDEF"],
    ["a hidden comparator", { hiddenComparators: ["Sham"] }, "CD"],
    ["a value", { filters: { country: { kind: "values", values: ["China"] } } }, "BC"],
    ["the empty cell", { filters: { country: { kind: "values", values: ["", "NZ"] } } }, "AD"],
    ["no value at all", { filters: { country: { kind: "values", values: [] } } }, ""],
    ["a range, limits included", { filters: { dose: { kind: "range", min: 10, max: 20 } } }, "AB"],
    ["a range of years", { filters: { year: { kind: "range", min: 2002, max: 2010 } } }, "BD"],
    ["a column that is not there", { filters: { constructor: { kind: "values", values: ["x"] } } }, ""],
    [
      "two filters at once",
      { filters: { country: { kind: "values", values: ["China"] }, dose: { kind: "range", min: 0, max: 99 } } },
      "B",
    ],
  ] as const)("keeps %s", (_, where, expected) => {
    expect(studies(where)).toBe(expected);
  });
});

describe("facetsOf", () => {
  const facet = (column: string, change: Partial<Selection> = {}) =>
    facetsOf(dataset, { ...selection, ...change }).find((f) => f.column === column);

  it("lists year, categories and numbers, not free text", () => {
    expect(facetsOf(dataset, selection).map(({ kind, column }) => `${kind} ${column}`)).toEqual([
      "number year",
      "category country",
      "category rob_overall",
      "number dose",
    ]);
  });

  it("counts the values of the cell, the empty one last", () => {
    expect(facet("country")).toEqual({
      kind: "category",
      column: "country",
      values: [
        { value: "China", k: 2 },
        { value: "NZ", k: 1 },
        { value: "", k: 1 },
      ],
    });
  });

  it("orders judgements of risk of bias from low to high", () => {
    const judgements = facet("rob_overall");
    expect(judgements?.kind === "category" && judgements.values.map(({ value }) => value)).toEqual([
      "Low risk",
      "Some concerns",
      "High risk",
    ]);
  });

  it("counts under the other filters, not under its own", () => {
    const filters = { country: { kind: "values", values: ["China"] } } as const;
    expect(facet("country", { filters })).toEqual(facet("country"));
    expect(facet("rob_overall", { filters })).toMatchObject({
      values: [{ k: 1 }, { k: 1 }, { value: "High risk", k: 0 }],
    });
  });

  it("bins numbers over the range of the cell, the largest in the last bin", () => {
    const dose = facet("dose");
    expect(dose).toMatchObject({ min: 10, max: 40, bins: [1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1] });
  });

  it("spans all timepoints when these are compared", () => {
    expect(facet("dose", { compareBy: "timepoint" })).toMatchObject({ min: 10, max: 50 });
  });
});
