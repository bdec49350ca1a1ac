import { describe, expect, it } from "vitest";
import { readCsv } from "../../readCsv";
import type { OpenedFile, ReadTidy } from "../format";
import { STUDY_RESULTS } from "./studyResultsFormat";

function table(text: string): OpenedFile {
  const csv = readCsv(text);
  if ("error" in csv) throw new Error(csv.error.message);
  return { kind: "table", name: "study-results.csv", ...csv };
}

function read(files: readonly OpenedFile[]): ReadTidy {
  expect(STUDY_RESULTS.recognises(files)).toBe(true);
  const reading = STUDY_RESULTS.read(files);
  if (reading.kind !== "tidy") throw new Error(JSON.stringify(reading));
  return reading;
}

function rowsOf({ table: { header, records } }: ReadTidy): Record<string, string>[] {
  return records.map(({ cells }) => Object.fromEntries(header.map((name, i) => [name, cells[i]!])));
}

const HEADER =
  "Study,Outcome,Data type,Effect measure,Arm,Reference arm,Sample size,Cases,Mean,SD,SE,CI level,CI start,CI end,Exp mean,Exp CI start,Exp CI end";

describe("study results", () => {
  it("sets each arm against the reference that the file names", () => {
    const reading = read([
      table(`${HEADER}
Lee 2019,Pain at 3 months,Continuous,Mean Difference,Yoga,Usual,20,,3.1,1.2,,,,,,,
Lee 2019,Pain at 3 months,Continuous,Mean Difference,Gym,Usual,21,,3.4,1.3,,,,,,,
Lee 2019,Pain at 3 months,Continuous,Mean Difference,Usual,,22,,4,1.1,,,,,,,`),
    ]);
    expect(rowsOf(reading)).toMatchObject([
      {
        study: "Lee 2019",
        outcome: "Pain",
        timepoint: "3 months",
        comparator: "Usual",
        m1i: "3.1",
        n2i: "22",
        Intervention: "Yoga",
      },
      { comparator: "Usual", m1i: "3.4", sd1i: "1.3", m2i: "4", Intervention: "Gym" },
    ]);
    expect(reading.notes.map(({ code }) => code)).not.toContain("reference-chosen");
    expect(reading.described.outcomes).toMatchObject([{ name: "Pain", measure: "MD" }]);
  });

  it("takes the arm that sounds like a control where none is named, by what the arms got, and says so", () => {
    const arms = table("Study,Arm,Description,Intervention\nLee 2019,A,x,Placebo\nLee 2019,B,x,Drug A");
    const results = table(`${HEADER}
Lee 2019,Death,Dichotomous,Risk Ratio,A,,50,7,,,,,,,,,
Lee 2019,Death,Dichotomous,Risk Ratio,B,,49,3,,,,,,,,,`);
    const reading = read([results, arms]);
    expect(rowsOf(reading)).toMatchObject([
      { ai: "3", n1i: "49", ci: "7", n2i: "50", comparator: "Placebo", Intervention: "Drug A" },
    ]);
    expect(reading.notes.find(({ code }) => code === "reference-chosen")?.message).toContain("Placebo");
  });

  it("reads contrasts on the log scale from ratios with 95% limits, and SDs from SEs", () => {
    const reading = read([
      table(`${HEADER}
Lee 2019,Survival,Contrast level,Hazard Ratio,Drug A,Placebo,,,,,,95%,,,0.5,0.25,1
Kim 2020,Fatigue,Continuous,,Drug A,Placebo,25,,2,,0.2,,,,,,
Kim 2020,Fatigue,Continuous,,Placebo,,16,,3,,0.5,,,,,,`),
    ]);
    const [survival, fatigue] = rowsOf(reading);
    expect(Number(survival!["yi"])).toBeCloseTo(Math.log(0.5), 14);
    expect(Number(survival!["sei"])).toBeCloseTo(Math.log(4) / (2 * 1.959963984540054), 14);
    expect(fatigue).toMatchObject({ sd1i: "1", sd2i: "2" });
    expect(reading.described.outcomes?.[0]?.given).toEqual({ name: "hazard ratio", short: "HR", scale: "log" });
  });

  it("joins judgements by result", () => {
    const bias = table(
      "Study,Outcome,Domain (judgement): Overall bias,Domain (support): Overall bias\nLee 2019,Death,High risk,x",
    );
    const results = table(`${HEADER}
Lee 2019,Death,Dichotomous,,Drug,,50,7,,,,,,,,,\nLee 2019,Death,Dichotomous,,Sham,,49,3,,,,,,,,,`);
    expect(rowsOf(read([results, bias]))[0]).toMatchObject({ "Overall bias": "High risk" });
  });

  it("leaves out an arm that stands alone", () => {
    const reading = STUDY_RESULTS.read([table(`${HEADER}\nLee 2019,Death,Dichotomous,,Drug,,50,7,,,,,,,,,`)]);
    expect(reading).toMatchObject({ kind: "refused", errors: [{ code: "no-usable-rows" }] });
  });
});
