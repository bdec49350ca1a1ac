import { excerpt } from "../../data/excerpt";
import type { Finding } from "../../model/finding";
import type { MeansData } from "../../model/study";
import { found, setCell } from "./found";
import { robustCentre } from "./robust";
import { type Check, groupBy, instrumentOf, keyOf, type PlacedRow, type Slips } from "./slips";
import { figure, listed, rowName, studyNames } from "./text";

const FEWEST = 4; // studies on a scale, before one of them can be odd
const ODD = Math.log(2.5); // times smaller than usual
const NEAR = Math.log(1.6); // about √n times smaller

/** One arm of a row of means. */
export interface Arm {
  readonly arm: 1 | 2;
  readonly mean: number;
  readonly sd: number;
  readonly n: number;
}

export type MeansRow = PlacedRow & { readonly data: MeansData };

/** SDs that are smaller than the others' on the same scale by about √n: standard errors typed as SDs. */
export const seAsSd: Check = (slips) =>
  groupBy(meansRows(slips), (placed) => keyOf(placed.row.outcome, instrumentOf(placed))).flatMap((group) =>
    oddIn(slips, group),
  );

export function meansRows({ placed }: Slips): MeansRow[] {
  return placed.flatMap(({ index, row }) => (row.data.kind === "means" ? [{ index, row, data: row.data }] : []));
}

export function armsOf({ m1i, sd1i, n1i, m2i, sd2i, n2i }: MeansData): readonly [Arm, Arm] {
  return [
    { arm: 1, mean: m1i, sd: sd1i, n: n1i },
    { arm: 2, mean: m2i, sd: sd2i, n: n2i },
  ];
}

function oddIn(slips: Slips, group: readonly MeansRow[]): Finding[] {
  if (new Set(group.map(({ row }) => row.studyId)).size < FEWEST) return [];
  const usual = robustCentre(group.flatMap(({ data }) => armsOf(data).map(({ sd }) => Math.log(sd))));
  const odd = group.flatMap((placed) => {
    const arms = armsOf(placed.data).filter((arm) => isLikeSe(arm, usual));
    return arms.length > 0 ? [{ placed, arms }] : [];
  });
  return groupBy(odd, ({ placed }) => placed.row.studyId).map((ofStudy) => {
    const rows = ofStudy.map(({ placed }) => placed);
    const sds = ofStudy.flatMap(({ arms }) => arms.map(({ sd }) => figure(sd)));
    return found(slips, {
      check: "se-as-sd",
      severity: "doubtful",
      message: `${studyNames(rows)}: ${sds.length === 1 ? "the SD" : "the SDs"} of ${listed(sds)} ${sds.length === 1 ? "is" : "are"} about √n times smaller than the usual ${figure(Math.exp(usual.centre))} in “${excerpt(rows[0]!.row.outcome)}”. Standard errors may have been typed as SDs.`,
      why: "A standard error is √n times smaller than the SD: the study gets an effect, and with mean differences a weight, that are several times too large.",
      rows: rows.map(({ index }) => index),
      columns: [1, 2].flatMap((arm) =>
        ofStudy.some(({ arms }) => arms.some((a) => a.arm === arm)) ? [sdOf(arm)] : [],
      ),
      remedies: [sdFromSeRemedy(slips, ofStudy)],
    });
  });
}

function isLikeSe({ sd, n }: Arm, { centre, spread }: { readonly centre: number; readonly spread: number }): boolean {
  const smaller = centre - Math.log(sd);
  return (
    smaller > Math.max(ODD, 3 * spread) && Math.abs(smaller - Math.log(n) / 2) < Math.max(NEAR, Math.min(2 * spread, 1))
  );
}

/** SD = SE × √n in some arms. Cochrane Handbook 6.5.2.2. */
export function sdFromSeRemedy(
  slips: Slips,
  rows: readonly { readonly placed: PlacedRow; readonly arms: readonly Arm[] }[],
): Finding["remedies"][number] {
  const each = rows.flatMap(({ placed, arms }) =>
    arms.map((arm) => ({ placed, ...arm, is: arm.sd * Math.sqrt(arm.n) })),
  );
  return {
    id: "times-root-n",
    label: "They are standard errors: multiply by √n",
    changes: each.map(({ placed, arm, is }) => setCell(slips, placed.index, sdOf(arm), is)),
    derivation: each.map(
      ({ placed, arm, sd, n, is }) =>
        `${rowName(placed.row)}, arm ${arm}: SD = SE × √n = ${figure(sd)} × √${n} = ${figure(is)}`,
    ),
    sentence: `The SDs of ${studyNames(rows.map(({ placed }) => placed))} were computed from values taken to be standard errors.`,
  };
}

function sdOf(arm: number): "sd1i" | "sd2i" {
  return arm === 1 ? "sd1i" : "sd2i";
}
