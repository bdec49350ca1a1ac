import { describe, expect, it } from "vitest";
import { AUDIT_QUANTITIES, type AuditRow } from "../../model/audit";
import type { Dataset } from "../../model/descriptor";
import type { ExportedAnalysis, ExportedEstimate, ExportedSettings } from "../../model/exportedAnalysis";
import { EXPORTED_ANALYSIS, EXPORTED_SUBGROUP } from "../../model/exportedAnalysis";
import type { ArmData, Row } from "../../model/study";
import { usNkt } from "../../words/fixtures";
import { auditAnalyses } from "./auditAnalyses";
import reference from "./reference/audit.json"; // metafor 3.8-1, by audit.R beside it

type Case = (typeof reference.cases)[number];
type DataName = keyof typeof reference.data;

const SETTINGS: ExportedSettings = {
  ...{ measure: null, measureName: "", weighting: "IV", model: "random", estimator: null, ciMethod: "Wald" },
  ...{ level: 0.95, swapEvents: false, hasOverall: true, hasSubgroups: false },
};
const [FIRST] = usNkt.outcomes;

function datasetOf(name: DataName): Dataset {
  const given = { name: "effect", short: "Effect", scale: "identity" } as const;
  const outcome = { ...FIRST!, name: "Outcome", measure: null, given };
  const rows = reference.data[name].map((cells, id): Row => {
    const numbers = new Map<string, unknown>(Object.entries(cells));
    return {
      ...{ id, studyId: `s${id}`, slab: `Study ${id}`, year: null, outcome: "Outcome", timepoint: "", comparator: "" },
      // A row that runs the other way is not turned in an audit: its program knew nothing of directions.
      better: outcome.better === "lower" ? "higher" : "lower",
      data: dataOf(numbers),
      columns: { [EXPORTED_ANALYSIS]: "1.1", [EXPORTED_SUBGROUP]: String(numbers.get("subgroup") ?? "") },
    };
  });
  return { descriptor: { ...usNkt, outcomes: [outcome] }, rows };
}

function dataOf(numbers: ReadonlyMap<string, unknown>): ArmData {
  const n = (name: string) => Number(numbers.get(name));
  if (numbers.has("yi")) return { kind: "given", yi: n("yi"), vi: n("vi"), n1i: null, n2i: null };
  const sizes = { n1i: n("n1i"), n2i: n("n2i") };
  if (numbers.has("ai")) return { kind: "counts", ai: n("ai"), ci: n("ci"), ...sizes };
  return { kind: "means", m1i: n("m1i"), sd1i: n("sd1i"), m2i: n("m2i"), sd2i: n("sd2i"), ...sizes };
}

function exportedOf({ settings, overall, difference }: Case, data: DataName): ExportedAnalysis {
  const empty = Object.fromEntries(AUDIT_QUANTITIES.map((quantity) => [quantity, null]));
  const blank = empty as Readonly<Record<keyof ExportedEstimate, null>>;
  const names = new Set(datasetOf(data).rows.map((row) => String(row.columns[EXPORTED_SUBGROUP])));
  return {
    ...{ id: "1.1", name: "Outcome", program: "RevMan Web" },
    settings: { ...SETTINGS, ...(settings as Partial<ExportedSettings>) },
    overall: overall ? { ...blank, ...overall } : null,
    subgroups: difference ? [...names].map((name) => ({ name, result: blank })) : [],
    difference: difference ?? null,
  };
}

function rowsOf(found: Case): readonly AuditRow[] {
  const data = found.data as DataName;
  return auditAnalyses(datasetOf(data), { exported: [exportedOf(found, data)] }).rows;
}

describe.each(reference.cases.map((found) => [found.name, found] as const))("%s", (name, found) => {
  const rows = rowsOf(found);

  it("leaves nothing unexplained", () => {
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter(({ verdict }) => verdict === "unexplained")).toEqual([]);
  });

  it("is explained by what was done, and by nothing else", () => {
    const reasons = new Set(rows.flatMap((row) => row.reasons));
    expect([...reasons].sort()).toEqual(name.endsWith("as set") ? [] : name.split(" ").sort());
  });
});

describe("auditAnalyses", () => {
  const asSet = reference.cases.find(({ name }) => name === "as set")!;
  const bcg = datasetOf("bcg");

  it("compares every number that was exported, and none that was not", () => {
    const quantities = rowsOf(asSet).map(({ quantity }) => quantity);
    expect(quantities).toEqual(AUDIT_QUANTITIES.filter((quantity) => quantity !== "piLb" && quantity !== "piUb"));
  });

  it.each([
    ["estimate", 1.00001],
    ["ciUb", 1.00001],
    ["tau2", 1.01],
    ["pval", 100],
  ] as const)("does not explain an exported %s that is wrong", (quantity, factor) => {
    const exported = exportedOf(asSet, "bcg");
    const value = exported.overall![quantity]! * factor;
    const wrong = { ...exported, overall: { ...exported.overall!, [quantity]: value } };
    const { rows } = auditAnalyses(bcg, { exported: [wrong] });
    expect(rows.filter(({ verdict }) => verdict !== "equal").map((row) => [row.quantity, row.verdict])).toEqual([
      [quantity, "unexplained"],
    ]);
  });

  it("takes digits that a file does not print for no difference", () => {
    const exported = exportedOf(asSet, "bcg");
    const round = (digits: number) => (value: number | null) => (value === null ? null : Number(value.toFixed(digits)));
    const printed = Object.entries(exported.overall!).map(([key, value]) => [key, round(key === "I2" ? 0 : 2)(value)]);
    const overall = Object.fromEntries(printed) as unknown as ExportedEstimate;
    const { rows } = auditAnalyses(bcg, { exported: [{ ...exported, overall }] });
    expect(rows.filter(({ verdict }) => verdict !== "equal")).toEqual([]);
    const off = { ...overall, estimate: overall.estimate! + 0.2 };
    const { rows: moved } = auditAnalyses(bcg, { exported: [{ ...exported, overall: off }] });
    expect(moved.filter(({ verdict }) => verdict === "unexplained").map(({ quantity }) => quantity)).toEqual([
      "estimate",
    ]);
  });

  it("swaps events and non-events where the program did", () => {
    const swapped = bcg.rows.map((row): Row => {
      const { data } = row;
      if (data.kind !== "counts") return row;
      return { ...row, data: { ...data, ai: data.n1i - data.ai, ci: data.n2i - data.ci } };
    });
    const exported = exportedOf(asSet, "bcg");
    const asked = { ...exported, settings: { ...exported.settings, swapEvents: true } };
    const { rows } = auditAnalyses({ ...bcg, rows: swapped }, { exported: [asked] });
    expect(rows.every(({ verdict }) => verdict === "equal")).toBe(true);
  });

  it("says why an analysis cannot be pooled", () => {
    const exported = exportedOf(asSet, "bcg");
    const obstacles = (analysis: ExportedAnalysis) =>
      new Set(auditAnalyses(bcg, { exported: [analysis] }).rows.map(({ obstacle }) => obstacle));
    expect(obstacles({ ...exported, id: "9.9" })).toEqual(new Set(["no-rows"]));
    const settings = { ...exported.settings, measure: null };
    expect(obstacles({ ...exported, settings })).toEqual(new Set(["unknown-measure"]));
  });
});
