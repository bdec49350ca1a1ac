import type { Pooled } from "../../model/analysis";
import type { Conclusion } from "../../model/conclusion";
import type { Descriptor } from "../../model/descriptor";
import type { MeasureInfo } from "../../model/measure";
import type { MultiverseCounts, PredictionCounts } from "../../model/sensitivity";
import { includesNoEffect, rangeText } from "../effectText";
import { formatInteger, formatPercent } from "../number";
import { levelPercent } from "../phrase";
import type { Doubt } from "./doubt";
import { choiceText, mostDeciding, totalOf } from "./multiverse";

/** What the interval says now, as the thing that may change: "excludes no effect", "includes no effect". */
export function conclusionText(pooled: Pooled, level: number): string {
  return `The ${levelPercent(level)} CI ${includesNoEffect(pooled) ? "includes" : "excludes"} no effect.`;
}

/** How many of all the analyses tried keep the conclusion, and which choice decides most often. */
export function analysesDoubt(
  { conclusions, weights }: MultiverseCounts,
  conclusion: Conclusion | null,
  descriptor: Descriptor,
): Doubt {
  const title = "Could the choice of analysis explain it?";
  const total = totalOf(conclusions);
  if (conclusion === null || total === 0) {
    return { title, text: "There is no pooled result to analyse in other ways.", changes: false };
  }
  const kept = conclusions[conclusion];
  const tried = `Of ${formatInteger(total)} analyses (measure, τ², interval, each ${descriptor.studyNoun.one} left out)`;
  if (kept === total) return { title, text: `${tried} all come to the same conclusion.`, changes: false };
  const most = mostDeciding(weights);
  const matters = most ? ` What matters most is ${choiceText(most.choice, descriptor)}.` : "";
  return {
    title,
    text: `${tried} ${percent(kept / total)} come to the same conclusion.${matters}`,
    changes: true,
  };
}

/** Whether the effect in a new setting could lie on the other side of no effect, by the model's interval and by all. */
export function newSettingDoubt(
  { predint, predintReason }: Pooled,
  measure: MeasureInfo,
  level: number,
  { studyNoun }: Descriptor,
  { conclusions }: PredictionCounts,
): Doubt {
  const title = "Does it hold in a new setting?";
  if (!predint) {
    const why =
      predintReason === "common-effect-model"
        ? "The model assumes one effect everywhere"
        : `There are too few ${studyNoun.many}`;
    return { title, text: `${why}, so there is no prediction interval.`, changes: false };
  }
  const { piLb, piUb } = predint;
  const isAcross = piLb <= 0 && piUb >= 0;
  const where = isAcross ? "on either side of no effect" : "on the same side of no effect throughout";
  return {
    title,
    text: `The true effect of a new setting is expected between ${rangeText(piLb, piUb, measure).replace(" to ", " and ")} (${levelPercent(level)} prediction interval): ${where}.${othersText(isAcross, conclusions)}`,
    changes: isAcross,
  };
}

/** Whether other prediction intervals, by other analyses, say the same. */
function othersText(isAcross: boolean, conclusions: PredictionCounts["conclusions"]): string {
  const total = totalOf(conclusions);
  if (total < 2) return "";
  const same = isAcross ? conclusions.uncertain : total - conclusions.uncertain;
  const tried = `${formatInteger(total)} prediction intervals of other kinds and analyses`;
  if (same === total) return ` So say all ${tried}.`;
  return ` So say ${percent(same / total)} of ${tried}.`;
}

/** A share in whole percent, never 0 or 100 for one that is neither. */
function percent(share: number): string {
  const rounded = Math.round(100 * share);
  if (rounded === 0 && share > 0) return "fewer than 1%";
  if (rounded === 100 && share < 1) return "more than 99%";
  return formatPercent(rounded);
}
