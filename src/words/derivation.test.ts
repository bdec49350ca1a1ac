import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { MEASURES, type Measure } from "../model/measure";
import type { ArmData } from "../model/study";
import { escalc } from "../stats/index";
import { derivation } from "./derivation";
import { AS_PUBLISHED, analysis, row, study, usNkt } from "./fixtures";

const means: ArmData = { kind: "means", m1i: 2.85, sd1i: 1.41, n1i: 44, m2i: 5.2, sd2i: 1.68, n2i: 44 };
const effect = { yi: -1.5019, vi: 0.0589, ciLb: -1.9775, ciUb: -1.0263 };

function steps(data: ArmData, parts: Parameters<typeof study>[1], change: Parameters<typeof analysis>[0] = {}) {
  return derivation(row(0, { data }), study(0, { effect, weight: 12.4, ...parts }), analysis(change), usNkt);
}

describe("derivation", () => {
  it("fills the formulas of Hedges’ g with the study’s figures, each sign in its place", () => {
    const told = steps(means, {});
    expect(told[0]).toBe("US-NKT (1): mean 2.85, SD 1.41, n 44. Control (2): mean 5.2, SD 1.68, n 44.");
    expect(told[1]).toContain("= 1.5509.");
    expect(told[2]).toContain("= 0.9912 × (2.85 − 5.2) / 1.5509 = −1.5019;");
    expect(told[3]).toContain("(−1.5019)²/(2 × (88 − 3.94)) = 0.0589.");
    expect(told[4]).toBe("Standard error = √variance = √0.0589 = 0.2427.");
    expect(told[5]).toContain("12.40%");
  });

  it("says that a sign was turned, and shows the value before", () => {
    const told = steps(means, { flipped: true, effect: { ...effect, yi: 1.5019 } });
    expect(told[2]).toContain("= −1.5019;");
    expect(told[4]).toBe("On this scale higher is better, so the sign is turned: 1.5019.");
  });

  it("says when a zero cell was corrected", () => {
    const counts: ArmData = { kind: "counts", ai: 0, n1i: 52, ci: 10, n2i: 53 };
    const told = steps(counts, {}, { measure: MEASURES.RR });
    expect(told[0]).toBe("US-NKT (1): 0 of 52. Control (2): 10 of 53.");
    expect(told[1]).toContain("½ is added");
    expect(told[2]).toContain("RR = (a / n₁) / (c / n₂) = (0.5 / 53) / (10.5 / 54) = 0.2227, pooled as its");
  });

  const counts: ArmData = { kind: "counts", ai: 4, n1i: 123, ci: 11, n2i: 139 };
  it.each<[Measure, ArmData]>([
    ["MD", means],
    ["ROM", means],
    ["SMD1", means],
    ["RR", counts],
    ["OR", counts],
    ["RD", counts],
    ["PETO", counts],
    ["AS", counts],
    ["RR", { ...counts, ai: 0 }],
    ["OR", { ...counts, ai: 123 }],
  ])("writes figures of %s that give its effect and its variance", (measure, data) => {
    const result = escalc(measure, data, AS_PUBLISHED);
    if ("reason" in result) throw new Error(result.reason);
    const told = steps(data, { effect: { ...effect, ...result } }, { measure: MEASURES[measure] });
    const written = told.filter((step) => step.split(" = ").length > 2 && !step.startsWith("Standard"));
    expect(written.length).toBeGreaterThanOrEqual(2);
    for (const step of written) {
      const [filled = "", value = ""] = step.split(" = ").slice(-2);
      // Figures are rounded to four decimals.
      expect(worked(filled), step).toBeCloseTo(worked(value.split(/, |;|\.$/)[0] ?? ""), 2);
    }
  });

  it("shows the spread that SMDH is measured by", () => {
    const told = steps(means, {}, { measure: MEASURES.SMDH });
    expect(told[1]).toBe("S = √((SD₁² + SD₂²) / 2) = √((1.41² + 1.68²) / 2) = 1.5509.");
    expect(told[2]).toContain("× (2.85 − 5.2) / 1.5509 = −1.5019;");
  });

  it("corrects no zero for Peto’s odds ratio, and every table where the rule says so", () => {
    const counts: ArmData = { kind: "counts", ai: 0, n1i: 52, ci: 10, n2i: 53 };
    expect(steps(counts, {}, { measure: MEASURES.PETO })[3]).toContain("Peto OR = ");
    const model = { ...AS_PUBLISHED, zeroCells: "all" } as const;
    const full = { ...counts, ai: 4 };
    expect(steps(full, {}, { measure: MEASURES.OR, model })[1]).toBe(
      "½ is added to all four cells, as in every study.",
    );
  });

  it("takes given effects as they are, and is empty where there is none", () => {
    const given: ArmData = { kind: "given", yi: -1.5019, vi: 0.0589, n1i: null, n2i: null };
    expect(steps(given, {})[0]).toBe("The data give the effect −1.5019 and its variance 0.0589.");
    expect(steps(given, { effect: null, reason: "no-variation" })).toEqual([]);
  });
});

/** The value of a formula as it is written for readers. */
function worked(text: string): number {
  const script = text
    .replaceAll("−", "-")
    .replaceAll("×", "*")
    .replaceAll(",", "")
    .replace(/asin √(\([^)]*\))/g, "Math.asin(Math.sqrt$1)")
    .replaceAll("exp(", "Math.exp(")
    .replaceAll("²", "**2")
    .replaceAll("³", "**3");
  return Number(runInNewContext(script));
}
