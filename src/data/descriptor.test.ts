import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDescriptor } from "./descriptor";
import { readDataset } from "./readDataset";

const folder = new URL("../../public/data/bcg-tuberculosis/", import.meta.url);
const text = readFileSync(new URL("datapackage.json", folder), "utf8");
const csv = readFileSync(new URL("trials.csv", folder), "utf8");

type Json = { [key: string]: Json } & Json[] & string;

/** The package with one change made to it. */
function changed(change: (json: Json) => void): string {
  const json = JSON.parse(text) as Json;
  change(json);
  return JSON.stringify(json);
}

describe("readDescriptor", () => {
  it("takes citation, DOI and typed columns from the package", () => {
    const { descriptor } = readDescriptor(text);
    expect(descriptor).toMatchObject({
      id: "bcg-tuberculosis",
      doi: "10.1001/jama.1994.03510330076038",
      licence: null,
    });
    expect(descriptor?.citation).toContain("JAMA 1994");
    expect(descriptor?.columns).toEqual([
      { name: "latitude", title: "Absolute latitude (degrees)", type: "number", riskOfBias: null },
      { name: "allocation", title: "Allocation", type: "category", riskOfBias: null },
    ]);
  });

  it("does without every optional part", () => {
    const optional = ["studyNoun", "publishedModel", "publishedFigures", "account"];
    const json = changed((p) => {
      for (const key of optional) delete p["understory"]![key];
      delete p["sources"];
    });
    expect(readDescriptor(json).descriptor).toMatchObject({
      citation: null,
      doi: null,
      studyNoun: { one: "study", many: "studies" },
      publishedModel: null,
      publishedFigures: [],
      account: { facts: [], sections: [] },
    });
  });

  it.each<[string, string, (json: Json) => void]>([
    ["no extras", "understory", (p) => delete p["understory"]],
    ["no title", "title", (p) => delete p["title"]],
    ["no data file", "resources", (p) => p["resources"]!.splice(0)],
    ["no outcome", "understory.outcomes", (p) => p["understory"]!["outcomes"]!.splice(0)],
    [
      "an unknown direction",
      "understory.outcomes.0.better",
      (p) => Object.assign(p["understory"]!["outcomes"]![0]!, { better: "up" }),
    ],
    ["an unknown kind", "understory.kind", (p) => Object.assign(p["understory"]!, { kind: "real" })],
    [
      "a level of 95",
      "understory.publishedModel.level",
      (p) => Object.assign(p["understory"]!["publishedModel"]!, { level: 95 }),
    ],
    [
      "an unlisted default",
      "understory.defaults.outcome",
      (p) => Object.assign(p["understory"]!["defaults"]!, { outcome: "Death" }),
    ],
    [
      "an unlisted figure",
      "understory.publishedFigures.0",
      (p) => Object.assign(p["understory"]!["publishedFigures"]![0]!, { timepoint: "Later" }),
    ],
  ])("names the place of %s", (_, place, change) => {
    const { descriptor, errors } = readDescriptor(changed(change));
    expect(descriptor).toBeNull();
    expect(errors).toMatchObject([{ code: "package-wrong", where: { column: place } }]);
  });

  it("refuses what is not JSON", () => {
    expect(readDescriptor("{").errors).toMatchObject([{ code: "package-not-json" }]);
    expect(readDescriptor("null").errors).toMatchObject([{ code: "package-wrong" }]);
  });
});

describe("a described file that differs from its description", () => {
  it("gains the outcome, comparator and column that only the file has, and says so", () => {
    const more = csv
      .trimEnd()
      .split(/\r?\n/)
      .map((line, i) => line + (i === 0 ? ",dose" : ",5"));
    more.push('"New",2001,"Death","End of follow-up","Placebo",1,10,2,10,3,"random",7');
    const { dataset, errors, notes } = readDataset({ csv: more.join("\n"), fileName: "t.csv", descriptorJson: text });
    expect(errors).toEqual([]);
    expect(notes.map(({ where }) => where.column)).toEqual(["outcome", "comparator", "column"]);
    expect(dataset!.descriptor.outcomes.map(({ name }) => name)).toEqual(["Tuberculosis", "Death"]);
    expect(dataset!.descriptor.columns.map(({ name }) => name)).toEqual(["latitude", "allocation", "dose"]);
  });

  it("opens on rows that it has", () => {
    const only = `study,outcome,timepoint,comparator,ai,n1i,ci,n2i\nA,Death,1 year,No vaccination,1,9,2,9`;
    const { dataset } = readDataset({ csv: only, fileName: "t.csv", descriptorJson: text });
    expect(dataset!.descriptor.defaults).toMatchObject({ outcome: "Death", timepoint: "1 year" });
  });

  it("keeps a row whose number column holds text, and says so", () => {
    const { dataset, errors, notes } = readDataset({
      csv: csv.replace(",44,", ",far north,"),
      fileName: "t.csv",
      descriptorJson: text,
    });
    expect(errors).toEqual([]);
    expect(dataset!.rows[0]?.columns["latitude"]).toBeNull();
    expect(notes).toMatchObject([{ code: "cell-ignored", where: { column: "latitude" } }]);
  });

  it("is refused with every fault when the description is wrong", () => {
    const { dataset, errors } = readDataset({ csv, fileName: "t.csv", descriptorJson: "[]" });
    expect(dataset).toBeNull();
    expect(errors.length).toBeGreaterThan(0);
  });
});
