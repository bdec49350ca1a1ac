import { expect, it } from "vitest";
import { compareLabels, orderTimepoints } from "./order";

it.each([
  [
    ["3 months", "1 week", "1 month"],
    ["1 week", "1 month", "3 months"],
  ],
  [
    ["Day 10", "Day 2", "Baseline"],
    ["Baseline", "Day 2", "Day 10"],
  ],
  [
    ["1 year", "6 months", "24 h", "12 wk"],
    ["24 h", "12 wk", "6 months", "1 year"],
  ],
  [
    ["Long-term", "6+ months", "12-month"],
    ["6+ months", "12-month", "Long-term"],
  ],
  [
    ["Discharge", "After surgery"],
    ["Discharge", "After surgery"],
  ],
])("orders %j as time passes", (names, ordered) => {
  expect(orderTimepoints(names)).toEqual(ordered);
});

it("orders values by number, judgements by severity, the empty cell last", () => {
  expect(["L10", "", "L2", "C1"].sort(compareLabels)).toEqual(["C1", "L2", "L10", ""]);
  expect(["High", "Low", "Some concerns"].sort(compareLabels)).toEqual(["Low", "Some concerns", "High"]);
});
