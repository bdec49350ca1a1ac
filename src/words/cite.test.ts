import { describe, expect, it } from "vitest";
import { citedAs } from "./cite";

describe("citedAs", () => {
  it.each([
    ["hedges1981", "Hedges 1981"],
    ["dersimonianLaird1986", "DerSimonian and Laird 1986"],
    ["higgins2009", "Higgins et al. 2009"],
    ["handbook", "Deeks et al. 2024"],
    ["cochrane2024", "Cochrane 2024"],
  ] as const)("%s is cited as %s", (key, text) => {
    expect(citedAs(key)).toBe(text);
  });
});
