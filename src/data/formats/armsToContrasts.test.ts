import { describe, expect, it } from "vitest";
import { type ArmRecord, armsToContrasts, usualReference } from "./armsToContrasts";

const arm = (study: string, name: string, events: string, change: Partial<ArmRecord> = {}): ArmRecord => ({
  ...{ row: 2, study, arm: name, year: "", outcome: "Pain", timepoint: "1 week" },
  ...{ n: "50", mean: "", sd: "", events, further: [`about ${name}`] },
  ...change,
});

describe("usualReference", () => {
  const inStudies = (name: string, ...studies: string[]) => studies.map((study) => arm(study, name, "1"));

  it("is the arm that most studies have", () => {
    expect(usualReference([...inStudies("Old drug", "A", "B"), ...inStudies("New drug", "A", "B", "C")])).toBe(
      "New drug",
    );
  });

  it("is a control while at least half as many studies have it", () => {
    const drug = inStudies("Drug", "A", "B", "C", "D");
    expect(usualReference([...drug, ...inStudies("Usual care", "A", "B")])).toBe("Usual care");
    expect(usualReference([...drug, ...inStudies("Usual care", "A")])).toBe("Drug");
  });

  it("counts studies, not rows", () => {
    const arms = [arm("A", "Drug", "1"), arm("A", "Drug", "1", { outcome: "Sleep" }), ...inStudies("Other", "A", "B")];
    expect(usualReference(arms)).toBe("Other");
  });

  it("is nothing where no arm is named", () => {
    expect(usualReference([])).toBe("");
  });
});

describe("armsToContrasts", () => {
  it("puts the reference second, with its name as the comparator", () => {
    const { records, notes } = armsToContrasts(
      [arm("A", "Placebo", "9"), arm("A", "Drug", "4", { row: 3 })],
      "Placebo",
    );
    expect(notes).toEqual([]);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      ...{ row: 3, further: ["Drug", "about Drug"] },
      cells: { study: "A", comparator: "Placebo", ai: "4", n1i: "50", ci: "9", n2i: "50", m1i: "" },
    });
  });

  it("compares within the same outcome and time only", () => {
    const arms = [arm("A", "Placebo", "9"), arm("A", "Drug", "4", { timepoint: "2 weeks" })];
    const { records, notes } = armsToContrasts(arms, "Placebo");
    expect(records).toEqual([]);
    expect(notes[0]?.message).toContain("“A” has no comparison with “Placebo” and is left out");
  });

  it("says where the reference is shared, repeated or lacking", () => {
    const arms = [
      ...[arm("A", "Placebo", "9"), arm("A", "Drug", "4"), arm("A", "Other", "5")],
      ...[arm("B", "Placebo", "9"), arm("B", "Placebo", "8"), arm("B", "Drug", "4")],
      ...[arm("C", "Drug", "4"), arm("C", "Other", "5")],
    ];
    const { records, notes } = armsToContrasts(arms, "Placebo");
    expect(records.map(({ cells }) => [cells.study, cells.ci])).toEqual([
      ["A", "9"],
      ["A", "9"],
      ["B", "9"],
    ]);
    expect(notes.map(({ code }) => code)).toEqual(["without-reference", "shared-control", "repeated-reference"]);
  });

  it("keeps hostile names as they are", () => {
    const { records } = armsToContrasts([arm("__proto__", "constructor", "1"), arm("__proto__", "Sham", "2")], "Sham");
    expect(records[0]?.cells).toMatchObject({ study: "__proto__" });
    expect(records[0]?.further[0]).toBe("constructor");
  });
});
