import { describe, expect, it } from "vitest";
import { readCsv } from "./readCsv";
import { changed, csvOf, tidyTableOf } from "./tidyTable";

const TABLE = {
  header: ["study", "ai"],
  rows: [
    ["Lee", "1"],
    ["Kim", "2"],
    ["Cho", "3"],
  ],
};

describe("tidyTableOf", () => {
  it("writes decimal commas as points, and leaves text alone", () => {
    const csv = readCsv("study;yi;note\nLee;0,5;a,b\nKim;-1,25;");
    if ("error" in csv) throw new Error(csv.error.message);
    expect(tidyTableOf(csv).rows).toEqual([
      ["Lee", "0.5", "a,b"],
      ["Kim", "-1.25", ""],
    ]);
  });
});

it("counts rows as a spreadsheet does", () => {
  expect(csvOf(TABLE).records.map(({ row }) => row)).toEqual([2, 3, 4]);
});

describe("changed", () => {
  it("counts rows as they were before the first change", () => {
    const next = changed(TABLE, [
      { kind: "remove-row", row: 0 },
      { kind: "cell", row: 2, column: "ai", value: "9" },
    ]);
    expect(next.rows).toEqual([
      ["Kim", "2"],
      ["Cho", "9"],
    ]);
  });

  it("adds rows and columns with empty cells", () => {
    const next = changed(TABLE, [
      { kind: "add-row", cells: { study: "Ahn" } },
      { kind: "cell", row: 1, column: "year", value: "2020" },
    ]);
    expect(next.header).toEqual(["study", "ai", "year"]);
    expect(next.rows).toEqual([
      ["Lee", "1", ""],
      ["Kim", "2", "2020"],
      ["Cho", "3", ""],
      ["Ahn", "", ""],
    ]);
  });

  it("leaves the table before it as it was", () => {
    changed(TABLE, [{ kind: "cell", row: 0, column: "ai", value: "7" }]);
    expect(TABLE.rows[0]).toEqual(["Lee", "1"]);
  });

  it("refuses a row that is not there", () => {
    expect(() => changed(TABLE, [{ kind: "remove-row", row: 3 }])).toThrow(RangeError);
  });
});
