import type { AuditPart, AuditQuantity, AuditRow, AuditVerdict } from "../model/audit";
import type { ExportedAnalysis } from "../model/exportedAnalysis";
import { AUDIT_OBSTACLES, AUDIT_REASONS } from "./auditReasons";
import { formatInteger } from "./number";
import { list, sentence, upperFirst } from "./phrase";

export const AUDIT_QUANTITY_NAMES: Readonly<Record<AuditQuantity, string>> = {
  estimate: "Estimate",
  ciLb: "CI, lower limit",
  ciUb: "CI, upper limit",
  piLb: "Prediction, lower limit",
  piUb: "Prediction, upper limit",
  tau2: "τ²",
  I2: "I² (%)",
  Q: "Q (Chi²)",
  df: "df of Q",
  QPval: "p of Q",
  statistic: "Test statistic",
  pval: "p-value",
};

export const AUDIT_VERDICTS: Readonly<Record<AuditVerdict, string>> = {
  equal: "Equal",
  explained: "Explained",
  unexplained: "Unexplained",
};

/** "Overall", a subgroup's name, "Subgroup test". */
export function auditPartName(part: AuditPart): string {
  if (part.kind === "subgroup") return part.name === "" ? "No subgroup" : part.name;
  return part.kind === "overall" ? "Overall" : "Subgroup test";
}

/** Why a number differs, or why it cannot be compared; "" where it is equal, or nothing is known of the difference. */
export function auditExplanation({ reasons, obstacle }: Pick<AuditRow, "reasons" | "obstacle">): string {
  if (obstacle) return AUDIT_OBSTACLES[obstacle];
  return reasons.length === 0 ? "" : sentence(upperFirst(reasons.map((reason) => AUDIT_REASONS[reason]).join("; ")));
}

/** "12 analyses: 10 equal, 2 explained, 0 unexplained." An analysis is what the least of its numbers is. */
export function auditSummary(rows: readonly AuditRow[], exported: readonly ExportedAnalysis[]): string {
  const verdicts = new Map<string, AuditVerdict>();
  for (const { analysis, verdict } of rows) verdicts.set(analysis, lesser(verdicts.get(analysis) ?? "equal", verdict));
  const count = (verdict: AuditVerdict) => [...verdicts.values()].filter((v) => v === verdict).length;
  const parts = (["equal", "explained", "unexplained"] as const).map((v) => `${formatInteger(count(v))} ${v}`);
  const without = exported.length - verdicts.size;
  return [
    `${formatInteger(verdicts.size)} ${verdicts.size === 1 ? "analysis" : "analyses"}: ${parts.join(", ")}.`,
    ...(without > 0 ? [`${formatInteger(without)} came without results.`] : []),
  ].join(" ");
}

const ORDER: readonly AuditVerdict[] = ["equal", "explained", "unexplained"];

function lesser(a: AuditVerdict, b: AuditVerdict): AuditVerdict {
  return ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b;
}

/** What the audit did, and how numbers count as equal. */
export function auditNote(rows: readonly AuditRow[], exported: readonly ExportedAnalysis[]): string {
  const programs = [...new Set(exported.map(({ program }) => program))];
  const swapped = exported.filter(({ settings }) => settings.swapEvents).map(({ id }) => id);
  return [
    `Each analysis of ${list(programs)} was pooled anew under its own settings, and ${formatInteger(rows.length)} exported numbers were compared to six digits, or to the last one printed. A difference counts as explained only where another computation gives the exported number.`,
    ...(swapped.length > 0
      ? [`In ${list(swapped)} events and non-events are swapped, which the page does not do when it opens them.`]
      : []),
  ].join(" ");
}

const DIGITS = 7; // one more than are compared

/** A number of the audit with the digits that are compared. */
export function auditNumber(value: number | null): string {
  return value === null ? "none" : signed(String(Number(value.toPrecision(DIGITS))));
}

/** Ours less the exported one: "0", "1.2e−8", "−0.0034". */
export function auditDifference({ exported, ours }: Pick<AuditRow, "exported" | "ours">): string {
  if (ours === null) return "";
  const difference = ours - exported;
  return signed(
    Math.abs(difference) < 1e-3 && difference !== 0 ? difference.toExponential(1) : auditNumber(difference),
  );
}

function signed(text: string): string {
  return text.replaceAll("-", "−");
}
