import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openText } from "../open/openText";
import { readDataset, readOwn } from "../readDataset";
import { tidyTableOf } from "../tidyTable";
import type { OpenedFile } from "./format";
import { TIDY } from "./tidyFormat";

function opened(name: string, text: string | Uint8Array): OpenedFile {
  const file = openText(name, typeof text === "string" ? new TextEncoder().encode(text) : text);
  if (!("kind" in file)) throw new Error(file.error.message);
  return file;
}

const bundled = (id: string, file: string) => new Uint8Array(readFileSync(`public/data/${id}/${file}`));

describe("a tidy table", () => {
  it("is recognised by a complete set of columns, whatever else is there", () => {
    expect(TIDY.recognises([opened("a.csv", "study,yi,vi\nA,1,1")])).toBe(true);
    expect(TIDY.recognises([opened("a.csv", "study,yi\nA,1")])).toBe(false);
    expect(TIDY.recognises([opened("a.json", "{}")])).toBe(false);
  });

  it.each(["us-nkt", "dbs-parkinson", "bcg-tuberculosis"])("is described as on this site by %s’s own package", (id) => {
    const json = readFileSync(`public/data/${id}/datapackage.json`, "utf8");
    const csvName = (JSON.parse(json) as { resources: { path: string }[] }).resources[0]!.path;
    const csv = bundled(id, csvName);
    const read = TIDY.read([opened("datapackage.json", json), opened(csvName, csv)]);
    if (read.kind !== "tidy") throw new Error(read.kind);
    const kept = {
      id: "1",
      name: read.name ?? "Unnamed",
      fileName: csvName,
      format: read.format,
      described: read.described,
    };
    const own = readOwn({ ...kept, table: tidyTableOf(read.table), remedies: [], exported: [] });
    const site = readDataset({ csv, fileName: csvName, descriptorJson: json }).dataset!;
    expect(own.dataset?.rows).toEqual(site.rows);
    const { id: _, kind, ...descriptor } = own.dataset!.descriptor;
    expect(site.descriptor).toMatchObject(descriptor);
    expect(kind).toBe(site.descriptor.kind === "simulated" ? "simulated" : "own");
  });

  it("is refused with a description that is wrong", () => {
    const files = [opened("a.csv", "study,yi,vi\nA,1,1"), opened("datapackage.json", '{"name":"x"}')];
    const read = TIDY.read(files);
    if (read.kind !== "refused") throw new Error(read.kind);
    expect(new Set(read.errors.map(({ code }) => code))).toEqual(new Set(["package-wrong"]));
    expect(read.errors.map(({ where }) => where.column)).toEqual(["title", "resources", "understory"]);
  });
});
