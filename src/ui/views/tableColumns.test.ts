import { describe, expect, it } from "vitest";
import { defaultAsked, questionOf } from "../../state/selectors";
import { analyse } from "../../worker/analyse";
import { bundled } from "../../worker/bundledDataset";
import { rowOf } from "../rowOf";
import { sortLines, tableColumns } from "./tableColumns";

function table(id: string) {
  const dataset = bundled(id);
  const analysis = analyse(dataset, questionOf(defaultAsked(dataset), dataset.descriptor));
  const lines = analysis.studies.map((result) => ({ result, row: rowOf(dataset)(result.rowId) }));
  return { lines, columns: tableColumns(analysis, dataset.descriptor, lines) };
}

describe("tableColumns", () => {
  it("names the arms, and gives their numbers with the decimals of the data", () => {
    const { lines, columns } = table("us-nkt");
    const titles = columns.map((column) => column.title);
    expect(titles).toEqual(expect.arrayContaining(["SMD", "95% CI", "Weight", "US-NKT mean", "Control SD"]));
    const mean = columns.find((column) => column.title === "US-NKT mean");
    for (const line of lines) expect(mean?.text(line)).toMatch(/^\d+\.\d\d$/);
  });

  it("shows events for counts, and no arms for given effects", () => {
    expect(table("bcg-tuberculosis").columns.map((c) => c.title)).toContain("BCG vaccination events");
    expect(table("dbs-parkinson").columns.some((c) => / (mean|SD|n|events|total)$/.test(c.title))).toBe(false);
  });
});

describe("sortLines", () => {
  const { lines, columns } = table("us-nkt");
  const weight = columns.find((column) => column.key === "weight");
  if (!weight) throw new Error("no weights");
  const weights = (sorted: typeof lines) => sorted.map(({ result }) => result.weight);

  it("sorts by number either way", () => {
    const ascending = weights([...sortLines(lines, weight, false)]);
    expect(ascending).toEqual(ascending.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
    expect(weights([...sortLines(lines, weight, true)])).toEqual(ascending.toReversed());
  });

  it("puts empty cells last either way", () => {
    const holed = lines.map((line, i) => (i === 2 ? { ...line, result: { ...line.result, weight: null } } : line));
    for (const descending of [true, false]) expect(sortLines(holed, weight, descending).at(-1)).toBe(holed[2]);
  });
});
