import { describe, expect, it } from "vitest";
import type { Bubble } from "../model/bubble";
import { MEASURES } from "../model/measure";
import { bubbleText, sidesText } from "./bubble";
import { usNkt } from "./fixtures";

const fit = {
  ...{ k: 13, tau2: 0.0764, converged: true, R2: 75.6, line: [] },
  slope: { beta: -0.0291, ciLb: -0.0432, ciUb: -0.015, pval: 0.00005 },
};
const bubble: Bubble = { column: "year", measure: MEASURES.RR, points: [], without: 0, fit, reason: null };

describe("bubbleText", () => {
  it("tells a ratio's slope as a factor, what it accounts for, and what it cannot say", () => {
    expect(bubbleText(bubble, usNkt, 0.95)).toBe(
      "The risk ratio is multiplied by 0.97 per year (95% CI 0.96 to 0.99, p < 0.001, k = 13). It accounts for 76% of τ² (R²); τ² left is 0.076. A relation between trials is not one between patients.",
    );
  });

  it("keeps the digits of a small difference, and warns of few trials", () => {
    const few = { ...bubble, measure: MEASURES.SMD, fit: { ...fit, k: 5, R2: null }, without: 2 };
    const told = bubbleText(few, usNkt, 0.95);
    expect(told).toContain("SMD differs by −0.0291 per year (95% CI −0.0432 to −0.0150");
    expect(told).toContain("τ² left is 0.076. ");
    expect(told).toContain("With fewer than 10 trials a regression says little.");
    expect(told).toContain("2 trials without an effect or without year not shown.");
  });

  it.each([
    ["redundant-moderators", "No line: every trial has the same year."],
    ["too-few-studies", "No line: a regression on year needs at least three trials that report it."],
  ] as const)("says why there is no line: %s", (reason, told) => {
    expect(bubbleText({ ...bubble, fit: null, reason }, usNkt, 0.95)).toBe(told);
  });

  it("says which side is whose", () => {
    const [pain] = usNkt.outcomes;
    expect(sidesText(usNkt, pain!)).toBe("Below the line of no effect favours US-NKT, above it control.");
  });
});
