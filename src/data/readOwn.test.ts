import { describe, expect, it } from "vitest";
import type { OwnData } from "../model/ownData";
import { readOwn } from "./readDataset";

const OWN: OwnData = {
  id: "a1",
  name: "Back pain",
  fileName: "pain.xlsx",
  format: "tidy table",
  table: {
    header: ["study", "outcome", "timepoint", "comparator", "yi", "sei", "n1i", "n2i", "rob"],
    rows: [
      ["Lee 2019", "Recovery", "1 month", "Sham", "0.5", "0.2", "20", "21", "Low"],
      ["Kim 2020", "Recovery", "1 week", "Sham", "0.3", "0.1", "40", "41", "High"],
      ["Cho 2021", "Recovery", "1 week", "Sham", "x", "0.1", "40", "41", "High"],
    ],
  },
  described: {
    arms: { intervention: "Exercise", control: "Sham" },
    outcomes: [{ name: "Recovery", better: "higher", given: { name: "hazard ratio", short: "HR", scale: "log" } }],
    columns: [{ name: "rob", title: "Randomisation", riskOfBias: "Randomisation", type: "category" }],
  },
  remedies: [],
  exported: [],
};

describe("readOwn", () => {
  const { dataset, errors } = readOwn(OWN);

  it("names rows as a spreadsheet of the table counts them", () => {
    expect(errors.map(({ where }) => where)).toEqual([{ row: 4, column: "yi", value: "x" }]);
    expect(dataset?.rows.map(({ slab }) => slab)).toEqual(["Lee 2019", "Kim 2020"]);
  });

  it("puts what is described over what the rows let one think", () => {
    expect(dataset?.descriptor).toMatchObject({
      id: "own-a1",
      kind: "own",
      title: "Back pain",
      arms: { intervention: "Exercise" },
      outcomes: [{ better: "higher", noun: "recovery", given: { short: "HR", scale: "log" } }],
      columns: [{ name: "rob", riskOfBias: "Randomisation" }],
    });
  });

  it("orders timepoints as time passes where nothing else is said", () => {
    expect(dataset?.descriptor.timepoints.map(({ name }) => name)).toEqual(["1 week", "1 month"]);
  });

  it("never forgets that data are simulated", () => {
    expect(readOwn({ ...OWN, described: { kind: "simulated" } }).dataset?.descriptor.kind).toBe("simulated");
  });
});
