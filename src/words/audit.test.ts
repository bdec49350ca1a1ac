import { describe, expect, it } from "vitest";
import type { AuditRow } from "../model/audit";
import type { ExportedAnalysis } from "../model/exportedAnalysis";
import { auditDifference, auditExplanation, auditNote, auditNumber, auditPartName, auditSummary } from "./audit";

const row = (analysis: string, parts: Partial<AuditRow> = {}): AuditRow => ({
  ...{ analysis, part: { kind: "overall" }, quantity: "pval", exported: 0.2, ours: 0.2, verdict: "equal" },
  ...{ reasons: [], obstacle: null },
  ...parts,
});

const analysisOf = (id: string, swapEvents = false): ExportedAnalysis => ({
  ...{ id, name: "Pain", program: "RevMan Web", overall: null, subgroups: [], difference: null },
  settings: {
    ...{
      measure: "RR",
      measureName: "Risk Ratio",
      weighting: "MH",
      model: "common",
      estimator: null,
      ciMethod: "Wald",
    },
    ...{ level: 0.95, swapEvents, hasOverall: true, hasSubgroups: false },
  },
});

describe("auditSummary", () => {
  it("counts analyses by the least of their numbers, and those without results", () => {
    const rows = [row("1.1"), row("1.1", { verdict: "explained" }), row("1.2"), row("1.3", { verdict: "unexplained" })];
    const exported = ["1.1", "1.2", "1.3", "1.4"].map((id) => analysisOf(id));
    expect(auditSummary(rows, exported)).toBe(
      "3 analyses: 1 equal, 1 explained, 1 unexplained. 1 came without results.",
    );
    expect(auditSummary([row("1.1")], exported.slice(0, 1))).toBe("1 analysis: 1 equal, 0 explained, 0 unexplained.");
  });
});

describe("auditExplanation", () => {
  it("joins what together gives the number", () => {
    expect(auditExplanation(row("1.1", { reasons: ["dersimonian-laird", "wald-p"] }))).toBe(
      "DerSimonian and Laird’s τ², not REML’s; the test is Wald’s, beside a Hartung-Knapp interval.",
    );
    expect(auditExplanation(row("1.1", { obstacle: "no-rows" }))).toBe("The data hold no usable row of this analysis.");
    expect(auditExplanation(row("1.1"))).toBe("");
  });
});

it("names parts, and analyses whose events are swapped", () => {
  expect(auditPartName({ kind: "subgroup", name: "" })).toBe("No subgroup");
  expect(auditPartName({ kind: "difference" })).toBe("Subgroup test");
  expect(auditNote([row("1.1")], [analysisOf("1.1", true)])).toContain("In 1.1 events and non-events are swapped");
});

it.each([
  [0.123456789, "0.1234568"],
  [-1234.5, "−1234.5"],
  [9e-7, "9e−7"],
  [null, "none"],
] as const)("writes %s as %s", (value, text) => {
  expect(auditNumber(value)).toBe(text);
});

it("writes differences with their size, and none where there is nothing beside", () => {
  expect(auditDifference({ exported: 1, ours: 1 })).toBe("0");
  expect(auditDifference({ exported: 1, ours: 1.00000001 })).toBe("1.0e−8");
  expect(auditDifference({ exported: 1, ours: 0.5 })).toBe("−0.5");
  expect(auditDifference({ exported: 1, ours: null })).toBe("");
});
