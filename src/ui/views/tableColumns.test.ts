import { describe, expect, it } from "vitest";
import { SORT_KEYS } from "../../model/look";
import { defaultAsked, questionOf } from "../../state/selectors";
import { analyse } from "../../worker/analyse";
import { bundled } from "../../worker/bundledDataset";
import { rowOf } from "../rowOf";
import { linesWith, tableColumns } from "./tableColumns";

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

describe("linesWith", () => {
  const { lines, columns } = table("us-nkt");
  const found = (sought: string) => linesWith(lines, columns, sought).length;

  it("finds words in any cell, whatever their case", () => {
    const cervical = lines.filter(({ row }) => String(row.columns["level"]) === "Cervical").length;
    expect(cervical).toBeGreaterThan(0);
    expect(found("cerVICAL ")).toBeGreaterThanOrEqual(cervical);
    expect(found(lines[0]?.row.slab ?? "")).toBe(1);
  });

  it("finds a minus sign by a hyphen", () => {
    expect(found("-1.")).toBe(found("−1."));
    expect(found("-1.")).toBeGreaterThan(0);
  });

  it("keeps all for nothing sought, and none for what is nowhere", () => {
    expect(found("  ")).toBe(lines.length);
    expect(found("acupuncture in horses")).toBe(0);
  });
});

describe("the keys that columns are sorted by", () => {
  it.each(["us-nkt", "bcg-tuberculosis", "dbs-parkinson"])("are unique, and keys or columns of the data: %s", (id) => {
    const names = bundled(id).descriptor.columns.map(({ name }) => name);
    const { columns } = table(id);
    expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
    for (const { sortBy } of columns) if (sortBy !== null) expect([...SORT_KEYS, ...names]).toContain(sortBy);
  });
});
