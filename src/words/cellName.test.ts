import { expect, it } from "vitest";
import { cellName } from "./cellName";
import { cell, usNkt } from "./fixtures";

it("names outcome, timepoint, evidence and estimate", () => {
  expect(cellName(cell("Pain", "1 week", 8), usNkt, 0.95)).toBe(
    "Pain, 1 week: 8 trials, 652 patients, SMD −1.11 (95% CI −1.42 to −0.79)",
  );
});

it("says where there are no trials, and where none gives a result", () => {
  expect(cellName(cell("Pain", "3 months", 0), usNkt, 0.95)).toBe("Pain, 3 months: no trials");
  const empty = cell("Pain", "3 months", 2, { pooled: null });
  expect(cellName(empty, usNkt, 0.95)).toBe("Pain, 3 months: 2 trials, no result");
});
