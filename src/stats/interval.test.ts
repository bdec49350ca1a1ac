import { describe, expect, it } from "vitest";
import { confidenceInterval, criticalValue, twoSidedP } from "./interval";
import { expectClose } from "./reference/reference";

describe("criticalValue", () => {
  it("is the tabled quantile", () => {
    expectClose(criticalValue(0.95, null), 1.959963984540054, 1e-14);
    expectClose(criticalValue(0.95, 1), 12.706204736174705, 1e-12); // tan(0.475 π)
  });
});

describe("twoSidedP", () => {
  it("is 0.05 at the critical value, and keeps its digits far out", () => {
    expectClose(twoSidedP(-criticalValue(0.95, 7), 7), 0.05, 1e-12);
    expectClose(twoSidedP(20, null), 5.507248237212467e-89, 1e-12); // 2 × pnorm(−20), mpmath
  });
});

describe("confidenceInterval", () => {
  it("reaches z standard errors to either side", () => {
    const { ciLb, ciUb } = confidenceInterval(1, 4, 0.95);
    expectClose(ciLb, 1 - 2 * 1.959963984540054, 1e-14);
    expectClose(ciUb, 1 + 2 * 1.959963984540054, 1e-14);
  });

  it("throws for a variance that is not > 0", () => {
    expect(() => confidenceInterval(1, 0, 0.95)).toThrow(RangeError);
    expect(() => confidenceInterval(1, NaN, 0.95)).toThrow(RangeError);
  });
});
