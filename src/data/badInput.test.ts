import { describe, expect, it } from "vitest";
import { type Reading, readDataset } from "./readDataset";

const COUNTS = "study,outcome,timepoint,comparator,ai,n1i,ci,n2i";
const MEANS = "study,outcome,timepoint,comparator,m1i,sd1i,n1i,m2i,sd2i,n2i";
const GIVEN = "study,outcome,timepoint,comparator,yi,vi,sei,ci.lb,ci.ub";
const GOOD = "Good 2001,Pain,1 week,Sham,5,50,9,51";

const read = (csv: string | Uint8Array): Reading => readDataset({ csv, fileName: "mine.csv" });
const lines = (...rows: string[]) => rows.join("\n");

interface Refused {
  readonly name: string;
  readonly csv: string | Uint8Array;
  readonly code: string;
  readonly says?: string;
}

describe("a file that cannot be used at all", () => {
  it.each<Refused>([
    { name: "empty", csv: "", code: "file-empty" },
    { name: "no bytes", csv: new Uint8Array(), code: "file-empty" },
    { name: "blank lines", csv: "\n \n\n", code: "file-empty" },
    { name: "header only", csv: `${COUNTS}\n`, code: "header-only" },
    { name: "header and blank rows", csv: `${COUNTS}\n,,,,,,,\n`, code: "header-only" },
    { name: "no header", csv: "Smith 2001,12,50,9,51\nJones 2002,1,2,1,2", code: "no-header", says: "Smith 2001" },
    { name: "one column", csv: "study|ai|n1i\nA|1|2", code: "one-column" },
    { name: "no study", csv: "ai,n1i,ci,n2i\n1,2,1,2", code: "missing-columns", says: "lacks the column “study”" },
    { name: "no numbers", csv: "study,outcome\nA,Pain", code: "missing-columns", says: "“m1i”" },
    {
      name: "one SD column lacking",
      csv: "study,m1i,sd1i,n1i,m2i,n2i\nA,1,1,9,1,9",
      code: "missing-columns",
      says: "lacks the column “sd2i”",
    },
    { name: "a column twice", csv: "study,ai,N1i,n1i,ci,n2i\nA,1,9,9,1,9", code: "repeated-column", says: "n1i" },
    { name: "a PNG renamed", csv: bytes(0x89, 0x50, 0x4e, 0x47, 13, 10), code: "not-text", says: "a PNG image" },
    { name: "a JPEG renamed", csv: bytes(0xff, 0xd8, 0xff, 0xe0), code: "not-text", says: "a JPEG image" },
    { name: "a workbook renamed", csv: bytes(0x50, 0x4b, 3, 4, 20), code: "not-text", says: "Excel workbook" },
    { name: "a PDF renamed", csv: new TextEncoder().encode("%PDF-1.7"), code: "not-text", says: "a PDF document" },
    { name: "other binary data", csv: bytes(1, 2, 0, 3, 4, 9, 1, 0, 7, 7, 7, 7), code: "not-text" },
  ])("$name", ({ csv, code, says }) => {
    const { dataset, errors } = read(csv);
    expect(dataset).toBeNull();
    expect(errors[0]?.code).toBe(code);
    expect(errors[0]?.message).toContain(says ?? "");
    expect(errors[0]?.remedy).not.toBe("");
  });

  it("holds 501 outcomes", () => {
    const rows = Array.from({ length: 501 }, (_, i) => `A,Outcome ${i},1 week,Sham,1,9,1,9`);
    expect(read(lines(COUNTS, ...rows)).errors[0]?.code).toBe("too-many-values");
    expect(read(lines(COUNTS, ...rows.slice(1))).dataset).not.toBeNull();
  });
});

interface BadCell {
  readonly name: string;
  readonly header: string;
  readonly row: string;
  readonly code: string;
  readonly column: string;
  readonly value: string;
}

const cell = (name: string, header: string, row: string, code: string, column: string, value: string): BadCell => ({
  name,
  header,
  row: `Bad 2002,Other,1 week,Sham,${row}`,
  code,
  column,
  value,
});

