import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDataset } from "./readDataset";

const COUNTS = "study,outcome,timepoint,comparator,ai,n1i,ci,n2i";
const TABLE = `${COUNTS}\nMüller 2001,Pain,1 week,Sham,5,50,9,51\n`;
const read = (csv: string | Uint8Array) => readDataset({ csv, fileName: "mine.csv" });
const rowsOf = (csv: string | Uint8Array) => {
  const { dataset, errors } = read(csv);
  expect(errors).toEqual([]);
  return dataset!.rows;
};

/** UTF-16 bytes of a text, low or high byte first. */
function utf16(text: string, highFirst: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), !highFirst);
  return bytes;
}

describe("encodings", () => {
  it.each([
    ["UTF-8", new TextEncoder().encode(TABLE)],
    ["UTF-8 with BOM", new TextEncoder().encode(`\uFEFF${TABLE}`)],
    ["UTF-16 LE with BOM", utf16(`\uFEFF${TABLE}`, false)],
    ["UTF-16 BE with BOM", utf16(`\uFEFF${TABLE}`, true)],
    ["UTF-16 LE without BOM", utf16(TABLE, false)],
    ["UTF-16 BE without BOM", utf16(TABLE, true)],
    ["windows-1252", Uint8Array.from(TABLE, (letter) => letter.charCodeAt(0))],
  ])("reads %s", (_, bytes) => {
    expect(rowsOf(bytes)[0]).toMatchObject({ slab: "Müller 2001", data: { ai: 5, n1i: 50, ci: 9, n2i: 51 } });
  });
});

describe("separators and decimals", () => {
  const data = { kind: "means", m1i: -1.5, sd1i: 0.25, n1i: 20, m2i: 2, sd2i: 1, n2i: 21 };
  it.each([
    ["semicolons and decimal commas", "study;m1i;sd1i;n1i;m2i;sd2i;n2i\nA;-1,5;0,25;20;2;1;21"],
    ["tabs and decimal commas", "study\tm1i\tsd1i\tn1i\tm2i\tsd2i\tn2i\nA\t-1,5\t0,25\t20\t2\t1\t21"],
    ["semicolons and decimal points", "study;m1i;sd1i;n1i;m2i;sd2i;n2i\nA;-1.5;.25;20;2;1;21"],
    ["Excel’s separator line", "sep=;\r\nstudy;m1i;sd1i;n1i;m2i;sd2i;n2i\r\nA;-1,5;0,25;20;2;1;21\r\n"],
    ["a true minus sign", "study,m1i,sd1i,n1i,m2i,sd2i,n2i\nA,−1.5,2.5e-1,20,2,1,21"],
    ["other spellings of the header", "\uFEFF Study , M1i,SD_1i,n.1i,m2I,sd 2i,N2i\nA,-1.5,0.25,20,2,1,21"],
    ["quotes, blank lines and another order", '"n2i","study",m1i,sd1i,n1i,m2i,sd2i\n\n21,"A",-1.5,0.25,20,2,1\n\n'],
  ])("reads %s", (_, csv) => {
    expect(rowsOf(csv)).toMatchObject([{ slab: "A", data }]);
  });

  it("does not take a comma for a decimal where a column also has points", () => {
    const { errors } = read("study;m1i;sd1i;n1i;m2i;sd2i;n2i\nA;1,5;1;9;2;1;9\nB;1.5;1;9;2;1;9");
    expect(errors).toMatchObject([{ code: "unclear-number", where: { row: 2, column: "m1i", value: "1,5" } }]);
  });

  it("counts rows as a spreadsheet does, blank lines and line breaks in cells included", () => {
    const { errors } = read(`${COUNTS}\n"A\nB",Pain,1 week,Sham,5,50,9,51\n\nC,Pain,1 week,Sham,x,50,9,51`);
    expect(errors[0]?.where.row).toBe(4);
  });

  it("fills rows that end early, and says so", () => {
    const { dataset, notes } = read(
      `${COUNTS},country,year\nA,Pain,1 week,Sham,5,50,9,51\nB,Pain,1 week,Sham,5,50,9,51,NZ,2004`,
    );
    expect(dataset?.rows.map(({ columns, year }) => [columns["country"], year])).toEqual([
      [null, null],
      ["NZ", 2004],
    ]);
    expect(notes.map(({ code }) => code)).toContain("cells-not-given");
  });
});

