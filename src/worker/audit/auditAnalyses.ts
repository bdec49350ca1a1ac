import type { AuditObstacle, AuditPart, AuditQuantity, AuditRow } from "../../model/audit";
import { AUDIT_QUANTITIES } from "../../model/audit";
import type { Dataset, Descriptor } from "../../model/descriptor";
import type { AskedOf, FoundOf } from "../../model/exploration";
import { EXPORTED_ANALYSIS, EXPORTED_SUBGROUP, type ExportedAnalysis } from "../../model/exportedAnalysis";
import { exportedMeasure, exportedModel } from "../../model/exportedModel";
import type { Row } from "../../model/study";
import { resolveMeasure } from "../effects";
import { auditDifference } from "./auditDifference";
import { auditEstimate, type Judged } from "./auditEstimate";
import { equalityFor, type IsEqual } from "./equality";
import type { Under } from "./resultUnder";

/**
 * Every number that another program exported beside ours, each analysis pooled anew from its rows under its own
 * settings: as the page would pool them, with events and non-events swapped where the program did so.
 */
export function auditAnalyses({ descriptor, rows }: Dataset, { exported }: AskedOf<"audit">): FoundOf<"audit"> {
  const byAnalysis = new Map<string, Row[]>();
  for (const row of rows) {
    const id = String(row.columns[EXPORTED_ANALYSIS] ?? "");
    const own = byAnalysis.get(id);
    if (own) own.push(row);
    else byAnalysis.set(id, [row]);
  }
  const isEqual = equalityFor(exported);
  const all = exported.flatMap((analysis) => {
    return auditAnalysis(analysis, byAnalysis.get(analysis.id) ?? [], descriptor, isEqual);
  });
  return { rows: all };
}

function auditAnalysis(
  analysis: ExportedAnalysis,
  rows: readonly Row[],
  descriptor: Descriptor,
  isEqual: IsEqual,
): AuditRow[] {
  const under = underOf(analysis, rows, descriptor);
  if (typeof under === "string") return obstructed(analysis, under);
  const { overall, subgroups, difference, settings } = analysis;
  const used = rows.map((row) => asAnalysed(row, settings.swapEvents));
  const of = (name: string) => used.filter((row) => String(row.columns[EXPORTED_SUBGROUP] ?? "") === name);
  const groups = new Map(subgroups.map(({ name }) => [name, of(name)]));
  const inPart = (part: AuditPart, judged: readonly Judged[]): AuditRow[] =>
    judged.map((row) => ({ analysis: analysis.id, part, ...row }));
  return [
    ...(overall ? inPart({ kind: "overall" }, auditEstimate(used, under, overall, isEqual)) : []),
    ...subgroups.flatMap(({ name, result }) =>
      inPart({ kind: "subgroup", name }, auditEstimate(groups.get(name) ?? [], under, result, isEqual)),
    ),
    ...(difference
      ? inPart({ kind: "difference" }, auditDifference([...groups.values()], under, difference, isEqual))
      : []),
  ];
}

/** What an analysis is pooled by, or why it is not. */
function underOf(
  { settings }: ExportedAnalysis,
  [first]: readonly Row[],
  { outcomes }: Descriptor,
): Under | AuditObstacle {
  const outcome = first && outcomes.find(({ name }) => name === first.outcome);
  if (!outcome) return "no-rows";
  const measure = exportedMeasure(settings, first.data.kind);
  if (measure === null) return "unknown-measure";
  return { outcome, measure: resolveMeasure(measure, outcome, [measure]), model: exportedModel(settings) };
}

/** The row as its program analysed it: never turned round, and with its events swapped where that was asked. */
function asAnalysed(row: Row, swapEvents: boolean): Row {
  const { data } = row;
  if (!swapEvents || data.kind !== "counts") return { ...row, better: null };
  return { ...row, better: null, data: { ...data, ai: data.n1i - data.ai, ci: data.n2i - data.ci } };
}

/** The overall numbers of an analysis that cannot be pooled here. */
function obstructed({ id, overall, subgroups }: ExportedAnalysis, obstacle: AuditObstacle): AuditRow[] {
  const parts: readonly (readonly [AuditPart, ExportedAnalysis["overall"]])[] = [
    [{ kind: "overall" }, overall],
    ...subgroups.map(({ name, result }) => [{ kind: "subgroup", name }, result] as const),
  ];
  const blank = { ours: null, verdict: "unexplained", reasons: [], obstacle } as const;
  return parts.flatMap(([part, estimate]) =>
    AUDIT_QUANTITIES.flatMap((quantity: AuditQuantity): AuditRow[] => {
      const exported = estimate?.[quantity] ?? null;
      return exported === null ? [] : [{ analysis: id, part, quantity, exported, ...blank }];
    }),
  );
}
