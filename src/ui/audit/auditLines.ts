import { AUDIT_QUANTITIES, type AuditRow, type AuditVerdict } from "../../model/audit";
import { auditPartName } from "../../words/audit";

export type Shown = "all" | "differing" | "unexplained";

/** What lines can be sorted by; null leaves them in the order of the analyses. */
export type AuditSort = { readonly by: keyof typeof KEYS; readonly descending: boolean } | null;

const VERDICTS: readonly AuditVerdict[] = ["unexplained", "explained", "equal"];

const KEYS = {
  part: ({ part }: AuditRow) => auditPartName(part),
  quantity: ({ quantity }: AuditRow) => AUDIT_QUANTITIES.indexOf(quantity),
  exported: ({ exported }: AuditRow) => exported,
  ours: ({ ours }: AuditRow) => ours ?? Number.POSITIVE_INFINITY,
  difference: ({ exported, ours }: AuditRow) => (ours === null ? Number.POSITIVE_INFINITY : Math.abs(ours - exported)),
  verdict: ({ verdict }: AuditRow) => VERDICTS.indexOf(verdict),
};

/** The rows to show, in the order asked for; rows alike keep theirs. */
export function auditLines(rows: readonly AuditRow[], shown: Shown, sort: AuditSort): readonly AuditRow[] {
  const kept = rows.filter(({ verdict }) => {
    return shown === "all" || verdict === "unexplained" || (shown === "differing" && verdict !== "equal");
  });
  if (!sort) return kept;
  const key = KEYS[sort.by];
  const sign = sort.descending ? -1 : 1;
  return kept.toSorted((a, b) => sign * compare(key(a), key(b)));
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === "string" || typeof b === "string")
    return String(a).localeCompare(String(b), "en", { numeric: true });
  return a === b ? 0 : a - b;
}

/** The next sort of a head that is pressed: upwards, downwards, then back to the order of the analyses. */
export function nextAuditSort(sort: AuditSort, by: NonNullable<AuditSort>["by"]): AuditSort {
  if (sort?.by !== by) return { by, descending: false };
  return sort.descending ? null : { by, descending: true };
}
