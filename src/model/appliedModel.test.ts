import { describe, expect, it } from "vitest";
import { appliedModel, noMantelHaenszel } from "./appliedModel";
import { COCHRANE_2024, type PoolingModel } from "./poolingModel";

const TABLES: PoolingModel = { ...COCHRANE_2024, method: "DL", weighting: "MH", groupTau2: "common" };

describe("appliedModel", () => {
  it("leaves a model of inverse variance alone", () => {
    expect(appliedModel(COCHRANE_2024, "RR")).toBe(COCHRANE_2024);
  });

  it("is by inverse variance where Mantel-Haenszel does not apply", () => {
    expect(appliedModel(TABLES, "SMD")).toEqual({ ...TABLES, weighting: "IV" });
    expect(appliedModel({ ...TABLES, method: "REML" }, "OR").weighting).toBe("IV");
    expect([noMantelHaenszel(TABLES, "PETO"), noMantelHaenszel({ ...TABLES, method: "PM" }, "RD")]).toEqual([
      "measure",
      "method",
    ]);
  });

  it("has a tau2 of each group's own, and Wald's interval under the common effect", () => {
    expect(appliedModel(TABLES, "RR")).toEqual({ ...TABLES, groupTau2: "separate" });
    expect(appliedModel({ ...TABLES, method: "EE", test: "knha" }, "RR").test).toBe("z");
  });
});
