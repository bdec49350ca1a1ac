import { describe, expect, it } from "vitest";
import { caseInput } from "./cases/caseInput";
import { BIAS_COLUMNS, manyMeans } from "./cases/caseStudies";
import { biasColumns, biasKey, judgementOf } from "./riskOfBias";

const { descriptor, rows } = caseInput(manyMeans(1), { measure: "SMD", columns: BIAS_COLUMNS });

describe("biasColumns", () => {
  it("gives the overall judgement alone, or all domains before it", () => {
    expect(biasColumns(descriptor, "overall").map((c) => c.head)).toEqual(["RoB"]);
    expect(biasColumns(descriptor, "all").map((c) => c.head)).toEqual(["D1", "D2", "D3", "D4", "D5", "All"]);
  });

  it("gives none where the data judge nothing", () => {
    expect(biasColumns({ ...descriptor, columns: [] }, "all")).toEqual([]);
  });
});

describe("judgementOf", () => {
  it.each([
    ["Low risk", "low"],
    ["some concerns", "some"],
    ["Unclear", "some"],
    ["HIGH", "high"],
    ["No information", "none"],
    [null, null],
    ["", null],
  ])("reads %j as %j", (value, expected) => {
    expect(judgementOf({ ...rows(0), columns: { rob: value } }, "rob")).toBe(expected);
  });
});

describe("biasKey", () => {
  it("spells out the heads that are shown", () => {
    expect(biasKey(biasColumns(descriptor, "all"))).toContain("D1 randomisation, D2 deviations");
    expect(biasKey([])).toBeNull();
  });
});
