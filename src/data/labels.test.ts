import { expect, it } from "vitest";
import { readDataset } from "./readDataset";

const labels = (csv: string) => readDataset({ csv, fileName: "mine.csv" }).dataset!.rows.map(({ slab }) => slab);

it.each([
  [
    "the comparator",
    "study,comparator,arm,yi,vi\nA,Sham,low,1,1\nA,Drug,high,2,1\nB,Drug,high,2,1",
    ["A, Sham", "A, Drug", "B"],
  ],
  [
    "the first further column that differs",
    "study,site,arm,yi,vi\nA,Oslo,gum,1,1\nA,Oslo,patch,2,1\nB,Oslo,gum,1,1\nC,Rome,gum,1,1",
    ["A, gum", "A, patch", "B", "C"],
  ],
  [
    "a number, where nothing else does",
    "study,yi,vi\nA,1,1\nA,2,1\nA (2),3,1\nA,4,1",
    ["A", "A (2)", "A (2) (2)", "A (3)"],
  ],
  [
    "the year, where a name has several",
    "study,year,yi,vi\nA,2001,1,1\nA,2004,2,1\nB,2001,1,1",
    ["A 2001", "A 2004", "B"],
  ],
])("tells rows of one cell apart by %s", (_, csv, expected) => {
  expect(labels(csv)).toEqual(expected);
});

it("leaves the same study at several timepoints alone", () => {
  expect(labels("study,timepoint,yi,vi\nA,1 week,1,1\nA,1 month,2,1")).toEqual(["A", "A"]);
});

it("keeps one key for all rows of a study", () => {
  const { dataset } = readDataset({ fileName: "m.csv", csv: "study,arm,yi,vi\nA,gum,1,1\nA,patch,2,1\nB,gum,2,1" });
  expect(dataset!.rows.map(({ studyId }) => studyId)).toEqual(["A", "A", "B"]);
});
