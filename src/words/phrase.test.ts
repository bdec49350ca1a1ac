import { describe, expect, it } from "vitest";
import { usNkt } from "./fixtures";
import { counted, levelPercent, list, lowerFirst, outcomeOf, people, upperFirst, whenIs, words } from "./phrase";

const TRIALS = { one: "trial", many: "trials" };

it("counts with the right number of the noun", () => {
  expect([0, 1, 2107].map((n) => counted(n, TRIALS))).toEqual(["0 trials", "1 trial", "2,107 trials"]);
});

it("calls people what the dataset calls them", () => {
  expect(people(652, usNkt)).toBe("652 patients");
  expect(people(1, { ...usNkt, peopleNoun: { one: "smoker", many: "smokers" } })).toBe("1 smoker");
  expect(people(null, usNkt)).toBe("");
});

it("joins a list", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map((l) => list(l))).toEqual(["", "a", "a and b", "a, b and c"]);
});

it("begins a sentence, but leaves a symbol as it is", () => {
  expect(["number", "τ²", "I²"].map(upperFirst)).toEqual(["Number", "τ²", "I²"]);
});

describe("lowerFirst", () => {
  it.each([
    ["Recommended therapy", "recommended therapy"],
    ["US-NKT", "US-NKT"],
    ["P6 stimulation", "P6 stimulation"],
    ["Tai Chi", "Tai Chi"],
  ])("%s is %s inside a sentence", (name, text) => {
    expect(lowerFirst(name)).toBe(text);
  });
});

describe("whenIs", () => {
  it.each([
    ["1 week", "at 1 week"],
    ["6+ months", "at 6+ months"],
    ["Day 1", "on day 1"],
    ["After surgery", "after surgery"],
    ["End of follow-up", "at the end of follow-up"],
    ["Long term", "in the long term"],
    ["Long-term", "in the long term"],
    ["During follow-up", "during follow-up"],
    ["Whole follow-up", "over the whole follow-up"],
    ["", ""],
  ])("%s is “%s”", (name, text) => {
    expect(whenIs(name, usNkt)).toBe(text);
  });
});

it("does not guess at an unknown outcome", () => {
  expect(() => outcomeOf(usNkt, "Sleep")).toThrow(RangeError);
});

it("writes levels without needless decimals and joins words without gaps", () => {
  expect([0.95, 0.9, 0.999].map(levelPercent)).toEqual(["95%", "90%", "99.9%"]);
  expect(words("a", "", "b")).toBe("a b");
});
