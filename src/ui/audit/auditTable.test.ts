import { describe, expect, it } from "vitest";
import { toCsv } from "../../export/tableText";
import type { AuditRow } from "../../model/audit";
import type { Dataset } from "../../model/descriptor";
import { EXPORTED_ANALYSIS, EXPORTED_SUBGROUP, type ExportedAnalysis } from "../../model/exportedAnalysis";
import type { Row } from "../../model/study";
import { usNkt } from "../../words/fixtures";
import { askAnalysis } from "./askAnalysis";
import { auditLines, nextAuditSort } from "./auditLines";
import { auditTable } from "./auditTable";

const analysis: ExportedAnalysis = {
  ...{ id: "1.10", name: '=HYPERLINK("x")', program: "RevMan Web", overall: null, subgroups: [], difference: null },
  settings: {
    ...{
      measure: "OR",
      measureName: "Odds Ratio",
      weighting: "Peto",
      model: "common",
      estimator: null,
      ciMethod: "HKSJ",
    },
    ...{ level: 0.9, swapEvents: false, hasOverall: true, hasSubgroups: false },
  },
};

const row = (parts: Partial<AuditRow>): AuditRow => ({
  ...{ analysis: "1.10", part: { kind: "overall" }, quantity: "Q", exported: 2, ours: 2, verdict: "equal" },
  ...{ reasons: [], obstacle: null },
  ...parts,
});

const ROWS = [
  row({}),
  row({ quantity: "estimate", exported: 0.1 + 0.2, ours: 0.3, verdict: "explained", reasons: ["i2-from-q"] }),
  row({ quantity: "pval", exported: 1, ours: null, verdict: "unexplained", obstacle: "not-estimable" }),
];

describe("auditTable", () => {
  it("keeps every digit, and lets no name be a formula", () => {
    const lines = toCsv(auditTable(ROWS, [analysis])).split("\r\n");
    expect(lines).toHaveLength(5);
    expect(lines[2]).toContain("0.30000000000000004,0.3,");
    for (const line of lines.slice(1, 4)) expect(line).toMatch(/^1\.10,"'=HYPERLINK/);
  });
});

describe("auditLines", () => {
  it("keeps what is asked for", () => {
    expect(auditLines(ROWS, "all", null)).toEqual(ROWS);
    expect(auditLines(ROWS, "differing", null)).toEqual(ROWS.slice(1));
    expect(auditLines(ROWS, "unexplained", null)).toEqual(ROWS.slice(2));
  });

  it("sorts up, down, and back", () => {
    const up = nextAuditSort(null, "exported");
    expect(auditLines(ROWS, "all", up).map(({ exported }) => exported)).toEqual([0.1 + 0.2, 1, 2]);
    const down = nextAuditSort(up, "exported");
    expect(auditLines(ROWS, "all", down).map(({ exported }) => exported)).toEqual([2, 1, 0.1 + 0.2]);
    expect(nextAuditSort(down, "exported")).toBeNull();
    expect(auditLines(ROWS, "all", { by: "verdict", descending: false })[0]?.verdict).toBe("unexplained");
    expect(auditLines(ROWS, "all", { by: "difference", descending: true })[0]?.ours).toBeNull();
  });
});

describe("askAnalysis", () => {
  const of = (id: number, columns: Row["columns"], timepoint = "1 week"): Row => ({
    ...{
      id,
      studyId: `s${id}`,
      slab: `S ${id}`,
      year: null,
      outcome: "Falls",
      timepoint,
      comparator: "",
      better: null,
    },
    data: { kind: "counts", ai: 1, n1i: 9, ci: 2, n2i: 9 },
    columns,
  });
  const dataset = (...rows: readonly Row[]): Dataset => {
    const column = { name: EXPORTED_SUBGROUP, title: "Subgroup", type: "category", riskOfBias: null } as const;
    return { descriptor: { ...usNkt, columns: [column] }, rows };
  };
  const own = of(0, { [EXPORTED_ANALYSIS]: "1.10" });

  it("asks for the analysis's own settings", () => {
    const asked = askAnalysis(analysis, dataset(own));
    expect(asked?.model).toMatchObject({ method: "EE", test: "z", level: 0.9, weighting: "IV" });
    expect(asked?.selection).toMatchObject({ outcome: "Falls", timepoint: "1 week", measure: "PETO", compareBy: null });
    expect(asked?.selection.filters).toEqual({});
  });

  it("compares its subgroups, and keeps out another analysis of the same", () => {
    const result = { ...analysis, subgroups: [{ name: "A", result: analysis.overall! }] };
    const asked = askAnalysis(result, dataset(own, of(1, { [EXPORTED_ANALYSIS]: "1.1" })));
    expect(asked?.selection.compareBy).toBe(EXPORTED_SUBGROUP);
    expect(asked?.selection.filters).toEqual({ [EXPORTED_ANALYSIS]: { kind: "values", values: ["1.10"] } });
  });

  it("is null where its rows are not there", () => {
    expect(askAnalysis(analysis, dataset(of(1, {})))).toBeNull();
  });
});
