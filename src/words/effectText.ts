import type { Pooled } from "../model/analysis";
import type { Descriptor, OutcomeInfo } from "../model/descriptor";
import type { MeasureInfo } from "../model/measure";
import { digitsOf, formatEffect, formatInterval } from "./number";
import { counted, levelPercent, people } from "./phrase";

/** An estimate with its interval on the analysis scale: a pooled result, or one study's. */
export type Estimate = Pick<Pooled, "mu" | "ciLb" | "ciUb">;

/** "−1.11", "0.34": the estimate for readers, without the measure's name. */
export function estimateText(x: number, measure: MeasureInfo): string {
  return formatEffect(x, measure.scale, digitsOf(measure));
}

/** "−1.42 to −0.79". */
export function rangeText(lb: number, ub: number, measure: MeasureInfo): string {
  return formatInterval(lb, ub, measure.scale, digitsOf(measure));
}

/**
 * "SMD −1.11 (95% CI −1.42 to −0.79)"; effects in the outcome's own unit carry it: "MD −1.36 points (95% CI ...)".
 */
export function effectText({ mu, ciLb, ciUb }: Estimate, measure: MeasureInfo, level: number, unit = ""): string {
  const estimate = `${measure.short} ${estimateText(mu, measure)}${unit && ` ${unit}`}`;
  return `${estimate} (${levelPercent(level)} CI ${rangeText(ciLb, ciUb, measure)})`;
}

/** The word for the unit of the estimate, without its range: "points" of "points (0-10)"; "" for unitless measures. */
export function unitOf({ measure, scale }: MeasureInfo, outcome: OutcomeInfo): string {
  const hasUnit = measure === "MD" || (measure === "GEN" && scale === "identity");
  return hasUnit ? (outcome.unit ?? "").replace(/\s*\(.*\)$/, "") : "";
}

/** "8 trials, 652 patients". */
export function evidenceText({ k, N }: Pick<Pooled, "k" | "N">, descriptor: Descriptor): string {
  return [counted(k, descriptor.studyNoun), people(N, descriptor)].filter((part) => part !== "").join(", ");
}

/** True where the interval holds no effect: a difference of 0, a ratio of 1. */
export function includesNoEffect({ ciLb, ciUb }: Pick<Estimate, "ciLb" | "ciUb">): boolean {
  return ciLb <= 0 && ciUb >= 0;
}
