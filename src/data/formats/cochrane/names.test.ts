import { describe, expect, it } from "vitest";
import { betterOf } from "./direction";
import { namedMeasure } from "./measureNames";
import { placeAnalyses } from "./names";
import type { ReviewAnalysis } from "./review";

function analysis(id: string, name: string, change: Partial<ReviewAnalysis> = {}): ReviewAnalysis {
  const arms = { intervention: "Drug", control: "Control" };
  const rest = { group: "", data: "means", measure: namedMeasure("MD"), comparator: "", better: null } as const;
  return { id, name, arms, ...rest, rows: [], exported: null, ...change };
}

const placed = (...analyses: ReviewAnalysis[]) =>
  placeAnalyses(analyses).map(({ outcome, timepoint, comparator }) => [outcome, timepoint, comparator]);

describe("placeAnalyses", () => {
  it("lets times and comparators of one outcome share its name", () => {
    const against = (control: string) => ({ arms: { intervention: "Drug", control } });
    expect(
      placed(
        analysis("1.1", "Pain at 3 months", against("Placebo")),
        analysis("1.2", "Pain at 6 months", against("Placebo")),
        analysis("2.1", "Pain at 3 months", against("Usual care")),
      ),
    ).toEqual([
      ["Pain", "3 months", "Placebo"],
      ["Pain", "6 months", "Placebo"],
      ["Pain", "3 months", "Usual care"],
    ]);
  });

  it("numbers the later of two that share a place, or whose numbers mean something else", () => {
    const smd = { measure: namedMeasure("SMD") };
    const names = placed(analysis("1.1", "Pain"), analysis("2.1", "Pain"), analysis("3.1", "Pain at 1 week", smd));
    expect(names.map(([outcome]) => outcome)).toEqual(["Pain", "Pain (2.1)", "Pain (3.1)"]);
  });

  it("takes the outcome from the group where the name is a time", () => {
    expect(placed(analysis("1.1", "At 3 months", { group: "Cognition" }))).toEqual([
      ["Cognition", "3 months", "Control"],
    ]);
  });

  it("takes the comparator from the intervention, else a telling label, else a group that names both", () => {
    const group = "Yoga versus no treatment";
    const usual = { intervention: "Yoga", control: "Usual care" };
    expect(
      placed(
        analysis("1.1", "A", { group, comparator: "Sham", arms: usual }),
        analysis("1.2", "B", { group, arms: usual }),
        analysis("1.3", "C", { group }),
        analysis("1.4", "D", { group: "Cognition" }),
      ).map(([, , comparator]) => comparator),
    ).toEqual(["Sham", "Usual care", group, "Control"]);
  });
});

describe("betterOf", () => {
  const arms = { intervention: "Any antibody", control: "Placebo" };
  it.each([
    ["Favours antibody", "Favours placebo", "lower"],
    ["Favours placebo", "Favours antibody", "higher"],
    ["Favours bapinezumab", "Favors placebo", "lower"],
    ["Favours experimental", "Favours control", null],
    ["Favours [experimental]", "Favours [control]", null],
    ["Favours [control]", "Favours [experimental]", "higher"],
    ["Decrease", "Increase", null],
    ["Favours placebo", "Favours placebo", null],
  ])("%s | %s", (left, right, better) => {
    expect(betterOf({ left, right }, arms, false)).toBe(better);
  });

  it("turns with swapped events", () => {
    expect(betterOf({ left: "Favours placebo", right: "Favours antibody" }, arms, true)).toBe("lower");
  });
});

describe("namedMeasure", () => {
  it.each([
    ["Std. Mean Difference", "SMD"],
    ["Standardized Mean Difference", "SMD"],
    ["Peto Odds Ratio", "PETO"],
    ["PETO_OR", "PETO"],
    ["LOG_RR", "RR"],
    ["Odds Ratio (Non-event)", "OR"],
    ["Hazard Ratio", null],
    ["constructor", null],
  ])("%s", (written, measure) => {
    expect(namedMeasure(written).measure).toBe(measure);
  });

  it("keeps a name that it does not know", () => {
    expect(namedMeasure("Beta per year")).toEqual({
      measure: null,
      name: "Beta per year",
      short: "Beta per year",
      scale: "identity",
    });
  });
});
