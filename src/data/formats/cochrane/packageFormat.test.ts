import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../readCsv";
import { readOwn } from "../../readDataset";
import { tidyTableOf } from "../../tidyTable";
import type { OpenedFile, ReadTidy } from "../format";
import { COCHRANE_ROWS } from "./dataRowsFormat";
import { COCHRANE_DTA } from "./dtaFormat";
import { COCHRANE } from "./packageFormat";

function opened(name: string): OpenedFile {
  const text = readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
  if (name.endsWith(".json")) return { kind: "json", name, value: JSON.parse(text) };
  return name.endsWith(".html") ? { kind: "text", name, text } : table(name, text);
}

function table(name: string, text: string): OpenedFile {
  const csv = readCsv(text);
  if ("error" in csv) throw new Error(csv.error.message);
  return { kind: "table", name, ...csv };
}

function read(files: readonly OpenedFile[], format = COCHRANE): ReadTidy {
  expect(format.recognises(files)).toBe(true);
  const reading = format.read(files);
  if (reading.kind !== "tidy") throw new Error(JSON.stringify(reading));
  return reading;
}

function datasetOf({ table: csv, described, exported, format }: ReadTidy) {
  const own = { id: "a", name: "Package", fileName: "x.zip", format, table: tidyTableOf(csv), described, remedies: [] };
  return readOwn({ ...own, exported });
}

const DATA = "CD999999-data-rows.csv";
const SETTINGS = "CD999999-overall-estimates-and-settings.csv";
const whole = [
  ...[DATA, SETTINGS, "CD999999-subgroup-estimates.csv", "CD999999-study-information.csv"].map(opened),
  opened("CD999999-data-package-info.html"),
];

describe("a Cochrane data package of specification 2.3", () => {
  const reading = read(whole);
  const { dataset, errors } = datasetOf(reading);

  it("gives an outcome for each analysis, its time taken from its name", () => {
    expect(errors).toEqual([]);
    const places = new Set(dataset?.rows.map((row) => [row.outcome, row.timepoint, row.comparator].join(" | ")));
    expect([...places]).toEqual([
      "Recovery | 3 months | Usual care",
      "Falls | within 12 months | Usual care",
      "Pain | 3 months | Usual care",
      "Pain | 12 months | Usual care",
      "Quality of life | 3 months | Usual care",
      "Death | End of study | Placebo",
      "Progression | End of study | Placebo",
      "Nausea | 6 weeks | Placebo",
    ]);
  });

  it("gives the numbers of each kind of data", () => {
    const of = (outcome: string, study: string) =>
      dataset?.rows.find((row) => row.outcome === outcome && row.studyId === study)?.data;
    expect(of("Falls", "Cole 2015")).toEqual({ kind: "counts", ai: 0, n1i: 25, ci: 0, n2i: 24 });
    expect(of("Pain", "Cole 2015")).toMatchObject({ kind: "means", m1i: 35.6, sd1i: 15.9, n1i: 25, m2i: 51.9 });
    expect(of("Death", "Hart 2012")).toEqual({ kind: "given", yi: -0.12, vi: 0.09 ** 2, n1i: 405, n2i: 399 });
    expect(of("Progression", "Gale 2008")).toEqual({
      kind: "given",
      yi: -11.2 / 31.4,
      vi: 1 / 31.4,
      n1i: 210,
      n2i: 212,
    });
  });

  it("keeps O−E, the short characteristics and the judgements as further columns", () => {
    const row = dataset?.rows.find(({ outcome, studyId }) => outcome === "Progression" && studyId === "Iver 2016");
    expect(row?.columns).toMatchObject({
      "O-E": 2.3,
      "Variance of O-E": 17.9,
      Analysis: "2.2",
      Intervention: "Drug A",
      Setting: "Hospital",
      "Overall bias": "High risk",
    });
    expect(row?.columns).not.toHaveProperty("Methods");
    expect(dataset?.descriptor.columns.find(({ name }) => name === "Overall bias")).toEqual({
      name: "Overall bias",
      title: "Overall risk of bias",
      type: "category",
      riskOfBias: "overall",
    });
  });

  it("tells measures and directions as the review has them", () => {
    const { outcomes = [] } = reading.described;
    expect(outcomes.map(({ name, measure, better }) => [name, measure, better])).toEqual([
      ["Recovery", "OR", "higher"],
      ["Falls", "RR", "lower"],
      ["Pain", "MD", "lower"],
      ["Quality of life", "SMD", "higher"],
      ["Death", "GEN", "lower"],
      ["Progression", "GEN", "lower"],
      ["Nausea", "PETO", "lower"],
    ]);
    expect(outcomes.find(({ name }) => name === "Death")?.given).toEqual({
      name: "hazard ratio",
      short: "HR",
      scale: "log",
    });
  });

  it("says what the package says of itself", () => {
    expect(reading.format).toBe("Cochrane data package 2.3");
    expect(reading.described).toMatchObject({
      title: "Exercise & drug A for pain",
      doi: "10.1002/14651858.CD999999",
      arms: { intervention: "intervention", control: "control" },
    });
    expect(reading.described.provenance).toContain("CD999999");
  });

  it("keeps the exported results with their settings", () => {
    const pain = reading.exported.find(({ id }) => id === "1.3");
    expect(pain).toMatchObject({ name: "Pain at 3 months", program: "RevMan Web" });
    expect(pain?.settings).toEqual({
      measure: "MD",
      measureName: "Mean Difference",
      weighting: "IV",
      model: "random",
      estimator: "REML",
      ciMethod: "HKSJ",
      level: 0.95,
      swapEvents: false,
      hasOverall: true,
      hasSubgroups: true,
    });
    expect(pain?.overall).toMatchObject({ estimate: -6.4441194962258654, tau2: 10.086983748759675, df: 5 });
    expect(pain?.subgroups.map(({ name, result }) => [name, result.df])).toEqual([
      ["Supervised", 2],
      ["At home", 1],
      ["By telephone", 0],
    ]);
    expect(pain?.difference?.Q).toBe(4.3529483156479856);
    expect(reading.exported.map(({ settings }) => [settings.weighting, settings.model])).toEqual([
      ["MH", "common"],
      ["IV", "random"],
      ["IV", "random"],
      ["IV", "random"],
      ["IV", "random"],
      ["IV", "common"],
      ["Peto", "common"],
      ["Peto", "common"],
    ]);
  });
});

