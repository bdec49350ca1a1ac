import { expect, it } from "vitest";
import { COCHRANE_2024 } from "../model/poolingModel";
import { weightingNote } from "./weightingNote";

it("is said only where the page pools otherwise", () => {
  expect(weightingNote(COCHRANE_2024, "Subsets are pooled")).toBe("");
  expect(weightingNote({ ...COCHRANE_2024, weighting: "MH" }, "Subsets are pooled")).toBe(
    "Subsets are pooled by inverse variance, not by Mantel-Haenszel as on the page.",
  );
});
