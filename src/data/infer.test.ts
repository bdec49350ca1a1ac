import { describe, expect, it } from "vitest";
import { inferOutcome } from "./infer";
import { readDataset } from "./readDataset";

const CSV = `study,outcome,timepoint,comparator,better,ai,n1i,ci,n2i,m1i,sd1i,m2i,sd2i,country,dose_mg,note,rob_missing_data,Overall,blank
A,Pain,3 months,Sham,,,20,,20,4,1,5,1,NZ,10,one,Low,High,
B,Pain,1 week,Sham,,,20,,20,4,1,5,1,NZ,20,two,High,Low,
C,Pain,1 week,Drug,,,20,,20,4,1,5,1,Peru,,three,Some concerns,Low,
A,Nausea,1 week,Sham,,1,20,2,20,,,,,NZ,10,four,Low,High,
A,VAS function,1 week,Sham,higher,,20,,20,4,1,5,1,NZ,10,five,Low,High,
`;
const { dataset, errors, notes } = readDataset({ csv: CSV, fileName: "My review.csv" });
const descriptor = dataset!.descriptor;

describe("the description of a reader’s own file", () => {
  it("is named after the file and marked as the reader’s", () => {
    expect(errors).toEqual([]);
    expect(descriptor).toMatchObject({ id: "own-My review", title: "My review", kind: "own" });
    expect(descriptor.provenance).toContain("My review.csv");
  });

  it("types columns by their values and drops empty ones", () => {
    expect(descriptor.columns).toEqual([
      { name: "country", title: "Country", type: "category", riskOfBias: null },
      { name: "dose_mg", title: "Dose mg", type: "number", riskOfBias: null },
      { name: "note", title: "Note", type: "text", riskOfBias: null },
      { name: "rob_missing_data", title: "Missing data", type: "category", riskOfBias: "Missing data" },
      { name: "Overall", title: "Overall risk of bias", type: "category", riskOfBias: "overall" },
    ]);
  });

  it("does not take every low and high for a risk of bias", () => {
    const riskOfBias = (name: string, ...values: string[]) => {
      const csv = `study,yi,vi,${name}\n${values.map((value, i) => `S${i},1,1,${value}`).join("\n")}`;
      return readDataset({ csv, fileName: "m.csv" }).dataset!.descriptor.columns[0]?.riskOfBias;
    };
    expect(riskOfBias("dose", "Low", "High", "Low")).toBeNull();
    expect(riskOfBias("D1", "Low", "High", "Low")).toBe("D1");
    expect(riskOfBias("Blinding", "Low risk", "Unclear risk", "Low risk")).toBe("Blinding");
  });

  it("orders timepoints and opens the first outcome where most studies report it", () => {
    expect(descriptor.timepoints.map(({ name }) => name)).toEqual(["1 week", "3 months"]);
    expect(descriptor.defaults).toEqual({
      outcome: "Pain",
      timepoint: "1 week",
      compareBy: "comparator",
      preset: "cochrane",
    });
  });

  it.each([
    ["the fullest timepoint, not the first", ["A Pain 1 week", "A Pain 1 month", "B Pain 1 month"], "Pain 1 month"],
    ["the earliest of equals", ["A Pain 1 month", "B Pain 1 month", "A Pain 1 week", "B Pain 1 week"], "Pain 1 week"],
    ["an outcome of two studies", ["A Sleep 1 week", "A Pain 1 week", "B Pain 1 week"], "Pain 1 week"],
    [
      "two studies, not two rows of one",
      ["A Pain 1 week", "A Pain 1 week", "A Pain 1 day", "B Pain 1 day"],
      "Pain 1 day",
    ],
    ["the first where nothing has two", ["A Sleep 1 month", "B Sleep 1 week", "A Pain 1 week"], "Sleep 1 week"],
  ])("opens at %s", (_, cells, opens) => {
    const lines = cells.map((cell, i) => `${cell.replace(/^(\w) (\w+) /, "$1,$2,")},C${i},${i},1`);
    const csv = `study,outcome,timepoint,comparator,yi,vi\n${lines.join("\n")}`;
    const { outcome, timepoint } = readDataset({ csv, fileName: "m.csv" }).dataset!.descriptor.defaults;
    expect(`${outcome} ${timepoint}`).toBe(opens);
  });

  it.each([
    ["study,ai,n1i,ci,n2i\nA,1,9,2,9", "the risk of the outcome"],
    ["study,yi,vi\nA,1,1", "the outcome"],
  ])("has words for an outcome without a name", (csv, noun) => {
    expect(readDataset({ csv, fileName: "m.csv" }).dataset!.descriptor.outcomes[0]?.noun).toBe(noun);
  });

  it("words outcomes for a sentence and takes their direction from the rows", () => {
    expect(descriptor.outcomes.map(({ noun, better }) => [noun, better])).toEqual([
      ["pain", "lower"],
      ["the risk of nausea", "lower"],
      ["VAS function", "higher"],
    ]);
  });

  it.each([
    ["Adverse events", true],
    ["Serious side-effects", true],
    ["Major bleeding", true],
    ["Pain", false],
    ["Charm of the ward", false],
  ])("takes “%s” for an unwanted effect: %s", (name, harm) => {
    expect(inferOutcome(name, dataset!.rows).harm).toBe(harm);
  });

  it("says what it assumed only where it had to", () => {
    expect(notes).toEqual([]);
    const { notes: assumed } = readDataset({ csv: "study,yi,vi\nA,1,1", fileName: "m.csv" });
    expect(assumed.map(({ code }) => code)).toContain("direction-assumed");
  });
});
