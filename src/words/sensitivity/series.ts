import { conclude } from "../../model/conclusion";
import type { Descriptor } from "../../model/descriptor";
import type { Cumulative, CumulativeOrder, CumulativeStep } from "../../model/sensitivity";
import { effectText } from "../effectText";
import { columnTitle, counted, levelPercent, words } from "../phrase";
import type { NameOf } from "./doubt";

/** What the marks of a series of pooled results mean. */
export function seriesKey(level: number, { studyNoun }: Descriptor, hasOther: boolean): string {
  return words(
    `Shaded: ${levelPercent(level)} CI of all ${studyNoun.many}; dashed: their estimate.`,
    hasOther ? `‡ and hollow: the conclusion differs from that of all ${studyNoun.many}.` : "",
  );
}

/** The orders that every dataset has, as a choice, with what comes first. */
export const ORDERS: Readonly<Record<CumulativeOrder, string>> = {
  year: "Year, oldest first",
  precision: "Precision, most precise first",
  n: "Size, largest first",
  effect: "Effect, lowest first",
};

/** "year", "precision", "size", "effect", or a column's title, inside a sentence. */
export function orderName(by: string, descriptor: Descriptor): string {
  return by === "n" ? "size" : columnTitle(by, descriptor);
}

/** How the pooled result came about: what the interval has said since when. */
export function cumulativeText(
  { steps, measure }: Cumulative,
  by: string,
  level: number,
  descriptor: Descriptor,
  nameOf: NameOf,
): string {
  const last = steps.at(-1);
  if (!last) return "";
  const says = SAYS[conclude(last.pooled)];
  const since = sinceWhen(steps);
  const when = since === 0 ? "throughout" : `since ${nameOf(steps[since]!.rowId)} joined, as number ${since + 1}`;
  return words(
    `${counted(steps.length, descriptor.studyNoun)} join by ${orderName(by, descriptor)}; together ${effectText(last.pooled, measure, level)}.`,
    `The interval ${says} ${when}.`,
  );
}

const SAYS = {
  above: "has lain above no effect",
  below: "has lain below no effect",
  uncertain: "has included no effect",
};

/** The first step from which on the interval says what it says in the end. */
function sinceWhen(steps: readonly CumulativeStep[]): number {
  const final = steps.at(-1);
  const other = final ? steps.findLastIndex(({ pooled }) => conclude(pooled) !== conclude(final.pooled)) : -1;
  return other + 1;
}

/** Looking again and again at growing data finds chance results: said where the order is that of time. */
export function cumulativeCaution(by: string): string {
  return by === "effect"
    ? "Ordered by the effects themselves, the drift is made by the order."
    : "Intervals that are looked at after each addition miss the truth more often than their level says.";
}
