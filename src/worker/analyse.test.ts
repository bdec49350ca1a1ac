import { describe, expect, it } from "vitest";
import type { Analysis } from "../model/analysis";
import { NESTED } from "../model/analysis";
import { COCHRANE_2024 } from "../model/poolingModel";
import type { Question, Selection } from "../model/selection";
import { analyse } from "./analyse";
import { bundled } from "./bundledDataset";

const usNkt = bundled("us-nkt");
const { publishedModel } = usNkt.descriptor;

function ask(change: Partial<Selection> = {}, model = publishedModel ?? COCHRANE_2024): Question {
  const selection: Selection = {
    outcome: "Pain",
    timepoint: "1 week",
    hiddenComparators: [],
    compareBy: null,
    thenBy: null,
    filters: {},
    excluded: [],
    measure: null,
    ...change,
  };
  return { selection, model };
}

const studyOf = (rowId: number) => usNkt.rows.find((row) => row.id === rowId)?.studyId ?? "";
const weightSum = ({ studies }: Analysis) => studies.reduce((sum, { weight }) => sum + (weight ?? 0), 0);

describe("analyse by Mantel-Haenszel", () => {
  const bcg = bundled("bcg-tuberculosis");
  const cell = { outcome: bcg.descriptor.defaults.outcome, timepoint: bcg.descriptor.defaults.timepoint };
  const byTables = { ...COCHRANE_2024, method: "EE", weighting: "MH" } as const;

  it("gives the known log risk ratio with its weights, and names what was used", () => {
    const found = analyse(bcg, ask({ ...cell, measure: "RR" }, byTables));
    expect(found.overall?.mu).toBeCloseTo(-0.4537096, 6); // metafor 3.8-1, rma.mh
    expect(found.overall?.se).toBeCloseTo(0.039337367, 8);
    expect(weightSum(found)).toBeCloseTo(100, 10);
    expect(found.model).toEqual({ ...byTables, test: "z" });
    const inverse = analyse(bcg, ask({ ...cell, measure: "RR" }, { ...byTables, weighting: "IV" }));
    expect(found.studies[0]?.weight).not.toBeCloseTo(inverse.studies[0]?.weight ?? 0, 1);
  });

  it("says inverse variance for means, whatever was asked", () => {
    expect(analyse(usNkt, ask({}, byTables)).model).toEqual({ ...byTables, weighting: "IV" });
  });
});