describe("a bad cell leaves its row out and names row, column and value", () => {
  it.each<BadCell>([
    cell("text in a number", COUNTS, "five,50,9,51", "not-a-number", "ai", "five"),
    cell("a percentage", COUNTS, "10%,50,9,51", "not-a-number", "ai", "10%"),
    cell("a number with its unit", MEANS, "5 cm,1,9,4,1,9", "not-a-number", "m1i", "5 cm"),
    cell("Infinity", MEANS, "Infinity,1,9,4,1,9", "not-a-number", "m1i", "Infinity"),
    cell("more than any number", MEANS, "1e999,1,9,4,1,9", "not-a-number", "m1i", "1e999"),
    cell("a hexadecimal number", MEANS, "0x10,1,9,4,1,9", "not-a-number", "m1i", "0x10"),
    cell("a formula", MEANS, "=1+1,1,9,4,1,9", "not-a-number", "m1i", "=1+1"),
    cell("a separator for thousands", COUNTS, '5,"1,050",9,51', "unclear-number", "n1i", "1,050"),
    cell("a negative SD", MEANS, "5,-1,9,4,1,9", "sd-not-positive", "sd1i", "-1"),
    cell("an SD of zero", MEANS, "5,1,9,4,0,9", "sd-not-positive", "sd2i", "0"),
    cell("a negative n", COUNTS, "5,-50,9,51", "size-not-positive", "n1i", "-50"),
    cell("an n of zero", COUNTS, "0,0,9,51", "size-not-positive", "n1i", "0"),
    cell("half a participant", COUNTS, "5,50.5,9,51", "size-not-positive", "n1i", "50.5"),
    cell("events above n", COUNTS, "5,50,52,51", "events-above-size", "ci", "52"),
    cell("negative events", COUNTS, "-1,50,9,51", "events-not-a-count", "ai", "-1"),
    cell("half an event", COUNTS, "1.5,50,9,51", "events-not-a-count", "ai", "1.5"),
    cell("a missing SD", MEANS, "5,NA,9,4,1,9", "value-missing", "sd1i", ""),
    cell("a missing n", COUNTS, "5,50,9,", "value-missing", "n2i", ""),
    cell("a variance of zero", GIVEN, "0.5,0,,,", "variance-not-positive", "vi", "0"),
    cell("a negative standard error", GIVEN, "0.5,,-0.1,,", "variance-not-positive", "sei", "-0.1"),
    cell("an effect without a variance", GIVEN, "0.5,,,,", "value-missing", "vi", ""),
    cell("a variance without an effect", GIVEN, ",0.5,,,", "value-missing", "yi", ""),
    cell("an interval with one limit", GIVEN, "0.5,,,0.1,", "value-missing", "ci.ub", ""),
    cell("an effect outside its interval", GIVEN, "0.5,,,0.6,0.9", "effect-outside-interval", "yi", "0.5"),
    cell("limits the wrong way round", GIVEN, "0.5,,,0.9,0.1", "effect-outside-interval", "yi", "0.5"),
  ])("$name", ({ header, row, code, column, value }) => {
    const good = header === COUNTS ? GOOD : `Good 2001,Pain,1 week,Sham,${header === MEANS ? "5,1,9,4,1,9" : "1,1,,,"}`;
    const { dataset, errors, errorCount, rejectedRows } = read(lines(header, good, row));
    expect(errors.map((error) => error.code)).toEqual([code]);
    expect(errors[0]?.where).toEqual({ row: 3, column, value });
    expect(errorCount).toBe(1);
    expect(rejectedRows).toBe(1);
    expect(dataset?.rows.map(({ slab }) => slab)).toEqual(["Good 2001"]);
  });

  it("collects every fault of every row at once", () => {
    const { errors, rejectedRows } = read(
      lines(MEANS, ",Pain,1 week,Sham,x,-1,0,4,1,9", "B,Pain,1 week,Sham,5,0,9,4,1,9"),
    );
    expect(errors.map(({ code, where }) => [where.row, where.column, code])).toEqual([
      [2, "study", "value-missing"],
      [2, "m1i", "not-a-number"],
      [2, "sd1i", "sd-not-positive"],
      [2, "n1i", "size-not-positive"],
      [3, "sd1i", "sd-not-positive"],
    ]);
    expect(rejectedRows).toBe(2);
  });

  it("keeps the first 200 errors and counts the rest", () => {
    const rows = Array.from({ length: 300 }, (_, i) => `S${i},Pain,1 week,Sham,x,50,9,51`);
    const { errors, errorCount, rejectedRows } = read(lines(COUNTS, ...rows));
    expect([errors.length, errorCount, rejectedRows]).toEqual([200, 300, 300]);
  });
});

describe("a bad row", () => {
  it("without any result is named", () => {
    const { errors } = read(lines(COUNTS, GOOD, "B,Pain,1 week,Sham,,,,"));
    expect(errors).toMatchObject([{ code: "no-numbers", where: { row: 3 } }]);
  });

  it("that repeats another is left out, and names it", () => {
    const { dataset, errors } = read(lines(COUNTS, GOOD, "B,Pain,1 week,Sham,1,9,2,9", GOOD));
    expect(errors).toMatchObject([{ code: "duplicate-row", where: { row: 4 } }]);
    expect(errors[0]?.message).toContain("row 2");
    expect(dataset?.rows).toHaveLength(2);
  });

  it("of means among counts of one outcome names both rows", () => {
    const header = `${COUNTS},m1i,sd1i,m2i,sd2i`;
    const { errors } = read(lines(header, `${GOOD},,,,`, "B,Pain,1 month,Sham,,9,,9,5,1,4,1"));
    expect(errors).toMatchObject([{ code: "mixed-kinds", where: { row: 3, value: "Pain" } }]);
    expect(errors[0]?.message).toContain("row 2 gives numbers of events");
  });

  it("with means and counts at once is named", () => {
    const header = `${COUNTS},m1i,sd1i,m2i,sd2i`;
    expect(read(lines(header, `${GOOD},5,1,4,1`)).errors).toMatchObject([{ code: "two-kinds", where: { row: 2 } }]);
  });

  it("with too many cells may be shifted, and is left out", () => {
    const { errors } = read(lines(COUNTS, GOOD, "Smith, Jones 2002,Pain,1 week,Sham,1,9,2,9"));
    expect(errors).toMatchObject([{ code: "row-too-long", where: { row: 3 } }]);
  });

  it("with a quote that is never closed is named", () => {
    const { dataset, errors } = read(lines(COUNTS, GOOD, '"Bad 2002,Pain,1 week,Sham,1,9,2,9', GOOD));
    expect(errors).toMatchObject([{ code: "quote-not-closed", where: { row: 3 } }]);
    expect(dataset?.rows).toHaveLength(1);
  });
});

it("quotes long text from the file shortened", () => {
  const { errors } = read(lines(COUNTS, `A,Pain,1 week,Sham,${"x".repeat(10_000)},50,9,51`));
  expect(errors[0]?.code).toBe("not-a-number");
  expect(errors[0]!.message.length).toBeLessThan(150);
});

function bytes(...values: number[]): Uint8Array {
  return Uint8Array.from(values);
}
