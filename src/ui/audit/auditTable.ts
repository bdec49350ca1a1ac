import type { PlainTable } from "../../export/figureTable";
import type { AuditRow } from "../../model/audit";
import type { ExportedAnalysis } from "../../model/exportedAnalysis";
import { AUDIT_QUANTITY_NAMES, AUDIT_VERDICTS, auditExplanation, auditPartName } from "../../words/audit";

const HEAD = [
  ...[
    "Analysis",
    "Name",
    "Program",
    "Measure",
    "Method",
    "Model",
    "Estimator",
    "Interval",
    "Level",
    "Part",
    "Quantity",
  ],
  ...["Exported", "Ours", "Difference", "Verdict", "Explanation"],
];

/** The whole audit at full precision: a line per number, with the settings of its analysis. */
export function auditTable(rows: readonly AuditRow[], exported: readonly ExportedAnalysis[]): PlainTable {
  const byId = new Map(exported.map((analysis) => [analysis.id, analysis]));
  return {
    head: HEAD,
    rows: rows.map((row) => {
      const analysis = byId.get(row.analysis);
      const settings = analysis?.settings;
      return [
        ...[row.analysis, analysis?.name ?? "", analysis?.program ?? ""],
        ...[settings?.measureName ?? "", settings?.weighting ?? "", settings?.model ?? ""],
        ...[settings?.estimator ?? null, settings?.ciMethod ?? "", settings?.level ?? null],
        ...[auditPartName(row.part), AUDIT_QUANTITY_NAMES[row.quantity]],
        ...[row.exported, row.ours, row.ours === null ? null : row.ours - row.exported],
        ...[AUDIT_VERDICTS[row.verdict], auditExplanation(row)],
      ];
    }),
  };
}
