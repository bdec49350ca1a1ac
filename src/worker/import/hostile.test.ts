import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { LIMITS } from "../../data/open/limits";
import type { Inspected } from "./protocol";
import { createImport } from "./run";
import { workbook } from "./workbookFixture";

/** Opens a file and, where it asks for a mapping, takes its guess: every way that a file can go without a reader. */
async function ends(name: string, content: string | Uint8Array): Promise<Inspected> {
  const service = createImport();
  const bytes = typeof content === "string" ? strToU8(content) : content;
  const found = await service.inspect([{ name, bytes }], {});
  if (found.kind === "refused") expect(found.errors[0]?.message).not.toBe("");
  if (found.kind === "map") {
    const { reading } = await service.mapped(found.mapping, found.table);
    if (!reading.dataset) expect(reading.errors[0]?.message).not.toBe("");
  }
  return found;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const codesOf = (found: Inspected) => (found.kind === "refused" ? found.errors.map(({ code }) => code) : [found.kind]);
const ENDINGS = ["csv", "tsv", "txt", "xlsx", "zip", "json", "xml", "rm5", "html", "svg", ""];
const ending = fc.constantFrom(...ENDINGS);

describe("any file ends in data or in messages", () => {
  it("of random bytes", async () => {
    const start = fc.constantFrom("", "PK\u0003\u0004", "<?xml ", "{", "study,yi,vi\n", "\u00ff\u00fe");
    await fc.assert(
      fc.asyncProperty(ending, start, fc.uint8Array({ maxLength: 400 }), async (end, first, bytes) => {
        await ends(`a.${end}`, Uint8Array.from([...strToU8(first, true), ...bytes]));
      }),
      { numRuns: 500 },
    );
  });

  it("of random cells under names that mean something", async () => {
    const headers = ["study", "yi", "vi", "ai", "n1i", "ci", "n2i", "T", "R", "N", "D1", "Overall", "GIV Mean", "TE"]
      .concat(["condition_arm1", "Covidence #", "event.e", "Comparison Number", "Events 1", "__proto__", "constructor"])
      .concat(["Study", "Experimental cases", "Mean", "SD", "T.1", "N.1", "R.1", "Extraction ID", "Citation Name"]);
    const cell = fc.oneof(fc.constantFrom("", "1", "-2.5", "Low", "Placebo", "__proto__", "=1+1"), fc.string());
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(headers, { minLength: 2 }),
        fc.array(fc.array(cell, { maxLength: headers.length }), { maxLength: 5 }),
        async (header, rows) => {
          await ends("a.csv", [header, ...rows].map((row) => row.map(quoted).join(",")).join("\n"));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("of archives and workbooks with bytes changed or cut off", async () => {
    const table = strToU8("study,yi,vi\nLee,1,1\n");
    const whole = [
      zipSync({ "a/b.csv": table, "c.json": strToU8("{}") }),
      workbook({
        A: [
          ["study", "yi", "vi"],
          ["Lee", 1, 1],
        ],
      }),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...whole),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
        fc.option(fc.nat()),
        async (archive, changes, cut) => {
          const bytes = Uint8Array.from(archive);
          for (const [place, value] of changes) bytes[place % bytes.length] = value;
          await ends("a.zip", cut === null ? bytes : bytes.subarray(0, cut % bytes.length));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("of sheets built in any way", async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<row r="3">',
        "<row>",
        "</row>",
        "<c>",
        '<c r="B2">',
        '<c r="A1" t="s">',
        "</c>",
        "<v>7</v>",
        "<v>",
      ),
      fc.constantFrom('<c r="XFD1">', '<row r="1e9">', "<is><t>study</t></is>", "&lol;", "</sheetData>", "<sheetData>"),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
        await ends("a.xlsx", withSheet(`<worksheet><sheetData>${pieces.join("")}</sheetData></worksheet>`));
      }),
      { numRuns: 300 },
    );
  });
});

describe("a small file that would fill the memory", () => {
  it("is left packed where it unpacks to more than is allowed", async () => {
    const zeros = new Uint8Array(60_000_000);
    const bomb = zipSync(Object.fromEntries(["a", "b", "c", "d"].map((name) => [`${name}.csv`, zeros])));
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(codesOf(await ends("bomb.zip", bomb))).toEqual(["archive-too-large"]);
    const nested = zipSync({ "x.zip": bomb, "y.zip": bomb });
    expect(codesOf(await ends("bomb.zip", nested))).toContain("archive-too-large");
  });

  it("is left packed where its directory lies about sizes", async () => {
    const archive = zipSync({ "a.csv": new Uint8Array(100_000) });
    const directory = archive.length - 22 - 46 - "a.csv".length;
    const view = new DataView(archive.buffer);
    expect(view.getUint32(directory, true)).toBe(0x02014b50);
    for (const size of [10, 150_000_000]) {
      view.setUint32(directory + 24, size, true);
      expect(codesOf(await ends("a.zip", archive))).toEqual(["archive-broken"]);
    }
  });

  it("is refused with thousands of files", async () => {
    const many = zipSync(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`${i}.csv`, strToU8("a,b")])));
    expect(codesOf(await ends("many.zip", many))).toEqual(["archive-too-large"]);
  });

  it.each([
    ["a row far away", '<row r="999999999"><c r="A999999999"><v>1</v></c></row>'],
    ["a row told by an exponent", '<row r="1e12"><c r="A1"><v>1</v></c></row>'],
    ["a row in disguise", '<row r="&#57;99999999"><c r="A1"><v>1</v></c></row>'],
    [
      "a last cell in the last column and row",
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r='99999'><c r='XFD99999'><v>1</v></c></row>",
    ],
  ])("is refused as a workbook with %s", async (_, rows) => {
    const sheet = withSheet(`<worksheet><sheetData>${rows}</sheetData></worksheet>`);
    expect(codesOf(await ends("a.xlsx", sheet))).toEqual(["workbook-too-large"]);
  });

  it("is read as what it is where it is XML of deep elements or of entities", async () => {
    const entities = Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");
    const laughs = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "lol">${entities}]><REVIEW>&l10;</REVIEW>`;
    const deep = `<?xml version="1.0"?>${"<a>".repeat(500_000)}`;
    for (const xml of [laughs, deep, `${deep}${"</a>".repeat(500_000)}`]) {
      expect(await seconds(() => ends("a.rm5", xml))).toBeLessThan(5);
      expect(await seconds(() => ends("a.xlsx", withSheet(xml)))).toBeLessThan(5);
    }
  });

  it("is refused where JSON is nested a million deep", async () => {
    const found = await ends("a.json", `${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}`);
    expect(found.kind).toBe("refused");
  });
});

describe("a large file", () => {
  // Measured at 0.3 to 1.5 s; the limit leaves room for a busy machine.
  const LIMIT = 5;

  it("of a million rows is refused in time", async () => {
    const row = "Study of something 2004,Pain,1 week,Placebo,12,100,15,101\n";
    const text = `study,outcome,timepoint,comparator,ai,n1i,ci,n2i\n${row.repeat(1_000_000)}`;
    const bytes = strToU8(text);
    let found: Inspected | undefined;
    expect(
      await seconds(async () => {
        found = await ends("big.csv", bytes);
      }),
    ).toBeLessThan(LIMIT);
    expect(found).toMatchObject({ kind: "refused", errors: [{ message: expect.stringContaining("100,000 rows") }] });
  });

  it("of ten thousand columns is refused in time", async () => {
    const header = Array.from({ length: 10_000 }, (_, i) => `column ${i}`).join();
    const text = `${header}\n${`${Array(10_000).fill("1").join()}\n`.repeat(400)}`;
    let found: Inspected | undefined;
    expect(
      await seconds(async () => {
        found = await ends("wide.csv", text);
      }),
    ).toBeLessThan(LIMIT);
    expect(found).toMatchObject({ kind: "refused", errors: [{ code: "table-too-large" }] });
  });

  it.each([
    ["of nothing but separators", ",".repeat(60_000_000)],
    ["of nothing but quotes", `a,b\n${'"'.repeat(20_000_000)}`],
    ["with a quote that is never closed", `study,yi,vi\n"${"Lee,1,1\n".repeat(90_000)}`],
    ["of one line without a separator", "x".repeat(60_000_000)],
    ["of blank lines", "\n".repeat(4_000_000)],
    ["larger than any text that is read", "x".repeat(LIMITS.text + 1)],
  ])("%s ends in time", async (_, text) => {
    const bytes = strToU8(text);
    expect(await seconds(() => ends("a.csv", bytes))).toBeLessThan(LIMIT);
  });

  it("with as many columns as can be read is guessed and mapped in time", async () => {
    const header = ["study", ...Array.from({ length: 1999 }, (_, i) => `scale ${i} mean ${i % 2 ? "t" : "c"}`)];
    const text = [header, ...Array.from({ length: 20 }, (_, r) => header.map((_, c) => (c ? r + c : `S${r}`)))]
      .map((cells) => cells.join())
      .join("\n");
    expect(await seconds(() => ends("wide.csv", text))).toBeLessThan(LIMIT);
  });
});

it("keeps hostile names as the texts that they are", async () => {
  const names = ["__proto__", "constructor", "<img src=x onerror=alert(1)>", "=HYPERLINK(1)", "../../x", "\u202Egpj"];
  const rows = names.map((name) => `"${name}","${name}","${name}","${name}",1,9,2,9,"${name}"`);
  const found = await ends(
    "__proto__.csv",
    `study,outcome,timepoint,comparator,ai,n1i,ci,n2i,toString\n${rows.join("\n")}`,
  );
  if (found.kind !== "read") throw new Error(found.kind);
  expect(found.reading.dataset?.rows.map(({ outcome }) => outcome)).toEqual(names);
  expect(found.own.name).toBe("__proto__");
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

/** A workbook with the sheet's XML as given. */
function withSheet(xml: string): Uint8Array {
  return zipSync({
    "xl/workbook.xml": strToU8('<workbook><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    "xl/_rels/workbook.xml.rels": strToU8(
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    "xl/worksheets/sheet1.xml": strToU8(xml),
  });
}