describe("other shapes of a package", () => {
  const fromCsv = read(whole);

  it("reads the same from the JSON where there are no CSV files", () => {
    const fromJson = read([opened("CD999999-analysis-data.json")]);
    const rowsOf = (reading: ReadTidy) => datasetOf(reading).dataset?.rows.map(({ slab, data }) => [slab, data]);
    expect(rowsOf(fromJson)).toEqual(rowsOf(fromCsv));
    expect(fromJson.described.outcomes).toEqual(fromCsv.described.outcomes);
    for (const [i, { overall, subgroups, difference, settings }] of fromJson.exported.entries()) {
      const csv = fromCsv.exported[i]!;
      expect(overall?.estimate).toBeCloseTo(csv.overall!.estimate!, 12);
      expect(overall?.I2).toBeCloseTo(csv.overall!.I2!, 10);
      expect(subgroups.length).toBe(csv.subgroups.length);
      expect(difference?.df).toBe(csv.difference?.df);
      expect(settings).toEqual({ ...csv.settings, measureName: settings.measureName });
    }
    const overall = fromJson.table.header.indexOf("Overall bias");
    expect(new Set(fromJson.table.records.map(({ cells }) => cells[overall]))).toEqual(
      new Set(["Low risk", "Some concerns", "High risk"]),
    );
  });

  it("reads specification 1, in which 0.0 stands for blank", () => {
    const reading = read(["CD999998-data-rows.csv", "CD999998-overall-estimates-and-settings.csv"].map(opened));
    expect(reading.format).toBe("Cochrane data package 1");
    expect(reading.table.header).not.toContain("m1i");
    expect(reading.table.header).not.toContain("O-E");
    const falls = reading.exported[1]!;
    expect(falls.settings).toMatchObject({ estimator: null, ciMethod: "Wald", level: 0.95 });
    expect(falls.overall).toMatchObject({ tau2: 0.83505098032057101, df: 3 });
    expect(falls.difference).toBeNull();
    expect(datasetOf(reading).dataset?.rows.length).toBe(12);
  });

  it("reads data rows alone, guessing what their settings would say", () => {
    expect(COCHRANE.recognises([opened(DATA)])).toBe(false);
    const reading = read([opened(DATA)], COCHRANE_ROWS);
    const { dataset } = datasetOf(reading);
    expect(dataset?.rows.length).toBe(datasetOf(fromCsv).dataset?.rows.length);
    expect(reading.exported).toEqual([]);
    expect(reading.described.outcomes?.find(({ name }) => name === "Death")?.given?.scale).toBe("log");
    expect(reading.notes.map(({ code }) => code)).toContain("settings-missing");
  });

  it("joins judgements from a file of their own, by study or by result", () => {
    const rows = table(
      "data-rows.csv",
      `Analysis group,Analysis number,Analysis name,Study,Experimental cases,Experimental N,Control cases,Control N
1,1,Death,A 2001,1,10,2,10\n1,2,Pain,A 2001,3,10,4,10`,
    );
    const byResult = table(
      "risk-of-bias.csv",
      `Study,Outcome,Data type,Effect measure,Domain (judgement): Missing data,Domain (support): Missing data
A 2001,Death,Dichotomous,,High risk,x\nA 2001,Pain,Dichotomous,,Not applicable,y`,
    );
    const { header, records } = read([rows, byResult], COCHRANE_ROWS).table;
    expect(records.map(({ cells }) => cells[header.indexOf("Missing data")])).toEqual(["High risk", ""]);
  });

  it("leaves out what is not estimable, and rows of subgroups alone, with a note", () => {
    const rows = table(
      "data-rows.csv",
      `Analysis group,Analysis number,Analysis name,Subgroup,Applicability,Study,Experimental mean,Experimental SD,Experimental N,Control mean,Control SD,Control N
1,1,Pain,,OVERALL,A 2001,1,2,10,2,2,10\n1,1,Pain,Men,SUBGROUP,A 2001,1,2,5,2,2,5\n1,1,Pain,,OVERALL,B 2002,1,0,10,2,0,10`,
    );
    const reading = read([rows], COCHRANE_ROWS);
    expect(reading.table.records.map(({ row }) => row)).toEqual([2]);
    expect(reading.notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["not-estimable", "subgroup-rows", "direction-unknown"]),
    );
  });

  it("keeps analyses 1.1 and 1.10 apart", () => {
    const rows = table(
      "data-rows.csv",
      `Analysis group,Analysis number,Analysis name,Study,Experimental cases,Experimental N,Control cases,Control N
1,1,Death,A 2001,1,10,2,10\n1,10,Pain,B 2002,3,10,4,10`,
    );
    const { dataset } = datasetOf(read([rows], COCHRANE_ROWS));
    expect(dataset?.rows.map(({ columns }) => columns["Analysis"])).toEqual(["1.1", "1.10"]);
  });

  it("numbers an outcome that another analysis has taken", () => {
    const rows = table(
      "data-rows.csv",
      `Analysis group,Analysis number,Analysis name,Study,Experimental cases,Experimental N,Control cases,Control N
1,1,Death,A 2001,1,10,2,10\n2,1,Death,B 2002,3,10,4,10`,
    );
    const reading = read([rows], COCHRANE_ROWS);
    expect(reading.table.records.map(({ cells }) => cells[2])).toEqual(["Death", "Death (2.1)"]);
  });

  it("declines diagnostic accuracy with the reason", () => {
    const tests = [table("CD1-study-test-data.csv", "Study,Test,TP,FP,FN,TN\nA 2001,MRI,1,2,3,4")];
    expect(COCHRANE_DTA.recognises(tests)).toBe(true);
    expect(COCHRANE_DTA.recognises(whole)).toBe(false);
    expect(COCHRANE_DTA.read(tests)).toMatchObject({ kind: "refused", errors: [{ code: "diagnostic-accuracy" }] });
  });
});
