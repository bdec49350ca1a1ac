import type { Descriptor, OutcomeInfo } from "../../model/descriptor";
import type { MeasureInfo } from "../../model/measure";
import type { PoolingModel } from "../../model/poolingModel";
import type { Influence, StudyInfluence } from "../../model/sensitivity";
import { formatNumber, formatPercent } from "../number";
import { counted, levelPercent, list, lowerFirst, words } from "../phrase";
import type { NameOf } from "./doubt";

/** What Baujat's plot shows, and whose points lie furthest out. */
export function baujatText({ studies }: Influence, { studyNoun }: Descriptor, nameOf: NameOf): string {
  const { many } = studyNoun;
  const points = studies.flatMap(({ rowId, baujat }) => (baujat ? [{ rowId, ...baujat }] : []));
  const [moves] = points.toSorted((a, b) => b.influence - a.influence);
  const [disagrees] = points.toSorted((a, b) => b.heterogeneity - a.heterogeneity);
  if (!moves || !disagrees) return `With ${counted(studies.length, studyNoun)} there is nothing to compare.`;
  const told =
    moves.rowId === disagrees.rowId
      ? `${nameOf(moves.rowId)} does both most.`
      : `${nameOf(disagrees.rowId)} disagrees most, ${nameOf(moves.rowId)} moves the result most.`;
  return words(`To the right: ${many} that disagree with the others; on top: ${many} that move the result.`, told);
}

/** What the radial plot shows, and how many studies lie outside its band. */
export function radialText(
  { studies, overall, band }: Influence,
  { level }: PoolingModel,
  { studyNoun }: Descriptor,
): string {
  const { many } = studyNoun;
  const outside = studies.filter(({ radial }) => Math.abs(radial.z - (overall?.mu ?? 0) * radial.x) > band).length;
  return words(
    `The steeper a point lies as seen from the left edge, the larger its effect; precise ${many} lie to the right.`,
    `Dashed: the pooled effect; shaded: ±${formatNumber(band)} about it, where ${levelPercent(level)} of ${many} are expected.`,
    `${outside === 0 ? "None" : formatNumber(outside, 0)} of ${studies.length} ${outside === 1 ? "lies" : "lie"} outside${outside === 0 ? "" : " (dark)"}.`,
  );
}

/** What L'Abbé's plot shows, and on which side of equality the studies lie. */
export function labbeText(
  studies: readonly StudyInfluence[],
  measure: MeasureInfo,
  { arms, studyNoun }: Descriptor,
  { better }: OutcomeInfo,
): string {
  const points = studies.flatMap(({ risks }) => risks ?? []);
  const below = points.filter(({ x, y }) => y < x).length;
  const above = points.filter(({ x, y }) => y > x).length;
  const [ours, theirs] = [lowerFirst(arms.intervention), lowerFirst(arms.control)];
  const [favourBelow, favourAbove] = better === "lower" ? [ours, theirs] : [theirs, ours];
  const equal = points.length - below - above;
  const parts = [
    `${counted(below, studyNoun)} below it (favours ${favourBelow})`,
    `${formatNumber(above, 0)} above it (favours ${favourAbove})`,
    ...(equal > 0 ? [`${formatNumber(equal, 0)} on it`] : []),
  ];
  return words(
    `Solid: equal risks; dashed: the pooled ${measure.name} over all risks.`,
    `${list(parts)}.`,
    "Areas are proportional to weight.",
  );
}

/** Why there is no L'Abbé plot. */
export function noLabbeText({ studyNoun }: Descriptor): string {
  return `L’Abbé’s plot sets the risks of two arms against each other: it needs ${studyNoun.many} that report events.`;
}

/** "21.4% against 30.0%": observed risks in arm 1 and arm 2. */
export function risksText({ x, y }: NonNullable<StudyInfluence["risks"]>): string {
  return `${formatPercent(100 * y, 1)} against ${formatPercent(100 * x, 1)}`;
}
