import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COCHRANE } from "../../data/formats/cochrane/packageFormat";
import type { Format, OpenedFile } from "../../data/formats/format";
import { REVMAN5_CSV } from "../../data/formats/revman5/csvFormat";
import { REVMAN5_XML } from "../../data/formats/revman5/xmlFormat";
import { readCsv } from "../../data/readCsv";
import { readOwn } from "../../data/readDataset";
import { tidyTableOf } from "../../data/tidyTable";
import { auditAnalyses } from "./auditAnalyses";

// Files whose results R's metafor computed, by scripts/formats/cochranePackage.R, in the columns of each program.
const COCHRANE_FILES = new URL("../../data/formats/cochrane/fixtures/", import.meta.url);
const REVMAN5_FILES = new URL("../../data/formats/revman5/fixtures/", import.meta.url);

function opened(url: URL): OpenedFile {
  const name = url.pathname.split("/").at(-1) ?? "";
  const text = readFileSync(url, "utf8").replace(/^\uFEFF/, "");
  if (name.endsWith(".json")) return { kind: "json", name, value: JSON.parse(text) };
  if (name.endsWith(".rm5")) return { kind: "xml", name, text };
  const csv = readCsv(text);
  if ("error" in csv) throw new Error(csv.error.message);
  return { kind: "table", name, ...csv };
}

const inPackage = (pattern: RegExp) =>
  readdirSync(COCHRANE_FILES).flatMap((name) => (pattern.test(name) ? [opened(new URL(name, COCHRANE_FILES))] : []));
const inRevMan5 = (name: string) => [opened(new URL(name, REVMAN5_FILES))];

const FILES: readonly (readonly [name: string, format: Format, files: readonly OpenedFile[]])[] = [
  ["a package of specification 2.3", COCHRANE, inPackage(/^CD999999.*\.csv$/)],
  ["its JSON", COCHRANE, inPackage(/^CD999999.*\.json$/)],
  ["a package of specification 1", COCHRANE, inPackage(/^CD999998.*\.csv$/)],
  ["analyses of RevMan 5", REVMAN5_CSV, inRevMan5("review.csv")],
  ["a review of RevMan 5", REVMAN5_XML, inRevMan5("review.rm5")],
];

function audited(format: Format, files: readonly OpenedFile[]) {
  const read = format.read(files);
  if (read.kind !== "tidy") throw new Error(`read as ${read.kind}`);
  const { described, exported } = read;
  const own = { id: "1", name: "Review", fileName: "review", remedies: [], format: read.format };
  const { dataset } = readOwn({ ...own, described, exported, table: tidyTableOf(read.table) });
  return { exported, rows: auditAnalyses(dataset!, { exported }).rows };
}

describe.each(FILES)("%s", (_, format, files) => {
  const { exported, rows } = audited(format, files);

  it("has numbers of every analysis to compare", () => {
    expect(exported.length).toBeGreaterThan(2);
    expect(new Set(rows.map(({ analysis }) => analysis))).toEqual(new Set(exported.map(({ id }) => id)));
  });

  it("is equal or explained throughout, to 1e-6", () => {
    expect(rows.filter(({ verdict }) => verdict === "unexplained")).toEqual([]);
  });
});

it("explains Wald's p beside Hartung-Knapp intervals, and equals the test between subgroups", () => {
  const [, format, files] = FILES[0]!;
  const { rows } = audited(format, files);
  const explained = rows.filter(({ verdict }) => verdict === "explained");
  expect(new Set(explained.flatMap(({ reasons }) => reasons))).toEqual(new Set(["wald-p", "no-t-for-one"]));
  const difference = rows.filter(({ part }) => part.kind === "difference");
  expect(difference.map(({ quantity, verdict }) => [quantity, verdict])).toEqual(
    ["Q", "df", "pval", "I2"].map((quantity) => [quantity, "equal"]),
  );
});
