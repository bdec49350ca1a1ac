import type { Bubble, BubbleFit } from "../model/bubble";
import type { Descriptor, OutcomeInfo } from "../model/descriptor";
import { estimateText, rangeText } from "./effectText";
import { formatNumber, formatPercent, formatSpread, pEquals } from "./number";
import { columnTitle, counted, levelPercent, lowerFirst, sentence, words } from "./phrase";

/** What the regression says, and what it cannot say. */
export function bubbleText(bubble: Bubble, descriptor: Descriptor, level: number): string {
  const { fit, reason, column, without } = bubble;
  const of = columnTitle(column, descriptor);
  const missing =
    without > 0 ? `${counted(without, descriptor.studyNoun)} without an effect or without ${of} not shown.` : "";
  if (!fit) return words(whyNot(reason, of, descriptor), missing);
  return words(
    slopeText(bubble, fit, of, level),
    heterogeneity(fit),
    caution(descriptor),
    fewText(fit, descriptor),
    missing,
  );
}

function slopeText({ measure }: Bubble, { slope, k }: BubbleFit, of: string, level: number): string {
  const { beta, ciLb, ciUb, pval } = slope;
  const isRatio = measure.scale === "log";
  const [value, range] = isRatio
    ? [estimateText(beta, measure), rangeText(ciLb, ciUb, measure)]
    : [small(beta), `${small(ciLb)} to ${small(ciUb)}`];
  const change = isRatio ? `The ${measure.name} is multiplied by ${value}` : `${measure.short} differs by ${value}`;
  return `${change} per ${of === "year" ? of : `unit of ${of}`} (${levelPercent(level)} CI ${range}, ${pEquals(pval)}, k = ${k}).`;
}

/** Slopes can be small against effects: they keep three digits that say something. */
function small(x: number): string {
  const digits = x === 0 ? 2 : Math.min(6, Math.max(2, 2 - Math.floor(Math.log10(Math.abs(x)))));
  return formatNumber(x, digits);
}

function heterogeneity({ R2, tau2 }: BubbleFit): string {
  const left = `τ² left is ${formatSpread(tau2, 3)}`;
  return R2 === null ? sentence(left) : `It accounts for ${formatPercent(R2)} of τ² (R²); ${left}.`;
}

function caution({ studyNoun, peopleNoun }: Descriptor): string {
  return `A relation between ${studyNoun.many} is not one between ${peopleNoun.many}.`;
}

/** What the two sides of no effect mean, in words: the effect's axis is upright. */
export function sidesText({ arms }: Descriptor, { better }: OutcomeInfo): string {
  const below = better === "lower" ? arms.intervention : arms.control;
  const above = better === "lower" ? arms.control : arms.intervention;
  return `Below the line of no effect favours ${lowerFirst(below)}, above it ${lowerFirst(above)}.`;
}

const FEW = 10; // studies per coefficient that the Cochrane Handbook asks for

function fewText({ k }: BubbleFit, { studyNoun }: Descriptor): string {
  return k < FEW ? `With fewer than ${FEW} ${studyNoun.many} a regression says little.` : "";
}

function whyNot(reason: Bubble["reason"], of: string, { studyNoun }: Descriptor): string {
  if (reason === "redundant-moderators") return `No line: every ${studyNoun.one} has the same ${of}.`;
  return `No line: a regression on ${of} needs at least three ${studyNoun.many} that report it.`;
}
