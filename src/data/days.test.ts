import { expect, it } from "vitest";
import { daysOf } from "./days";

it.each([
  ["1 week", 7],
  ["Week 12", 84],
  ["3 months", 91.3125],
  ["6-month follow-up", 182.625],
  ["at 24 hours", 1],
  ["Day 2", 2],
  ["1.5 years", 547.875],
  ["0,5 years", 182.625],
  ["Baseline", 0],
  ["End of treatment", null],
  ["During follow-up", null],
  ["", null],
])("%s is %s days", (name, days) => {
  expect(daysOf(name)).toBe(days);
});
