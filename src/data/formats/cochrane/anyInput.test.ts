import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOwn } from "../../readDataset";
import { tidyTableOf } from "../../tidyTable";
import type { Format, FormatReading, OpenedFile } from "../format";
import { REVMAN5_CSV } from "../revman5/csvFormat";
import { REVMAN5_XML } from "../revman5/xmlFormat";
import { COCHRANE_ROWS } from "./dataRowsFormat";
import { COCHRANE_DTA } from "./dtaFormat";
import { COCHRANE } from "./packageFormat";
import { plainText } from "./plainText";
import { STUDY_RESULTS } from "./studyResultsFormat";

const FORMATS: readonly Format[] = [COCHRANE, COCHRANE_ROWS, STUDY_RESULTS, COCHRANE_DTA, REVMAN5_CSV, REVMAN5_XML];

const HEADERS = [
  "Analysis group,Analysis number,Analysis name,Subgroup,Applicability,Study,Study year,GIV Mean,GIV SE,Experimental mean,Experimental SD,Experimental cases,Experimental N,Control mean,Control SD,Control cases,Control N,O-E,Variance,Mean,CI end,Footnotes,Missing data (judgement)",
  "Analysis group,Analysis number,Analysis name,Data type,Statistical method,Effect measure,Analysis model,CI method,CI/PI level,Graph label (left),Control group label,Mean,CI start,CI end,Heterogeneity df,Subgroup df,Subgroup Chi²",
  "Analysis group,Analysis number,Subgroup,Mean,CI start,CI end,Heterogeneity df",
  "Study,Year,Char: Setting,ID: CRS,Domain (judgement): Missing data,Outcome",
  "Study,Outcome,Data type,Effect measure,Arm,Reference arm,Sample size,Cases,Mean,SD,SE,Exp mean,z-test",
  "Study,Arm,Intervention",
  "Comparison Number,Outcome Number,Subgroup Number,Name,Data Type,Effect Measure,Events 1,Total 1,Events 2,Total 2,Effect Estimate,SE,CI End,Mean 1,SD 1,Mean 2,SD 2,df",
].map((header) => header.split(","));

const WORDS = [
  "1",
  "0",
  "-3",
  "1e308",
  "1e-308",
  "#N/A",
  "[Not identical]",
  "__proto__",
  "constructor",
  "toString",
  "true",
];
const MORE = [
  "Dichotomous",
  "Continuous",
  "O-E and variance",
  "Contrast level",
  "DIC",
  "IV",
  "Peto",
  "Favours placebo",
  "SUBGROUP",
];
const cell = fc.oneof(
  fc.constantFrom(...WORDS, ...MORE),
  fc.constantFrom("<p>x</p>", "=cmd()", "At 3 months", "Pain at 3 months", "Low risk", "&nbsp;&#0;&#x110000;", ""),
  fc.double().map(String),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const table = fc.constantFrom(...HEADERS).chain((header) =>
  fc.array(fc.array(cell, { minLength: header.length, maxLength: header.length }), { maxLength: 6 }).map(
    (rows): OpenedFile => ({
      kind: "table",
      name: "x.csv",
      header,
      records: rows.map((cells, i) => ({ row: i + 2, cells })),
      delimiter: ",",
      errors: [],
      notes: [],
    }),
  ),
);

/** A reading is data that the page can open, or a refusal in words. */
function expectUsable(reading: FormatReading): void {
  if (reading.kind === "refused") {
    expect(reading.errors[0]?.message).toBeTruthy();
    return;
  }
  if (reading.kind !== "tidy") throw new Error(reading.kind);
  const { described, exported, format } = reading;
  const own = { id: "a", name: "x", fileName: "x", format, table: tidyTableOf(reading.table), remedies: [] };
  const { dataset, errors } = readOwn({ ...own, described, exported });
  expect(dataset !== null || errors.length > 0).toBe(true);
  expect(JSON.parse(JSON.stringify(described))).toEqual(described);
}

function readAll(files: readonly OpenedFile[]): void {
  for (const format of FORMATS) {
    if (format.recognises(files)) expectUsable(format.read(files));
  }
}

describe("whatever is in a review's files", () => {
  it("tables under the documented headers end in data or in words", () => {
    fc.assert(fc.property(fc.array(table, { maxLength: 4 }), readAll), { numRuns: 400 });
  });

  it("so does any JSON", () => {
    const analysis = fc.dictionary(
      fc.constantFrom("number", "name", "data-rows", "subgroups", "estimate"),
      fc.jsonValue(),
    );
    const groups = fc.array(fc.record({ number: fc.jsonValue(), analyses: fc.array(analysis) }), { minLength: 1 });
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ "analysis-groups": groups })), (value) =>
        readAll([{ kind: "json", name: "x.json", value }]),
      ),
    );
  });

  it("so does any XML, broken or whole", () => {
    const tag = fc.constantFrom(
      "COMPARISON",
      "DICH_OUTCOME",
      "IV_OUTCOME",
      "IV_SUBGROUP",
      "IV_DATA",
      "DICH_DATA",
      "NAME",
      "x",
    );
    const attributes = fc.dictionary(
      fc.constantFrom("NO", "EFFECT_SIZE", "SE", "STUDY_ID", "TOTAL_1", "x y", "<"),
      cell,
    );
    const piece = fc
      .tuple(tag, attributes, fc.constantFrom("open", "close", "empty", "text"))
      .map(([name, attrs, kind]) => {
        const written = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`);
        if (kind === "text") return name;
        return kind === "close" ? `</${name}>` : `<${name}${written.join("")}${kind === "empty" ? "/" : ""}>`;
      });
    fc.assert(
      fc.property(fc.array(piece), (pieces) =>
        readAll([{ kind: "xml", name: "x.rm5", text: `<COCHRANE_REVIEW>${pieces.join("")}</COCHRANE_REVIEW>` }]),
      ),
    );
  });

  it("HTML becomes text in time that grows with its length alone", () => {
    const start = performance.now();
    expect(plainText("<p>Quality&nbsp;of <b>life</b>, p < 0.05 &amp;lt;</p>")).toBe("Quality of life, p < 0.05 &lt;");
    plainText("<a".repeat(200_000));
    plainText("&#".repeat(200_000));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