describe("analyse", () => {
  it("gives the published pooled estimate to the printed digits", () => {
    const { overall } = analyse(usNkt, ask());
    expect(overall?.mu.toFixed(2)).toBe("-1.11");
    expect(overall?.ciLb.toFixed(2)).toBe("-1.42");
    expect(overall?.ciUb.toFixed(2)).toBe("-0.79");
    expect(overall?.heterogeneity?.I2.toFixed(0)).toBe("73");
  });

  it("keeps excluded studies in their place and out of every number", () => {
    const all = analyse(usNkt, ask());
    const out = studyOf(all.studies[2]?.rowId ?? -1);
    const less = analyse(usNkt, ask({ excluded: [out] }));
    expect(less.studies.map((s) => s.rowId)).toEqual(all.studies.map((s) => s.rowId));
    expect(less.studies[2]).toMatchObject({ state: "excluded", weight: null });
    expect(less.overall?.k).toBe((all.overall?.k ?? 0) - 1);
    expect(weightSum(less)).toBeCloseTo(100, 10);
  });

  it("gives the same numbers whatever the grouping and the order of rows", () => {
    const together = analyse(usNkt, ask());
    const grouped = analyse(usNkt, ask({ compareBy: "comparator" }));
    const reversed = analyse({ ...usNkt, rows: [...usNkt.rows].reverse() }, ask());
    expect(grouped.overall).toEqual(together.overall);
    expect(reversed.overall?.mu).toBeCloseTo(together.overall?.mu ?? Number.NaN, 12);
    expect(reversed.overall?.tau2).toBeCloseTo(together.overall?.tau2 ?? Number.NaN, 12);
  });

  it("puts the groups in the dataset's order and tests between them", () => {
    const { groups, difference } = analyse(usNkt, ask({ compareBy: "comparator" }));
    expect(groups.map((g) => g.key)).toEqual(usNkt.descriptor.comparators);
    expect(difference?.df1).toBe(1);
  });

  it("gives groups one tau2 where that is asked, and leaves the overall result alone", () => {
    const question = ask({ compareBy: "comparator" });
    const separate = analyse(usNkt, question);
    const common = analyse(usNkt, { ...question, model: { ...question.model, groupTau2: "common" } });
    expect(new Set(common.groups.map(({ pooled }) => pooled?.tau2)).size).toBe(1);
    expect(new Set(separate.groups.map(({ pooled }) => pooled?.tau2)).size).toBe(2);
    expect(common.overall).toEqual(separate.overall);
    expect(common.groups.map(({ pooled }) => pooled?.heterogeneity?.Q)).toEqual(
      separate.groups.map(({ pooled }) => pooled?.heterogeneity?.Q),
    );
  });

  it("nests the groups of a second column in those of the first, and pools them alike", () => {
    const nested = analyse(usNkt, ask({ compareBy: "comparator", thenBy: "condition" }));
    const outer = analyse(usNkt, ask({ compareBy: "comparator" }));
    const keys = nested.groups.map((g) => g.key);
    expect(keys.length).toBeGreaterThan(outer.groups.length);
    for (const { key, rowIds } of outer.groups) {
      const inner = nested.groups.filter((g) => g.key.startsWith(`${key}${NESTED}`));
      expect(inner.flatMap((g) => g.rowIds).toSorted((a, b) => a - b)).toEqual(rowIds.toSorted((a, b) => a - b));
    }
    expect(keys).toEqual(keys.toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b)));
    expect(nested.overall).toEqual(outer.overall);
    expect(nested.outerGroups).toEqual(outer.groups);
    expect(outer.outerGroups).toEqual([]);
    expect(nested.difference?.df1).toBe(nested.groups.filter((g) => g.pooled).length - 1);

    function rank(key: string): number {
      return usNkt.descriptor.comparators.findIndex((name) => key.startsWith(name));
    }
  });

  it("pools no timepoints together where they are the second column either", () => {
    const { groups, outerGroups, overall, noOverall } = analyse(
      usNkt,
      ask({ compareBy: "comparator", thenBy: "timepoint" }),
    );
    expect(groups.map((g) => g.key)).toEqual(
      usNkt.descriptor.comparators.flatMap((name) => ["1 week", "1 month", "3 months"].map((t) => name + NESTED + t)),
    );
    expect([overall, noOverall]).toEqual([null, "repeated-patients"]);
    expect(outerGroups.map(({ pooled }) => pooled)).toEqual([null, null]);
  });

  it("never pools timepoints of the same patients together", () => {
    const { groups, overall, noOverall, difference, studies } = analyse(usNkt, ask({ compareBy: "timepoint" }));
    expect(groups.map((g) => g.key)).toEqual(["1 week", "1 month", "3 months"]);
    expect([overall, noOverall, difference]).toEqual([null, "repeated-patients", null]);
    expect(studies.reduce((sum, { weight }) => sum + (weight ?? 0), 0)).toBeCloseTo(300, 8);
  });

  it("turns the sign of scales that run against the outcome, and says which", () => {
    const { studies } = analyse(usNkt, ask({ outcome: "Physical function", timepoint: "3 months" }));
    const joa = new Set(usNkt.rows.filter((row) => row.better === "higher").map((row) => row.id));
    expect(studies.some((s) => joa.has(s.rowId))).toBe(true);
    for (const { rowId, flipped } of studies) expect(flipped).toBe(joa.has(rowId));
  });

  it("says that nothing is left when everything is excluded or hidden", () => {
    const excluded = usNkt.rows.map((row) => row.studyId);
    for (const change of [{ excluded }, { hiddenComparators: usNkt.descriptor.comparators }]) {
      expect(analyse(usNkt, ask(change))).toMatchObject({ overall: null, noOverall: "no-studies" });
    }
  });

  it("falls back to a measure that the data give", () => {
    expect(analyse(usNkt, ask({ measure: "OR" })).measure.measure).toBe("SMD");
    expect(analyse(usNkt, ask({ outcome: "Adverse events", timepoint: "During follow-up" })).measure.measure).toBe(
      "RR",
    );
  });

  it("refuses an outcome that the dataset does not have", () => {
    expect(() => analyse(usNkt, ask({ outcome: "Sleep" }))).toThrow(RangeError);
  });
});
