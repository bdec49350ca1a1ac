import type { Pooled } from "../../model/analysis";
import { type Conclusion, conclude } from "../../model/conclusion";
import type { Descriptor, OutcomeInfo } from "../../model/descriptor";
import type { Flip, Influence } from "../../model/sensitivity";
import { sidesOf } from "../../model/subsetCounts";
import type { Subsets } from "../../model/subsets";
import { estimateText, rangeText } from "../effectText";
import { counted, list } from "../phrase";
import type { Doubt, NameOf } from "./doubt";
import { shareText } from "./gosh";

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

/** Whether the estimates of all subsets of the studies lie on one side of no effect. */
export function subsetsDoubt(subsets: Subsets, overall: Pooled, descriptor: Descriptor, outcome: OutcomeInfo): Doubt {
  const { below, above } = sidesOf(subsets);
  return {
    title: `Do fewer ${descriptor.studyNoun.many} agree?`,
    text: shareText(subsets, overall.mu, descriptor, outcome),
    changes: below > 0 && above > 0,
  };
}

function distance(without: Pooled, overall: Pooled): number {
  return Math.abs(without.mu - overall.mu);
}
