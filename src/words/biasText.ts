import type { Descriptor } from "../model/descriptor";
import { formatPercent } from "./number";
import { counted, list, lowerFirst, upperFirst } from "./phrase";

/** A judgement of the risk of bias; "none" where there is none, or no information. */
export type Judged = "low" | "some" | "high" | "none";

/** From the best to the worst, then what was not judged. */
export const JUDGED: readonly Judged[] = ["low", "some", "high", "none"];

/** What a judgement is called. */
export const JUDGED_AS: Readonly<Record<Judged, string>> = {
  low: "Low risk",
  some: "Some concerns",
  high: "High risk",
  none: "No information",
};

/** The sign that stands for a judgement beside its colour; "" for none. */
export const JUDGED_SIGN: Readonly<Record<Judged, string>> = { low: "+", some: "?", high: "−", none: "" };

/** How much of the evidence one judgement covers in one domain. */
export interface JudgedShare {
  readonly judged: Judged;
  /** Percent of the weight, or of the studies where nothing is pooled. */
  readonly share: number;
  readonly k: number;
}

/** "Randomisation: low risk in 6 trials (74% of the weight), high risk in 2 trials (26% of the weight)". */
export function domainText(
  domain: string,
  shares: readonly JudgedShare[],
  { studyNoun }: Descriptor,
  isWeighted: boolean,
): string {
  const told = shares.map(({ judged, share, k }) => {
    const ofWeight = isWeighted ? ` (${formatPercent(share)} of the weight)` : "";
    return `${lowerFirst(JUDGED_AS[judged])} in ${counted(k, studyNoun)}${ofWeight}`;
  });
  return `${upperFirst(domain)}: ${list(told)}`;
}

/** What the lengths of the bars mean. */
export function barsText({ studyNoun }: Descriptor, isWeighted: boolean): string {
  return isWeighted
    ? "Bars: share of the weight in the pooled result."
    : `Bars: share of the ${studyNoun.many}, since nothing is pooled.`;
}

/** What is told of data without judgements, and how a file brings them along. */
export function noJudgements({ studyNoun }: Descriptor): readonly [headline: string, detail: string] {
  return [
    "These data hold no risk-of-bias judgements",
    `In a file of your own, a column per domain brings them along: named “rob_randomisation”, for instance, with “Low risk”, “Some concerns” or “High risk” for each ${studyNoun.one}.`,
  ];
}
