import type { Analysis, NotEstimableReason, Pooled, StudyResult } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import type { Row } from "../model/study";
import { isBeforeAfter } from "./claim";
import { counted, list, outcomeOf, rowNoun } from "./phrase";

/** Looks up a row by its id, for what the analysis does not hold: the instrument. */
export type RowOf = (id: number) => Row | undefined;

const FEW = 4; // an interval from two to four trials rests on too little to be trusted
const SCALE_COLUMN = "scale";

/** Why a study enters no pooled result, after "trial" or "trials". */
export const NOT_ESTIMABLE: Readonly<Record<NotEstimableReason, string>> = {
  "no-events": "no event in either arm",
  "all-events": "events in every patient of both arms",
  "no-variation": "no usable variance",
  "too-few": "fewer than two patients in an arm",
  "zero-cell": "a zero cell, and the chosen rule adds nothing to it",
  "opposite-signs": "means of opposite signs or zero, which have no ratio",
  impossible: "numbers that cannot be",
  "other-data": "data of another kind than this measure needs",
};

/** What the reader must know beside the numbers, most important first; each is one sentence. */
export function cautionsOf(analysis: Analysis, descriptor: Descriptor, rowOf?: RowOf): readonly string[] {
  const pooled = analysis.overall ? [analysis.overall] : analysis.groups.flatMap((g) => g.pooled ?? []);
  return [
    beforeAfter(analysis, descriptor),
    ...fewStudies(analysis, pooled, descriptor),
    notConverged(pooled),
    severalScales(analysis, descriptor, rowOf),
    flipped(analysis, descriptor),
    ...notEstimable(analysis, descriptor),
    excluded(analysis, descriptor),
  ].filter((caution) => caution !== "");
}

function beforeAfter(analysis: Analysis, descriptor: Descriptor): string {
  if (!isBeforeAfter(analysis, descriptor)) return "";
  const { many } = descriptor.studyNoun;
  return `These ${many} compare people with themselves before treatment: without a control group, a change cannot be put down to the treatment alone.`;
}

function fewStudies(analysis: Analysis, pooled: readonly Pooled[], { studyNoun }: Descriptor): readonly string[] {
  const few = pooled.filter(({ k }) => k >= 2 && k <= FEW);
  const first = few[0];
  if (!first) return [];
  const uncertain = analysis.overall
    ? `Intervals from only ${counted(first.k, studyNoun)} are uncertain.`
    : `Intervals from groups of ${counted(FEW, studyNoun)} or fewer are uncertain.`;
  const needsMore = few.find(({ predintReason }) => predintReason === "needs-three-studies");
  return needsMore ? [uncertain, `A prediction interval needs at least three ${studyNoun.many}.`] : [uncertain];
}

function notConverged(pooled: readonly Pooled[]): string {
  return pooled.every(({ converged }) => converged)
    ? ""
    : "The estimate of τ² did not settle within its steps: read these numbers as approximate.";
}

function severalScales({ measure, studies }: Analysis, { studyNoun }: Descriptor, rowOf?: RowOf): string {
  if (measure.measure !== "MD" || !rowOf) return "";
  const scales = new Set(
    studies.filter(isPooled).flatMap(({ rowId }) => {
      const scale = rowOf(rowId)?.columns[SCALE_COLUMN];
      return scale === undefined || scale === null || scale === "" ? [] : [String(scale)];
    }),
  );
  if (scales.size < 2) return "";
  return `These ${studyNoun.many} used ${scales.size} scales (${list([...scales])}): a mean difference takes a point on each for the same, a standardised one does not.`;
}

function flipped(analysis: Analysis, descriptor: Descriptor): string {
  const { selection, studies } = analysis;
  const k = studies.filter((s) => isPooled(s) && s.flipped).length;
  if (k === 0) return "";
  const better = outcomeOf(descriptor, selection.outcome).better;
  const onScales = better === "lower" ? "higher is better" : "lower is better";
  return `${counted(k, rowNoun(analysis, descriptor))} on scales where ${onScales} ${k === 1 ? "was" : "were"} turned round.`;
}

function notEstimable(analysis: Analysis, descriptor: Descriptor): readonly string[] {
  const reasons = new Map<NotEstimableReason, number>();
  for (const { state, reason } of analysis.studies) {
    if (state === "included" && reason) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  return [...reasons].map(
    ([reason, k]) =>
      `${counted(k, rowNoun(analysis, descriptor))} with ${NOT_ESTIMABLE[reason]} ${k === 1 ? "enters" : "enter"} no pooled result.`,
  );
}

/** With an overall result the number of studies says this itself. */
function excluded(analysis: Analysis, descriptor: Descriptor): string {
  const k = leftOut(analysis);
  return k === 0 || analysis.overall ? "" : `${counted(k, rowNoun(analysis, descriptor))} left out of every number.`;
}

/** How many of the rows asked for were left out by choice. */
export function leftOut({ studies }: Analysis): number {
  return studies.filter(({ state }) => state === "excluded").length;
}

function isPooled({ state, effect }: StudyResult): boolean {
  return state === "included" && effect !== null;
}
