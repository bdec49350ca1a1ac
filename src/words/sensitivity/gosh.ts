import type { Analysis } from "../../model/analysis";
import type { Descriptor, OutcomeInfo } from "../../model/descriptor";
import type { Method } from "../../model/poolingModel";
import { sidesOf } from "../../model/subsetCounts";
import type { SubsetSpread, Subsets } from "../../model/subsets";
import { rangeText } from "../effectText";
import { formatInteger, formatNumber } from "../number";
import { counted, list, lowerFirst, upperFirst, words } from "../phrase";
import { weightingNote } from "../weightingNote";
import { partOf, partText } from "./share";

const SHORT: Readonly<Record<Method, string>> = {
  ...{ EE: "the common effect", DL: "DerSimonian-Laird", PM: "Paule-Mandel", REML: "REML", ML: "ML" },
  ...{ EB: "empirical Bayes", HE: "Hedges-Olkin", HS: "Hunter-Schmidt", SJ: "Sidik-Jonkman" },
};

/** "Every subset: Pain, 1 week". */
export function goshTitle({ seed }: Subsets, { selection }: Analysis): string {
  return `${seed === null ? "Every subset" : "Random subsets"}: ${selection.outcome}, ${selection.timepoint}`;
}

/** What is drawn against the estimate, in short: for a choice, or inside a sentence. */
export function spreadName(spread: SubsetSpread, { studyNoun }: Pick<Descriptor, "studyNoun">): string {
  return spread === "I2" ? "I²" : spread === "tau2" ? "τ²" : `number of ${studyNoun.many}`;
}

/** The title of its axis. */
export function spreadTitle({ spread }: Subsets, descriptor: Descriptor): string {
  const name = spreadName(spread, descriptor);
  return spread === "k" ? upperFirst(name) : `${name} of the subset${spread === "I2" ? " (%)" : ""}`;
}

/** A stretch of that axis, inside a sentence: "I² 20 to 45%", "3 to 7 trials". */
export function spreadRange(spread: SubsetSpread, [lo, hi]: readonly [number, number], noun: Descriptor["studyNoun"]) {
  if (spread === "k") return `${formatInteger(Math.ceil(lo))} to ${formatInteger(Math.floor(hi))} ${noun.many}`;
  const digits = spread === "I2" ? 0 : 3;
  const limits = `${formatNumber(lo, digits)} to ${formatNumber(hi, digits)}`;
  return spread === "I2" ? `I² ${limits}%` : `τ² ${limits}`;
}

/** "all 1,023 subsets of 10 trials", "1,000,000 random subsets of 136 trials (seed 1)". */
export function subsetsText({ rowIds, total, seed }: Subsets, { studyNoun }: Descriptor): string {
  const of = counted(rowIds.length, studyNoun);
  return seed === null
    ? `all ${formatInteger(total)} subsets of ${of}`
    : `${formatInteger(total)} random subsets of ${of} (seed ${seed})`;
}

/** What a point of the figure is, and how it was computed where that is not as the page does it. */
export function subsetsNote(
  subsets: Subsets,
  { model }: Analysis,
  descriptor: Descriptor,
  outcome: OutcomeInfo,
): string {
  const found = subsetsText(subsets, descriptor);
  const by =
    model.method === subsets.method
      ? ""
      : `In every subset τ² is by ${SHORT[subsets.method]}, which is quick; on the page it is by ${SHORT[model.method]}.`;
  const lines = `Solid line: no effect. Dashed line: all ${descriptor.studyNoun.many} together.`;
  const sides = `Left of no effect favours ${favours(true, descriptor, outcome)}, right of it ${favours(false, descriptor, outcome)}.`;
  return words(`The results of ${found}.`, by, weightingNote(model, "Subsets are pooled"), lines, sides);
}

/** What the limits of the figure leave out. */
export function beyondText(beyond: number, total: number): string {
  return beyond === 0 ? "" : `${partText(beyond, total)} of the subsets lie beyond the figure’s limits.`;
}

/**
 * Whether leaving out trials, however many and whichever, can bring the estimate to the other side of no effect. It
 * speaks of estimates alone: the intervals of small subsets are wide whatever the trials found.
 */
