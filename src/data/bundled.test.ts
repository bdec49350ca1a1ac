import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDescriptor } from "./descriptor";
import { readDataset } from "./readDataset";

const FOLDER = new URL("../../public/data/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, FOLDER), "utf8");
const ids = readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

const ROWS: Readonly<Record<string, number>> = {
  "antihistamines-cold": 68,
  "bcg-tuberculosis": 13,
  "dbs-parkinson": 82,
  "nrt-smoking": 136,
  "p6-nausea": 16,
};

it("bundles the default dataset and the five published ones", () => {
  expect(ids.sort()).toEqual([...Object.keys(ROWS), "us-nkt"].sort());
});

describe.each(ids)("%s", (id) => {
  const json = read(`${id}/datapackage.json`);
  const { descriptor, dataPath, errors } = readDescriptor(json);

  it("has a valid description, named like its folder", () => {
    expect(errors).toEqual([]);
    expect(descriptor?.id).toBe(id);
    expect(descriptor?.doi).toMatch(/^10\.\d{4}/);
    expect(dataPath).toBe("trials.csv");
  });

  it("loads without an error, all of it described", () => {
    const reading = readDataset({ csv: read(`${id}/trials.csv`), fileName: "trials.csv", descriptorJson: json });
    expect(reading.errors).toEqual([]);
    expect(reading.notes).toEqual([]);
    if (id in ROWS) expect(reading.dataset?.rows).toHaveLength(ROWS[id]!);
    expect(reading.dataset?.descriptor).toEqual(descriptor);
  });

  it("lists in its schema the columns of its file, in order", () => {
    const { fields } = JSON.parse(json).resources[0].schema as { fields: { name: string }[] };
    const header = read(`${id}/trials.csv`).split(/\r?\n/)[0]!.replaceAll('"', "").split(",");
    expect(fields.map(({ name }) => name)).toEqual(header);
  });
});

it("labels the studies that come more than once", () => {
  const reading = readDataset({
    csv: read("nrt-smoking/trials.csv"),
    fileName: "trials.csv",
    descriptorJson: read("nrt-smoking/datapackage.json"),
  });
  const slabs = reading.dataset!.rows.map(({ slab }) => slab);
  expect(slabs.filter((slab) => slab.startsWith("Moolchan"))).toEqual(["Moolchan 2005, gum", "Moolchan 2005, patch"]);
  expect(new Set(slabs).size).toBe(136);
});
