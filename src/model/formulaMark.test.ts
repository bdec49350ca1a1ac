import { describe, expect, it } from "vitest";
import { withFormulaMark, withoutFormulaMark } from "./formulaMark";

const FORMULAS = ["=1+1", "+A1", "-A1", "@SUM(A1)", " =1", "\t=1", "-5%", "=", "'=1", "''@x"];
const OTHERS = ["Smith 2004", "-1.5", "+2", "1e-7", "−3", "", "O'Neil", "'quoted'", "a=b"];

describe("the mark before formulas", () => {
  it.each(FORMULAS)("keeps %j from being run, and comes off again", (text) => {
    expect(withFormulaMark(text)).toBe(`'${text}`);
    expect(withoutFormulaMark(withFormulaMark(text))).toBe(text);
  });

  it.each(OTHERS)("leaves %j as it is, both ways", (text) => {
    expect(withFormulaMark(text)).toBe(text);
    expect(withoutFormulaMark(text)).toBe(text);
  });
});
