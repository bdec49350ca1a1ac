import { describe, expect, it } from "vitest";
import { readCsv } from "../data/readCsv";
import { readDataset, readOwn } from "../data/readDataset";
import { tidyTableOfRows } from "../data/tidyRows";
import { tidyTableOf } from "../data/tidyTable";
import type { OwnData } from "../model/ownData";
import type { Row } from "../model/study";
import { defaultAsked, questionOf } from "../state/selectors";
import { analyse } from "../worker/analyse";
import { bundled } from "../worker/bundledDataset";
import { resultsCsv } from "./resultsCsv";
import { resultsJson } from "./resultsJson";
import { tidyCsv } from "./tidyCsv";

const DATASETS = ["us-nkt", "p6-nausea", "antihistamines-cold", "dbs-parkinson", "bcg-tuberculosis", "nrt-smoking"];
const ORIGIN = { version: "1.0.0", link: "https://example.org/?view=forest", dataHash: "0123abcd" };

const dataset = bundled("bcg-tuberculosis");
const { descriptor } = dataset;
const analysis = analyse(dataset, questionOf(defaultAsked(dataset), descriptor));
const rowOf = (id: number): Row => dataset.rows.find((row) => row.id === id)!;

describe("tidyCsv", () => {
  it.each(DATASETS)("gives back the rows of %s when it is read", (id) => {
    const { rows } = bundled(id);
    const { dataset: again, errors } = readDataset({
      csv: tidyCsv(tidyTableOfRows(bundled(id))),
      fileName: "data.csv",
    });
    expect(errors).toEqual([]);
    expect(again?.rows).toEqual(rows);
  });

  it("gives back a reader's own table with hostile names, cell by cell", () => {
    const names = [
      '=HYPERLINK("http://x")',
      "+A1",
      "-2+3",
      "@SUM(A1)",
      "'=1",
      'a "b", c',
      "<script>",
      "Żółć\n통증",
      "O'Neil",
    ];
    const header = ["study", "m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i", "=note"];
    const table = { header, rows: names.map((name, i) => [name, "-1.50", "1", "20", `-${i}`, "1", "20", `-x${i}`]) };
    const file = tidyCsv(table);
    const read = readCsv(file);
    if ("error" in read) throw new Error(read.error.message);
    expect(tidyTableOf(read)).toEqual(table);
    expect(file).toContain("-1.50,");
    for (const line of file.split("\r\n")) expect(line).not.toMatch(/(^|,)"?[=@]/);
    const own: OwnData = {
      ...{ id: "1", name: "n", fileName: "f.csv", format: "tidy table", table: tidyTableOf(read) },
      ...{ described: {}, remedies: [], exported: [] },
    };
    expect(readOwn(own).dataset?.rows.map(({ studyId }) => studyId)).toEqual(names);
  });
});

describe("results", () => {
  it("hold every number of the answer at full precision, with model, data, version and link", () => {
    const findings = { smallStudy: { effects: null } };
    const json: unknown = JSON.parse(resultsJson({ analysis, descriptor, rowOf, view: "funnel", findings }, ORIGIN));
    const { overall, model } = analysis;
    expect(json).toMatchObject({
      version: "1.0.0",
      link: ORIGIN.link,
      data: { id: "bcg-tuberculosis", sha256: "0123abcd" },
      model,
      overall: { ...overall, asRatio: { estimate: Math.exp(overall!.mu), ciUb: Math.exp(overall!.ciUb) } },
      view: { name: "funnel", smallStudy: { effects: null } },
    });
    expect(json).toHaveProperty("studies.length", analysis.studies.length);
    expect(json).toHaveProperty("studies.0.id", rowOf(analysis.studies[0]!.rowId).slab);
    expect(json).toHaveProperty("studies.0.effect.yi", analysis.studies[0]!.effect!.yi);
  });

  it("make a CSV whose every line says what it is of", () => {
    const read = readCsv(resultsCsv(analysis, descriptor, rowOf, ORIGIN));
    if ("error" in read) throw new Error(read.error.message);
    const column = (name: string) => read.records.map(({ cells }) => cells[read.header.indexOf(name)]);
    expect(Number(column("yi").at(-1))).toBe(analysis.overall!.mu);
    expect(Number(column("Q.pval").at(-1))).toBe(analysis.overall!.heterogeneity!.pval);
    expect(new Set(column("link"))).toEqual(new Set([ORIGIN.link]));
    expect(new Set(column("data.sha256"))).toEqual(new Set(["0123abcd"]));
    expect(column("model")[0]).toContain(`method ${analysis.model.method}; test ${analysis.model.test}`);
  });
});
