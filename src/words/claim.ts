import type { Analysis } from "../model/analysis";
import type { Descriptor, OutcomeInfo } from "../model/descriptor";
import { isOfCounts, type MeasureInfo } from "../model/measure";
import { type Estimate, estimateText, includesNoEffect } from "./effectText";
import { lowerFirst, outcomeOf, upperFirst, whenIs, words } from "./phrase";

/** What an interval says of the intervention: better, worse, or not settled. */
export type Direction = "benefit" | "harm" | "uncertain";

export function directionOf(estimate: Estimate, { better }: OutcomeInfo): Direction {
  if (includesNoEffect(estimate)) return "uncertain";
  return estimate.mu < 0 === (better === "lower") ? "benefit" : "harm";
}

/** What the control arm is called: the one comparator that is shown, else the dataset's word for all of them. */
function controlName({ selection }: Analysis, { comparators, arms }: Descriptor): string {
  const shown = comparators.filter((c) => !selection.hiddenComparators.includes(c));
  return lowerFirst(shown.length === 1 ? shown[0]! : arms.control);
}

/** The intervention inside a sentence; a file that does not name it has "the intervention". */
function interventionName({ arms }: Descriptor): string {
  const name = lowerFirst(arms.intervention);
  return name === "intervention" ? "the intervention" : name;
}

/** True where the comparator is the patients' own state before: such effects show no superiority over anything. */
export function isBeforeAfter(analysis: Analysis, descriptor: Descriptor): boolean {
  return /^(before|baseline|pre-)/i.test(controlName(analysis, descriptor));
}

/** The outcome without "the risk of": the event itself; other outcomes as they are. */
export function eventOf({ noun }: OutcomeInfo): string {
  return noun.replace(/^(the )?(risk|chance|odds|probability|likelihood|rate)s? of /i, "");
}

/** What moved, as this measure counts it: "the odds of nausea" under OR, "the risk of nausea" under RR. */
export function nounOf({ measure }: MeasureInfo, outcome: OutcomeInfo): string {
  const { noun, better } = outcome;
  const isOfEvents = isOfCounts(measure);
  if (!isOfEvents) return noun;
  const ofWhat = eventOf(outcome);
  if (measure === "OR" || measure === "PETO") return `the odds of ${ofWhat}`;
  return ofWhat === noun ? `the ${better === "lower" ? "risk" : "chance"} of ${noun}` : noun;
}

/** The claim that an interval away from no effect supports: "US-NKT lowered pain more than control at 1 month". */
export function claim(analysis: Analysis, descriptor: Descriptor, { mu }: Estimate): string {
  const { measure, selection } = analysis;
  const outcome = outcomeOf(descriptor, selection.outcome);
  const noun = nounOf(measure, outcome);
  const arm = interventionName(descriptor);
  const control = controlName(analysis, descriptor);
  const when = whenIs(selection.timepoint, descriptor);
  const isLower = mu < 0;
  if (isBeforeAfter(analysis, descriptor)) {
    return words(upperFirst(noun), `was ${isLower ? "lower" : "higher"}`, when, `than ${control}`);
  }
  if (isOfProportion(measure)) {
    return words(upperFirst(arm), isLower ? "lowered" : "raised", noun, `compared with ${control}`, when);
  }
  if (isLower === (outcome.better === "lower")) {
    return words(upperFirst(arm), benefitVerb(outcome), noun, `more than ${control}`, when);
  }
  // "Lowered less" would claim that both arms improved, which an effect between arms cannot show.
  return words(upperFirst(noun), `was ${comparative(outcome, mu)} with ${arm} than with ${control}`, when);
}

/** What an interval across no effect leaves open: "from lower pain with US-NKT (SMD −0.60) to higher pain (SMD 0.12)". */
export function compatibleRange(analysis: Analysis, descriptor: Descriptor, { ciLb, ciUb }: Estimate): string {
  const { measure, selection } = analysis;
  const outcome = outcomeOf(descriptor, selection.outcome);
  const noun = nounOf(measure, outcome);
  const bare = noun.replace(/^the /i, "");
  const isSingular = bare !== noun && !/^odds\b/.test(bare);
  const [low, high] = isOfProportion(measure)
    ? ["lower", "higher"]
    : [comparative(outcome, -1), comparative(outcome, 1)];
  const limit = (x: number) => `(${measure.short} ${estimateText(x, measure)})`;
  const against = isBeforeAfter(analysis, descriptor)
    ? `than ${controlName(analysis, descriptor)}`
    : `with ${interventionName(descriptor)}`;
  const first = words(isSingular ? "a" : "", low, bare, against);
  const last = isSingular ? `a ${high} one` : `${high} ${bare.replace(/^odds of .*$/, "odds")}`;
  return `from ${first} ${limit(ciLb)} to ${last} ${limit(ciUb)}`;
}

/** Events and hazards are lowered or raised; a score is moved, and its better side has a name. */
function isOfProportion({ measure, scale }: MeasureInfo): boolean {
  return isOfCounts(measure) || (measure === "GEN" && scale === "log");
}

function benefitVerb({ better, noun }: OutcomeInfo): string {
  if (better === "lower") return "lowered";
  return /\b(improvement|relief|recovery|gain)\b/i.test(noun) ? "increased" : "improved";
}

function comparative({ better, noun }: OutcomeInfo, sign: number): string {
  if (better === "lower" || /\b(improvement|relief|recovery|gain|score)\b/i.test(noun)) {
    return sign < 0 ? "lower" : "higher";
  }
  return sign < 0 ? "worse" : "better";
}