describe("given effects", () => {
  const given = (header: string, row: string) => rowsOf(`study,${header}\nA,${row}`)[0]?.data;

  it("take their variance from vi, sei, or the 95% limits", () => {
    expect(given("yi,vi", "0.5,0.04")).toEqual({ kind: "given", yi: 0.5, vi: 0.04, n1i: null, n2i: null });
    expect(given("yi,sei,n1i,n2i", "0.5,0.2,9,8")).toMatchObject({ vi: 0.2 ** 2, n1i: 9, n2i: 8 });
    const half = 1.959963984540054 * 0.2;
    expect(given("yi,ci.lb,ci.ub", `0.5,${0.5 - half},${0.5 + half}`)).toMatchObject({ vi: expect.closeTo(0.04, 12) });
  });

  it("with a skewed interval are kept and remarked on", () => {
    const { dataset, notes } = read("study,yi,ci.lb,ci.ub\nA,0.8,0.5,1.28");
    expect(dataset?.rows).toHaveLength(1);
    expect(notes.map(({ code }) => code)).toContain("interval-skewed");
  });

  it("stand back where the arms are complete", () => {
    const { dataset, notes } = read(`${COUNTS},yi,vi\nA,Pain,1 week,Sham,5,50,9,51,-0.6,0.3`);
    expect(dataset?.rows[0]?.data.kind).toBe("counts");
    expect(notes.map(({ code }) => code)).toContain("given-ignored");
  });
});

describe("names", () => {
  it("are plain text, whatever they look like", () => {
    const study = "<script>alert(1)</script>";
    const rows = rowsOf(`${COUNTS}\n${study},=1+1,@SUM(A1),+cmd|' /C calc'!A0,5,50,9,51`);
    expect(rows[0]).toMatchObject({ slab: study, studyId: study, outcome: "=1+1", timepoint: "@SUM(A1)" });
  });

  it("of columns may be those of an object’s own members", () => {
    const { dataset } = read(
      `${COUNTS},constructor,__proto__\nA,Pain,1 week,Sham,5,50,9,51,x,y\nB,Pain,1 week,Sham,1,9,1,9,x,z`,
    );
    expect(Object.entries(dataset!.rows[1]!.columns)).toEqual([
      ["constructor", "x"],
      ["__proto__", "z"],
    ]);
  });

  it("that a file has no column for are assumed, and that is said", () => {
    const { dataset, notes } = read("study,ai,n1i,ci,n2i\nA,5,50,9,51");
    expect(dataset?.rows[0]).toMatchObject({ outcome: "Outcome", timepoint: "End of study", comparator: "Control" });
    expect(notes.filter(({ code }) => code === "column-assumed").map(({ where }) => where.column)).toEqual([
      "outcome",
      "timepoint",
      "comparator",
    ]);
  });
});

describe("any input", () => {
  it("is read or refused, never thrown at", () => {
    const odd = fc.constantFrom(
      "study",
      "ai",
      "n1i",
      "ci",
      "n2i",
      "yi",
      "vi",
      ",",
      ";",
      "\t",
      "\n",
      '"',
      "1",
      "-0,5",
      "A",
      "=",
    );
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ maxLength: 300, unit: "binary" }),
      fc.array(odd, { maxLength: 80 }).map((parts) => parts.join("")),
      fc.array(odd, { maxLength: 80 }).map((parts) => `study,yi,vi\n${parts.join("")}`),
    );
    fc.assert(
      fc.property(anything, (csv) => {
        const { dataset, errorCount } = read(csv);
        expect(dataset !== null || errorCount > 0).toBe(true);
        if (dataset) expect(dataset.rows.map(({ id }) => id)).toEqual(dataset.rows.map((_, i) => i));
      }),
      { numRuns: 400 },
    );
  });

  it("may have 100,000 rows", () => {
    const row = (i: number) =>
      `Study ${i % 5000},Outcome ${i % 20},${i % 4} weeks,Control ${i % 3},${i % 9},${50 + i},3,60,c${i % 8}`;
    const { dataset, errorCount } = read(
      `${COUNTS},country\n${Array.from({ length: 100_000 }, (_, i) => row(i)).join("\n")}`,
    );
    expect([dataset?.rows.length, errorCount]).toEqual([100_000, 0]);
  });
});
