import type { Descriptor } from "../model/descriptor";
import type { LensReading, Reexpressed, ScaleReading } from "../model/lens";
import { chance } from "./lensMid";
import { formatNumber } from "./number";
import { counted, levelPercent, outcomeOf } from "./phrase";

const LARGE = 10; // units: from here on two decimals of a scale's points are noise

/** "−1.74 (95% CI −2.23 to −1.24)" in the unit of the familiar scale. */
export function scaleEstimate(scale: ScaleReading, level: number): string {
  const number = numbersOf(scale);
  return `${number(scale.estimate)} (${levelPercent(level)} CI ${number(scale.ciLb)} to ${number(scale.ciUb)})`;
}

/** The name of the familiar scale, its range kept on one line; a reader's own may have none. */
export function scaleName({ unit }: ScaleReading): string {
  return unit?.replace(/(?<=\d)-(?=\d)/g, "\u2011") ?? "a scale of your choice";
}

/** What the estimate on the familiar scale rests on and what it means in a new setting. */
export function scaleSentences(reading: LensReading, descriptor: Descriptor): readonly string[] {
  const { scale } = reading;
  if (!scale) return [];
  const number = numbersOf(scale);
  const { predint, arms, origin, sd, isTurned } = scale;
  const { better } = outcomeOf(descriptor, reading.outcome);
  return [
    ...(predint ? [`In a new setting: between ${number(predint.piLb)} and ${number(predint.piUb)}.`] : []),
    origin === "reader"
      ? `By a standard deviation of ${formatNumber(sd)}, as you set it.`
      : `By a standard deviation of ${formatNumber(sd)}: the median of ${counted(arms, ARMS)} on this, the scale most used here.`,
    ...(isTurned ? [`On this scale ${better === "lower" ? "higher" : "lower"} is better.`] : []),
  ];
}

const ARMS = { one: "control arm", many: "control arms" };

/** "A patient given US-NKT fares better than one given control with a probability of 78% (95% CI 71% to 84%)." */
export function superiorityText({ superiority, level }: LensReading, { arms, peopleNoun }: Descriptor): string {
  if (!superiority) return "";
  const { estimate, ciLb, ciUb } = superiority;
  const range = `${levelPercent(level)} CI ${chance(ciLb)} to ${chance(ciUb)}`;
  return `A ${peopleNoun.one} of the ${arms.intervention} arm fares better than one of the ${arms.control} arm with a probability of ${chance(estimate)} (${range}); evens are 50%.`;
}

/** The same result as the other kind of measure: an SMD as an odds ratio, an odds ratio as an SMD. */
export function converseText({ converse, level }: LensReading): string {
  if (!converse) return "";
  const { estimate, ciLb, ciUb, to } = converse;
  const [value, low, high] = [estimate, ciLb, ciUb].map((x) => formatNumber(x));
  const ending =
    to === "OR"
      ? "for a higher value, wherever the scale is cut"
      : "of a trait behind the event, were it measured on a scale";
  return `As ${to === "OR" ? "an odds ratio" : "an SMD"}: ${value} (${levelPercent(level)} CI ${low} to ${high}) ${ending}. Logistic distributions assumed (Hasselblad & Hedges 1995).`;
}

/** One number of decimals for all that stand together. */
function numbersOf({ ciLb, ciUb }: Reexpressed): (x: number) => string {
  const digits = Math.max(Math.abs(ciLb), Math.abs(ciUb)) < LARGE ? 2 : 1;
  return (x) => formatNumber(x, digits);
}
