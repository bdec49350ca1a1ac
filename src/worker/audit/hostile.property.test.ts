import fc from "fast-check";
import { expect, it } from "vitest";
import { AUDIT_QUANTITIES } from "../../model/audit";
import type { ExportedAnalysis, ExportedEstimate } from "../../model/exportedAnalysis";
import { EXPORTED_ANALYSIS, EXPORTED_SUBGROUP } from "../../model/exportedAnalysis";
import type { Row } from "../../model/study";
import { usNkt } from "../../words/fixtures";
import { auditAnalyses } from "./auditAnalyses";

const number = fc.oneof(
  fc.constantFrom(null, Number.POSITIVE_INFINITY, -1),
  fc.double({ noNaN: true }),
  fc.integer({ min: -3, max: 100 }),
);
const keys = [
  "estimate",
  "ciLb",
  "ciUb",
  "piLb",
  "piUb",
  "tau2",
  "Q",
  "df",
  "QPval",
  "I2",
  "statistic",
  "pval",
] as const;
const estimate = fc.record(Object.fromEntries(keys.map((key) => [key, number]))) as fc.Arbitrary<ExportedEstimate>;
const name = fc.constantFrom("", "A", "B", "__proto__", "constructor");

const analysis = fc.record({
  ...{ id: fc.constantFrom("1.1", "1.2"), name: fc.string(), program: fc.string() },
  settings: fc.record({
    measure: fc.constantFrom("OR" as const, "RR" as const, "RD" as const, "PETO" as const, "SMD" as const, null),
    measureName: fc.string(),
    weighting: fc.constantFrom("MH" as const, "IV" as const, "Peto" as const),
    model: fc.constantFrom("common" as const, "random" as const),
    estimator: fc.constantFrom("DL" as const, "REML" as const, null),
    ciMethod: fc.constantFrom("Wald" as const, "HKSJ" as const),
    level: fc.constantFrom(0.9, 0.95, 0.99),
    ...{ swapEvents: fc.boolean(), hasOverall: fc.boolean(), hasSubgroups: fc.boolean() },
  }),
  overall: fc.option(estimate),
  subgroups: fc.array(fc.record({ name, result: estimate }), { maxLength: 3 }),
  difference: fc.option(fc.record({ Q: number, df: number, pval: number, I2: number })),
}) satisfies fc.Arbitrary<ExportedAnalysis>;

const row = fc
  .record({
    ai: fc.nat(9),
    ci: fc.nat(9),
    n1i: fc.integer({ min: 9, max: 60 }),
    n2i: fc.integer({ min: 9, max: 60 }),
    name,
  })
  .map(({ name: subgroup, ...counts }): Row => {
    return {
      ...{ id: 0, studyId: "s", slab: "S", year: null, outcome: "Falls", timepoint: "", comparator: "", better: null },
      data: { kind: "counts", ...counts },
      columns: { [EXPORTED_ANALYSIS]: "1.1", [EXPORTED_SUBGROUP]: subgroup },
    };
  });

it("gives a verdict on every exported number, whatever the numbers are", () => {
  const descriptor = { ...usNkt, outcomes: [{ ...usNkt.outcomes[0]!, name: "Falls" }] };
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), fc.array(analysis, { maxLength: 2 }), (some, exported) => {
      const rows = some.map((one, id) => ({ ...one, id, studyId: `s${id}` }));
      for (const found of auditAnalyses({ descriptor, rows }, { exported }).rows) {
        expect(AUDIT_QUANTITIES).toContain(found.quantity);
        expect(found.reasons.length > 0).toBe(found.verdict === "explained");
        expect(Number.isNaN(found.ours)).toBe(false);
      }
    }),
    { numRuns: 150 },
  );
});
