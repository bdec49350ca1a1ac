import { excerpt } from "../../data/excerpt";
import type { TidyColumn } from "../../data/tidy";
import type { Finding, Remedy, TableChange } from "../../model/finding";
import type { ArmData } from "../../model/study";
import { found, setCell } from "./found";
import { type Check, cellKey, groupBy, keyOf, type PlacedRow, type Slips } from "./slips";
import { listed, rowName } from "./text";

/** One arm in several rows that are pooled together. */
interface Shared {
  readonly arm: 1 | 2;
  readonly rows: readonly PlacedRow[];
}

/** One group of patients that stands in several rows of a study at the same outcome and time. */
export const sharedArm: Check = (slips) => {
  const shared = groupBy(slips.placed, (placed) => keyOf(placed.row.studyId, cellKey(placed))).flatMap(sharedIn);
  return groupBy(shared, ({ arm, rows }) => keyOf(arm, rows[0]!.row.studyId)).map((ofStudy) => told(slips, ofStudy));
};

/** The second arm first: comparators are shared more often. Rows that are equal in both are duplicates, not arms. */
function sharedIn(rows: readonly PlacedRow[]): Shared[] {
  if (rows.length < 2) return [];
  const withArms = rows.filter(({ row }) => row.data.kind !== "given");
  const byArm = (arm: 1 | 2, placed: readonly PlacedRow[]) =>
    groupBy(placed, ({ row }) => keyOf(...armOf(row.data, arm)));
  const isShared = (arm: 1 | 2, group: readonly PlacedRow[]) =>
    group.length > 1 && byArm(arm === 1 ? 2 : 1, group).length === group.length;
  return ([2, 1] as const).flatMap((arm) =>
    byArm(arm, withArms).flatMap((group) => (isShared(arm, group) ? [{ arm, rows: group }] : [])),
  );
}

function armOf(data: ArmData, arm: 1 | 2): (string | number)[] {
  if (data.kind === "means") return arm === 1 ? [data.m1i, data.sd1i, data.n1i] : [data.m2i, data.sd2i, data.n2i];
  if (data.kind === "counts") return arm === 1 ? ["counts", data.ai, data.n1i] : ["counts", data.ci, data.n2i];
  return [];
}

function told(slips: Slips, ofStudy: readonly Shared[]): Finding {
  const [first] = ofStudy;
  const { arm, rows } = first!;
  const { row } = rows[0]!;
  const n = (arm === 1 ? row.data.n1i : row.data.n2i) ?? 0;
  const others = [...new Set(rows.map((one) => one.row.comparator))].map(excerpt);
  const cells = ofStudy.length === 1 ? rowName(row) : `${excerpt(row.studyId)}, ${ofStudy.length} results`;
  const name = arm === 1 ? "intervention" : "comparator";
  return found(slips, {
    check: "shared-arm",
    severity: "doubtful",
    message: `${cells}: the same ${name} arm of ${n} stands in ${rows.length} rows${others.length > 1 ? ` (${listed(others)})` : ""}.`,
    why: "Pooled together, these patients count more than once, and the interval is too narrow. Comparisons that are shown apart need no change.",
    rows: ofStudy.flatMap((shared) => shared.rows.map(({ index }) => index)),
    columns: arm === 1 ? ["n1i", "ai"] : ["n2i", "ci"],
    remedies: splitRemedy(slips, ofStudy, `${name} arm`),
  });
}

/** Cochrane Handbook 23.3.4: the group is split into as many smaller ones; means and SDs stay. */
function splitRemedy(slips: Slips, ofStudy: readonly Shared[], name: string): Remedy[] {
  const parts = ofStudy.flatMap((shared) => splitOf(slips, shared));
  if (parts.length === 0) return [];
  const { studyId } = ofStudy[0]!.rows[0]!.row;
  return [
    {
      id: "split-arm",
      label: `Split the ${name} between the rows`,
      changes: parts.flatMap(({ changes }) => changes),
      derivation: parts.flatMap(({ derivation }) => derivation),
      sentence: `The ${name} of ${excerpt(studyId)}, which stood in several comparisons, was split between them so that no patient counts twice.`,
    },
  ];
}

function splitOf(slips: Slips, { arm, rows }: Shared): { changes: TableChange[]; derivation: string[] }[] {
  const { data } = rows[0]!.row;
  const n = (arm === 1 ? data.n1i : data.n2i) ?? 0;
  const events = data.kind === "counts" ? (arm === 1 ? data.ai : data.ci) : null;
  const into = rows.length;
  // Two participants at least are needed for a mean's variance.
  if (n < 2 * into) return [];
  const [sizeColumn, eventColumn]: readonly [TidyColumn, TidyColumn] = arm === 1 ? ["n1i", "ai"] : ["n2i", "ci"];
  const sizes = share(n, into);
  const shares = events === null ? null : share(events, into);
  return rows.map(({ index, row }, i) => ({
    changes: [
      setCell(slips, index, sizeColumn, sizes[i]!),
      ...(shares ? [setCell(slips, index, eventColumn, shares[i]!)] : []),
    ],
    derivation: [
      `${rowName(row)}, against ${excerpt(row.comparator)}: ${n} ÷ ${into} gives ${sizes[i]} participants${shares ? `, ${events} ÷ ${into} gives ${shares[i]} events` : ""}`,
    ],
  }));
}

/** Whole numbers as equal as can be that add up to `total`, the larger ones first. */
function share(total: number, into: number): number[] {
  const least = Math.floor(total / into);
  return Array.from({ length: into }, (_, i) => least + (i < total % into ? 1 : 0));
}
