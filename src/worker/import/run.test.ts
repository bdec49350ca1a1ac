import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { InspectChoice, Inspected } from "./protocol";
import { createImport } from "./run";
import { workbook } from "./workbookFixture";

const TIDY = "study,ai,n1i,ci,n2i\nLee 2019,4,50,9,51\nKim 2020,3,40,8,42\n";
const FOREIGN = "Author;VAS 1w mean T;VAS 1w SD T;N T;VAS 1w mean C;VAS 1w SD C;N C\nLee;3,1;1,2;50;4,0;1,4;51\n";

const file = (name: string, content: string | Uint8Array) => ({
  name,
  bytes: typeof content === "string" ? strToU8(content) : content,
});
const inspect = (files: Parameters<typeof file>[], choice: InspectChoice = {}): Promise<Inspected> =>
  createImport().inspect(
    files.map((args) => file(...args)),
    choice,
  );

describe("inspecting files", () => {
  it("reads a tidy table, its faults named by the rows of the file", async () => {
    const found = await inspect([["pain.csv", `${TIDY}\n\nBad,9,8,1,40\n`]]);
    if (found.kind !== "read") throw new Error(found.kind);
    expect(found.own).toMatchObject({ name: "pain", fileName: "pain.csv", format: "tidy table", remedies: [] });
    expect(found.reading.dataset?.rows).toHaveLength(2);
    expect(found.reading.errors).toMatchObject([{ code: "events-above-size", where: { row: 6 } }]);
  });

  it("describes a table by the datapackage.json beside it", async () => {
    const description = JSON.stringify({ name: "x" });
    const found = await inspect([
      ["datapackage.json", description],
      ["pain.csv", TIDY],
    ]);
    if (found.kind !== "refused") throw new Error(found.kind);
    expect(found.errors.map(({ where }) => where.column)).toEqual(["title", "resources", "understory"]);
  });

  it("asks for the mapping of a foreign table, and keeps it for the answer", async () => {
    const service = createImport();
    const found = await service.inspect([file("mine.csv", FOREIGN)], {});
    if (found.kind !== "map") throw new Error(found.kind);
    expect(found.tables).toMatchObject([{ name: "mine.csv", count: 1 }]);
    const { own, reading, preview } = await service.mapped(found.mapping, found.table);
    expect(reading.errors).toEqual([]);
    expect(own?.table.rows[0]).toContain("3.1");
    expect(preview.count).toBe(1);
    expect(preview.studies[0]).toMatchObject({ slab: "Lee", outcome: "VAS", timepoint: "1 week" });
    expect(preview.analysis?.overall?.k).toBe(1);
  });

  it("maps only those rows that a format kept", async () => {
    const header = "Covidence #,Study ID,Title,Reviewer Name,VAS mean T,VAS SD T,N T,VAS mean C,VAS SD C,N C";
    const by = (reviewer: string, mean: number) => `12,Lee 2019,A trial,${reviewer},${mean},1,50,4,1,51`;
    const content = [header, by("One", 3), by("Two", 2), by("Consensus", 3), ""].join("\n");
    const service = createImport();
    const found = await service.inspect([file("covidence.csv", content)], {});
    if (found.kind !== "map") throw new Error(found.kind);
    expect(found.tables).toMatchObject([{ count: 1, rows: [expect.arrayContaining(["Consensus"])] }]);
    const { preview } = await service.mapped(found.mapping, found.table);
    expect(preview.count).toBe(1);
  });

  it.each(["srdr-continuous", "covidence"])("maps the table that is left of an extraction: %s", async (name) => {
    const service = createImport();
    const text = readFileSync(`src/data/formats/extraction/fixtures/${name}.csv`, "utf8");
    const found = await service.inspect([file("extraction.csv", text)], {});
    if (found.kind !== "map") throw new Error(found.kind);
    expect(found.format).not.toBeNull();
    expect(found.tables[0]?.header).toEqual(found.mapping.columns.map(({ header }) => header));
    const { reading, preview } = await service.mapped(found.mapping, found.table);
    expect(reading.errors).toEqual([]);
    expect(preview.analysis?.overall).not.toBeNull();
  });

  it("lets a choice of mapping go before what the table looks like", async () => {
    const found = await inspect([["pain.csv", TIDY]], { format: "map" });
    if (found.kind !== "map") throw new Error(found.kind);
    expect(found.mapping.columns.map(({ role }) => role)).toEqual(["study", "ai", "n1i", "ci", "n2i"]);
  });

  it("asks which of several sheets is meant, and then reads that one", async () => {
    const cells = TIDY.trim()
      .split("\n")
      .map((line) => line.split(",").map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell)));
    const book = workbook({ Pain: cells, Nausea: cells, Notes: [["Only a remark"]] });
    expect(await inspect([["review.xlsx", book]])).toEqual({ kind: "sheets", names: ["Pain", "Nausea"] });
    const found = await inspect([["review.xlsx", book]], { sheet: "Nausea" });
    expect(found).toMatchObject({ kind: "read", own: { name: "review, Nausea", fileName: "review.xlsx" } });
    expect(await inspect([["review.xlsx", book]], { sheet: "Nowhere" })).toMatchObject({
      kind: "refused",
      errors: [{ code: "sheet-missing" }],
    });
  });

  it("opens an archive, and one within it", async () => {
    const inner = zipSync({ "a/results.csv": strToU8(TIDY) });
    const outer = zipSync({ "x/../../inner.zip": inner, "x/readme.html": strToU8("<p>Hello</p>") });
    expect(await inspect([["review.zip", outer]])).toMatchObject({ kind: "read", own: { name: "review" } });
    const deeper = zipSync({ "outer.zip": outer });
    expect(await inspect([["deep.zip", deeper]])).toMatchObject({
      kind: "refused",
      errors: [{ code: "archive-too-deep" }],
    });
  });

  it.each([
    ["nothing", "a.csv", "", "file-empty"],
    ["a PDF", "a.pdf", "%PDF-1.7", "foreign-file"],
    ["a pickle", "review.oma", "\x80\x02c__builtin__", "foreign-file"],
    ["R data", "dat.rda", "RDX3", "foreign-file"],
    ["broken JSON", "a.json", "{", "json-broken"],
    ["JSON of another kind", "a.json", "{}", "json-unknown"],
    ["no header", "a.csv", "Smith,12,50,9,51\nJones,1,2,1,2", "no-header"],
    ["an old workbook", "a.xls", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "foreign-file"],
    ["a text document", "a.zip", zipSync({ "word/document.xml": strToU8("<w/>") }), "foreign-file"],
    ["an empty archive", "a.zip", zipSync({}), "nothing-inside"],
    ["an archive of pictures", "a.zip", zipSync({ "a.png": new Uint8Array([0x89]) }), "nothing-inside"],
    ["a workbook without sheets", "a.xlsx", zipSync({ "xl/workbook.xml": strToU8("<x>") }), "workbook-broken"],
  ])("refuses %s with a message", async (_, name, content, code) => {
    const found = await inspect([[name, content]]);
    expect(found).toMatchObject({ kind: "refused", errors: [{ code }] });
  });

  it("tells of its progress", async () => {
    const phases: string[] = [];
    const archive = zipSync({ "results.csv": strToU8(TIDY) });
    await createImport().inspect([file("a.zip", archive)], {}, ({ phase }) => phases.push(phase));
    expect(phases).toEqual(["unpacking", "reading", "checking"]);
  });
});
