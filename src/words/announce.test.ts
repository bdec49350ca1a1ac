import { describe, expect, it } from "vitest";
import { announcePicked, announceSort, announceToggle } from "./announce";
import { analysis, pooled, usNkt } from "./fixtures";

const trials = (count: number) => Array.from({ length: count }, (_, i) => `Trial ${i + 1}`);

describe("announceToggle", () => {
  const after = analysis({ overall: pooled({ k: 8, mu: -1.36, ciLb: -1.83, ciUb: -0.89 }) });

  it("announces a toggle with the new result", () => {
    expect(announceToggle(["Simulated trial 16"], false, after, usNkt)).toBe(
      "Simulated trial 16 left out. SMD −1.36 (95% CI −1.83 to −0.89), 8 trials.",
    );
    expect(announceToggle(["Trial 1"], true, after, usNkt)).toMatch(/^Trial 1 included again\. SMD/);
  });

  it("names up to three studies and counts more", () => {
    expect(announceToggle(trials(3), false, after, usNkt)).toMatch(/^Trial 1, Trial 2 and Trial 3 left out\./);
    expect(announceToggle(trials(4), false, after, usNkt)).toMatch(/^4 trials left out\./);
  });
});

it.each([
  [{ by: "weight", descending: true }, "Sorted by weight, largest or last on top."],
  [{ by: "weight", descending: false }, "Sorted by weight, smallest or first on top."],
  [null, "In the order of the data."],
])("announces the order %j", (sort, text) => {
  expect(announceSort("weight", sort)).toBe(text);
});

it.each([
  [1, "1 trial selected: Trial 1."],
  [2, "2 trials selected: Trial 1 and Trial 2."],
  [4, "4 trials selected."],
])("announces %d selected studies", (count, text) => {
  expect(announcePicked(trials(count), usNkt)).toBe(text);
});
