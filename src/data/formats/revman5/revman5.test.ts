import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../readCsv";
import { readOwn } from "../../readDataset";
import { tidyTableOf } from "../../tidyTable";
import type { Format, OpenedFile, ReadTidy } from "../format";
import { REVMAN5_CSV } from "./csvFormat";
import { isShownAsRatio } from "./effectScale";
import { parseXml } from "./xml";
import { REVMAN5_XML } from "./xmlFormat";

const textOf = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");

function csvFile(text: string): OpenedFile {
  const csv = readCsv(text);
  if ("error" in csv) throw new Error(csv.error.message);
  return { kind: "table", name: "review.csv", ...csv };
}

function read(format: Format, file: OpenedFile): ReadTidy {
  expect(format.recognises([file])).toBe(true);
  const reading = format.read([file]);
  if (reading.kind !== "tidy") throw new Error(JSON.stringify(reading));
  return reading;
}

function rowsOf({ table, described, exported, format }: ReadTidy) {
  const own = {
    id: "a",
    name: "R",
    fileName: "x",
    format,
    table: tidyTableOf(table),
    described,
    exported,
    remedies: [],
  };
  const { dataset, errors } = readOwn(own);
  expect(errors).toEqual([]);
  return dataset?.rows ?? [];
}

const fromCsv = read(REVMAN5_CSV, csvFile(textOf("review.csv")));
const fromXml = read(REVMAN5_XML, { kind: "xml", name: "review.rm5", text: textOf("review.rm5") });

describe.each([
  ["CSV", fromCsv],
  ["XML", fromXml],
])("a RevMan 5 review as %s", (_, reading) => {
  const rows = rowsOf(reading);
  const of = (outcome: string, study: string) =>
    rows.find((row) => row.outcome === outcome && row.studyId === study)?.data;

  it("gives the numbers of each kind of data", () => {
    expect(rows.length).toBe(21);
    expect(of("Recovery", "Brook 2013")).toEqual({ kind: "counts", ai: 33, n1i: 60, ci: 27, n2i: 58 });
    expect(of("Pain", "Cole 2015")).toMatchObject({ kind: "means", m1i: 35.6, sd2i: 17.2, n2i: 24 });
    expect(of("Progression", "Hart 2012")).toMatchObject({ kind: "given", yi: -6.75 / 52.1, vi: 1 / 52.1 });
  });

  it("puts generic inverse variance on the log scale where it is shown as ratios", () => {
    const death = of("Death", "Iver 2016");
    expect(death?.kind === "given" && death.yi).toBeCloseTo(-0.42, 12);
    expect(death?.kind === "given" && death.vi).toBeCloseTo(0.21 ** 2, 12);
    expect(reading.described.outcomes?.find(({ name }) => name === "Death")?.given?.scale).toBe("log");
  });

  it("keeps years, subgroups, comparators and directions", () => {
    expect(rows.filter(({ outcome }) => outcome === "Pain").map(({ columns }) => columns["Subgroup"])).toEqual([
      ...["Supervised", "Supervised", "Supervised", "At home", "At home", "By telephone"],
    ]);
    expect(rows[0]).toMatchObject({ year: 2011, comparator: "Usual care", timepoint: "3 months" });
    expect(reading.described.outcomes?.map(({ better }) => better)).toEqual([
      ...["higher", "lower", "lower", "lower", "lower"],
    ]);
  });

  it("keeps the exported results: heterogeneity apart from the subgroup test", () => {
    const pain = reading.exported.find(({ id }) => id === "1.3");
    expect(pain?.overall).toMatchObject({ Q: 8.6208731710167843, df: 5, tau2: 10.837702754586237 });
    expect(pain?.difference).toMatchObject({ Q: 3.6805429451426326, df: 2 });
    expect(pain?.subgroups.map(({ name }) => name)).toEqual(["Supervised", "At home", "By telephone"]);
    expect(pain?.settings).toMatchObject({ model: "random", estimator: null, ciMethod: "Wald", hasSubgroups: true });
    expect(reading.exported.map(({ settings }) => [settings.measure, settings.weighting])).toEqual([
      ["OR", "MH"],
      ["RR", "IV"],
      ["MD", "IV"],
      ["GEN", "IV"],
      ["GEN", "Peto"],
    ]);
    expect(reading.exported[0]!.difference).toBeNull();
  });
});

describe("the .rm5 file", () => {
  it("has a title and judgements by study", () => {
    expect(fromXml.described.title).toBe("Exercise & drug A for pain");
    const faro = rowsOf(fromXml).find(({ studyId }) => studyId === "Faro 2021");
    expect(faro?.columns).toMatchObject({ "Allocation concealment (selection bias)": "Unclear risk" });
  });

  it.each([
    ["broken", "<COCHRANE_REVIEW><COMPARISON></COCHRANE_REVIEW>", "xml-broken"],
    ["cut short", textOf("review.rm5").slice(0, 5000), "xml-broken"],
    ["deep", `<COCHRANE_REVIEW>${"<a>".repeat(1e5)}`, "xml-too-large"],
    [
      "a billion laughs",
      `<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;">]><COCHRANE_REVIEW>&m;</COCHRANE_REVIEW>`,
      "xml-entities",
    ],
    ["empty", "<COCHRANE_REVIEW/>", "no-usable-rows"],
  ])("%s is refused in words", (_, text, code) => {
    const file: OpenedFile = { kind: "xml", name: "x.rm5", text };
    expect(REVMAN5_XML.recognises([file])).toBe(true);
    expect(REVMAN5_XML.read([file])).toMatchObject({ kind: "refused", errors: [{ code }] });
  });

  it("expands no entity but XML's own", () => {
    const root = parseXml('<a b="1 &lt; 2">x &amp; y &other;</a>');
    expect("fault" in root ? root : [root.attributes.get("b"), root.text]).toEqual(["1 < 2", "x & y &other;"]);
  });
});

describe("isShownAsRatio", () => {
  it("tells by the limits", () => {
    const upper = (on: (half: number) => number) => [{ shown: 2, se: 0.3, ciUb: on(1.959963984540054 * 0.3) }];
    expect(isShownAsRatio(upper((half) => 2 + half))).toBe(false);
    expect(isShownAsRatio(upper((half) => 2 * Math.exp(half)))).toBe(true);
    expect(isShownAsRatio([{ shown: 2, se: null, ciUb: 3 }])).toBeNull();
  });
});
