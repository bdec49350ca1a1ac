import type { Pooled } from "../../model/analysis";
import type { Descriptor } from "../../model/descriptor";
import type { MeasureInfo } from "../../model/measure";
import type { ChoiceWeight, Conclusion, Flip, Influence, Multiverse } from "../../model/sensitivity";
import { estimateText, includesNoEffect, rangeText } from "../effectText";
import { formatInteger, formatPercent } from "../number";
import { counted, levelPercent, list } from "../phrase";

/** One doubt and what became of it. `changes` is true where what was tried changes the conclusion. */
export interface Doubt {
  readonly title: string;
  readonly text: string;
  readonly changes: boolean;
}

/** A study's label by its row. */
export type NameOf = (rowId: number) => string;

/** What the interval says now, as the thing that may change: "excludes no effect", "includes no effect". */
export function conclusionText(pooled: Pooled, level: number): string {
  return `The ${levelPercent(level)} CI ${includesNoEffect(pooled) ? "includes" : "excludes"} no effect.`;
}

/** Leaving out any one study: the range of estimates, the one that moves it most, and whether any changes the conclusion. */
export function oneStudyDoubt(
  { studies, overall, conclusion, measure }: Influence,
  descriptor: Descriptor,
  nameOf: NameOf,
): Doubt {
  const { one, many } = descriptor.studyNoun;
  const title = `Could one ${one} explain it?`;
  const left = studies.flatMap(({ rowId, without }) => (without ? [{ rowId, without }] : []));
  if (!overall || left.length < 2) {
    return {
      title,
      text: `With ${counted(studies.length, descriptor.studyNoun)} nothing can be left out.`,
      changes: false,
    };
  }
  const estimates = left.map(({ without }) => without.mu);
  const range = rangeText(Math.min(...estimates), Math.max(...estimates), measure);
  const most = left.reduce((a, b) => (distance(b.without, overall) > distance(a.without, overall) ? b : a));
  const moves = `${nameOf(most.rowId)} moves it most, to ${estimateText(most.without.mu, measure)}`;
  const changing = left.filter(({ without }) => conclude(without) !== conclusion);
  const outcome =
    changing.length === 0
      ? `No single ${one} changes what the interval says.`
      : `Without ${list(named(changing, nameOf, many), "or")} the interval says something else.`;
  return {
    title,
    text: `Leaving out one ${one} at a time gives ${measure.short} ${range}; ${moves}. ${outcome}`,
    changes: changing.length > 0,
  };
}

function named(some: readonly { readonly rowId: number }[], nameOf: NameOf, many: string): string[] {
  const shown = some.slice(0, 3).map(({ rowId }) => nameOf(rowId));
  return some.length > 3 ? [...shown, `one of ${some.length - 3} more ${many}`] : shown;
}

/** How many studies it takes to change what the interval says. */
export function severalStudiesDoubt(flip: Flip | null, k: number, descriptor: Descriptor, nameOf: NameOf): Doubt {
  const { many } = descriptor.studyNoun;
  const title = `How many ${many} carry it?`;
  if (!flip) {
    return {
      title,
      text:
        k <= 2
          ? `With ${counted(k, descriptor.studyNoun)} there is nothing to take away.`
          : `No set of ${many} was found whose removal changes what the interval says while two are left.`,
      changes: false,
    };
  }
  const names = list(flip.rowIds.slice(0, 4).map(nameOf));
  const more = flip.rowIds.length > 4 ? ` and ${flip.rowIds.length - 4} more` : "";
  const becomes = SAYS[flip.conclusion];
  const count = counted(flip.rowIds.length, descriptor.studyNoun);
  const text = flip.isSmallest
    ? `It takes at least ${count}: without ${names}${more} the interval ${becomes}.`
    : `Taken out one by one, ${count} (${names}${more}) are enough: the interval then ${becomes}. A smaller set may exist.`;
  return { title, text, changes: flip.rowIds.length <= FEW };
}

const FEW = 2; // studies: as few as that carry a conclusion that rests on them

const SAYS: Readonly<Record<Conclusion, string>> = {
  above: "lies above no effect",
  below: "lies below no effect",
  uncertain: "includes no effect",
};

/** How many of all the analyses tried keep the conclusion, and which choice decides most often. */
export function analysesDoubt(
  { specifications, weights }: Multiverse,
  conclusion: Conclusion | null,
  descriptor: Descriptor,
): Doubt {
  const title = "Could the choice of analysis explain it?";
  if (conclusion === null || specifications.length === 0) {
    return { title, text: "There is no pooled result to analyse in other ways.", changes: false };
  }
  const kept = specifications.filter((s) => s.conclusion === conclusion).length;
  const share = kept / specifications.length;
  const tried = `Of ${formatInteger(specifications.length)} analyses (measure, τ², interval, each ${descriptor.studyNoun.one} left out)`;
  if (kept === specifications.length)
    return { title, text: `${tried} all come to the same conclusion.`, changes: false };
  const [most] = weights.filter(({ decided }) => decided > 0).toSorted((a, b) => shareOf(b) - shareOf(a));
  const matters = most ? ` What matters most is ${CHOICES[most.choice](descriptor)}.` : "";
  return {
    title,
    text: `${tried} ${percent(share)} come to the same conclusion.${matters}`,
    changes: true,
  };
}

const CHOICES: Readonly<Record<ChoiceWeight["choice"], (descriptor: Descriptor) => string>> = {
  effects: () => "how effects are computed",
  method: () => "the model and its τ²",
  test: () => "how the interval is made",
  leftOut: ({ studyNoun }) => `which ${studyNoun.one} is left out`,
};

/** Whether the effect in a new setting could lie on the other side of no effect. */
export function newSettingDoubt(
  { predint, predintReason }: Pooled,
  measure: MeasureInfo,
  level: number,
  { studyNoun }: Descriptor,
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
    text: `The true effect of a new setting is expected between ${rangeText(piLb, piUb, measure).replace(" to ", " and ")} (${levelPercent(level)} prediction interval): ${where}.`,
    changes: isAcross,
  };
}

function distance(without: Pooled, overall: Pooled): number {
  return Math.abs(without.mu - overall.mu);
}

export function conclude({ ciLb, ciUb }: Pooled): Conclusion {
  if (ciLb > 0) return "above";
  return ciUb < 0 ? "below" : "uncertain";
}

function shareOf({ decided, comparisons }: ChoiceWeight): number {
  return comparisons === 0 ? 0 : decided / comparisons;
}

/** A share in whole percent, never 0 or 100 for one that is neither. */
function percent(share: number): string {
  const rounded = Math.round(100 * share);
  if (rounded === 0 && share > 0) return "fewer than 1%";
  if (rounded === 100 && share < 1) return "more than 99%";
  return formatPercent(rounded);
}
