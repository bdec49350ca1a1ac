import { expect, it } from "vitest";
import { analysis, pooled, usNkt } from "./fixtures";
import { resultText } from "./resultText";

it("gives the overall result, each group where there is none, and says when there is nothing", () => {
  expect(resultText(analysis(), usNkt)).toBe("SMD −1.11 (95% CI −1.42 to −0.79), 8 trials.");
  const groups = [
    { key: "1 week", rowIds: [], pooled: pooled() },
    { key: "", rowIds: [], pooled: pooled({ k: 1 }) },
    { key: "3 months", rowIds: [], pooled: null },
  ];
  expect(resultText(analysis({ overall: null, groups }), usNkt)).toBe(
    "1 week: SMD −1.11 (95% CI −1.42 to −0.79), 8 trials; Not reported: SMD −1.11 (95% CI −1.42 to −0.79), 1 trial.",
  );
  expect(resultText(analysis({ overall: null }), usNkt)).toBe("No result.");
});
