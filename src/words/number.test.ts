import { describe, expect, it } from "vitest";
import {
  formatBracketed,
  formatEffect,
  formatInteger,
  formatInterval,
  formatNumber,
  formatP,
  formatPercent,
  formatSpread,
  pEquals,
} from "./number";

describe("formatNumber", () => {
  it.each([
    [-1.744, 2, "−1.74"],
    [-0.004, 2, "0.00"],
    [0, 2, "0.00"],
    [-0, 0, "0"],
    [1234567.891, 1, "1,234,567.9"],
    [2759.95652, 4, "2,759.9565"],
    [-1234, 0, "−1,234"],
    [999.995, 2, "1,000.00"],
    [0.1234, 3, "0.123"],
    [Number.NEGATIVE_INFINITY, 2, "−∞"],
    [Number.NaN, 2, "not known"],
  ])("%d with %d decimals is %s", (x, digits, text) => {
    expect(formatNumber(x, digits)).toBe(text);
  });
});

describe("formatP", () => {
  it.each([
    [0.0031, "0.003"],
    [0.00099, "< 0.001"],
    [0.001, "0.001"],
    [0.99961, "> 0.999"],
    [1, "1.000"],
  ])("%d is %s", (p, text) => {
    expect(formatP(p)).toBe(text);
  });

  it("takes an equals sign only where it is a value", () => {
    expect([0.02, 1e-9].map(pEquals)).toEqual(["p = 0.020", "p < 0.001"]);
  });
});

describe("formatSpread", () => {
  it.each([
    [0, "0.00"],
    [1e-7, "< 0.01"],
    [0.0049, "< 0.01"],
    [0.006, "0.01"],
    [1.25, "1.25"],
  ])("%d is %s", (x, text) => {
    expect(formatSpread(x)).toBe(text);
  });
});

describe("formatEffect", () => {
  it.each([
    [Math.log(0.34), "0.34"],
    [Math.log(12.344), "12.34"],
    [Math.log(1234.4), "1,234"],
    [Math.log(0.0042), "0.004"],
    [Math.log(0.00042), "0.0004"],
    [Math.log(0.00001), "< 0.0001"],
    [0, "1.00"],
  ])("exponentiates the log ratio %d to %s", (x, text) => {
    expect(formatEffect(x, "log")).toBe(text);
  });

  it("leaves differences as they are", () => {
    expect(formatEffect(-0.0042, "identity", 3)).toBe("−0.004");
  });
});

it("writes intervals with “to”, and in brackets for the figure", () => {
  expect(formatInterval(-2.499, -0.981, "identity")).toBe("−2.50 to −0.98");
  expect(formatBracketed(-1.36, -1.8, -0.92, "identity")).toBe("−1.36 [−1.80, −0.92]");
  expect(formatBracketed(0, Math.log(0.5), Math.log(2), "log")).toBe("1.00 [0.50, 2.00]");
});

it("writes counts and percentages", () => {
  expect([formatInteger(2107), formatPercent(94.6), formatPercent(4.61, 1)]).toEqual(["2,107", "95%", "4.6%"]);
});