export function shareText(subsets: Subsets, mu: number | null, descriptor: Descriptor, outcome: OutcomeInfo): string {
  const { below, above } = sidesOf(subsets);
  const of = subsetsText(subsets, descriptor);
  const favoured = (isBelow: boolean) => favours(isBelow, descriptor, outcome);
  if (below === 0 || above === 0) {
    return `In ${of} the estimate lies on the same side of no effect: it favours ${favoured(above === 0)}.`;
  }
  const isBelow = mu === null ? below >= above : mu < 0;
  const [same, other] = isBelow ? [below, above] : [above, below];
  return words(
    `Of ${of}, ${partText(same, subsets.total)} have an estimate that favours ${favoured(isBelow)}`,
    `and ${partOf(other, subsets.total)} one that favours ${favoured(!isBelow)}.`,
  );
}

function favours(isBelow: boolean, { arms }: Descriptor, { better }: OutcomeInfo): string {
  return lowerFirst(isBelow === (better === "lower") ? arms.intervention : arms.control);
}

/** The figure in words, for whoever does not see it. */
export function goshDescription(subsets: Subsets, analysis: Analysis, descriptor: Descriptor, outcome: OutcomeInfo) {
  const { spread } = subsets;
  return words(
    `How many of ${subsetsText(subsets, descriptor)} have which estimate and which ${spreadName(spread, descriptor)}.`,
    shareText(subsets, analysis.overall?.mu ?? null, descriptor, outcome),
    middleText(subsets),
  );
}

/** Between which estimates the middle nine tenths of the subsets lie, to the width of a bin. */
function middleText({ joint, total, estimateAxis, spreadAxis, measure }: Subsets): string {
  const at = (share: number) => {
    let passed = 0;
    let place = 0;
    while (place < joint.length - 1 && passed + (joint[place] ?? 0) < share * total) passed += joint[place++] ?? 0;
    const bin = Math.floor(place / spreadAxis.bins) + 0.5;
    return estimateAxis.min + ((estimateAxis.max - estimateAxis.min) * bin) / estimateAxis.bins;
  };
  return `Nine tenths of them have an estimate of about ${rangeText(at(0.05), at(0.95), measure)}.`;
}

/** A study's share of the subsets in a region, beside its share of all. */
export interface RegionStudy {
  readonly slab: string;
  readonly share: number;
  readonly ofAll: number;
}

const NOTABLE = 0.1; // difference of shares that is worth a name
const NAMED = 3;

/** What lies in the region that the reader marked, and which studies its subsets have in common. */
export function regionText(
  count: number,
  { total, spread, measure }: Subsets,
  limits: { readonly estimate: readonly [number, number]; readonly spread: readonly [number, number] },
  studies: readonly RegionStudy[] | null,
  noun: Descriptor["studyNoun"],
): string {
  const within = `with ${measure.short} ${rangeText(...limits.estimate, measure)} and ${spreadRange(spread, limits.spread, noun)}`;
  if (count === 0) return `No subset lies in the region, ${within}.`;
  const found = `${partOf(count, total)} of the subsets lie in the region, ${within}.`;
  return studies === null ? found : words(found, commonText(studies));
}

function commonText(studies: readonly RegionStudy[]): string {
  const by = studies.toSorted((a, b) => b.share - b.ofAll - (a.share - a.ofAll));
  const more = by.filter(({ share, ofAll }) => share - ofAll > NOTABLE).slice(0, NAMED);
  const fewer = by
    .filter(({ share, ofAll }) => ofAll - share > NOTABLE)
    .toReversed()
    .slice(0, NAMED);
  if (more.length + fewer.length === 0) return "No study stands out in them.";
  const named = (some: readonly RegionStudy[]) =>
    list(some.map(({ slab, share }) => `${slab} (in ${partText(share, 1)})`));
  return words(
    more.length > 0 ? `More often there than elsewhere: ${named(more)}.` : "",
    fewer.length > 0 ? `More seldom: ${named(fewer)}.` : "",
  );
}

/** "1,200,000 of 8,388,608 subsets". */
export function progressText({ done, total }: { readonly done: number; readonly total: number }): string {
  return `${formatInteger(done)} of ${formatInteger(total)} subsets`;
}
