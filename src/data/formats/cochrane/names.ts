import { ASSUMED } from "../../drafts";
import { splitTimepoint } from "../../splitTimepoint";
import type { ReviewAnalysis } from "./review";

/** Where the rows of an analysis stand on the page. */
export interface Placed {
  readonly outcome: string;
  readonly timepoint: string;
  readonly comparator: string;
  /** True where the outcome's name had to carry the number of its analysis. */
  readonly numbered: boolean;
}

const VERSUS = /\b(?:vs?\.?|versus|compared (?:with|to)|against)(?= )/i;
const VAGUE = /^(?:control|controls|control group|comparator|comparison|group 2|)$/i;

/**
 * A place for each analysis, in their order. Analyses of one outcome share its name where their times or comparators
 * tell them apart and their numbers mean the same; else the later one carries its number: "Pain (2.1)".
 */
export function placeAnalyses(analyses: readonly ReviewAnalysis[]): Placed[] {
  const meanings = new Map<string, string>();
  const taken = new Set<string>();
  return analyses.map((analysis) => {
    const { outcome, timepoint } = outcomeOf(analysis);
    const comparator = comparatorOf(analysis);
    const meaning = meaningOf(analysis);
    const keyOf = (name: string) => [name, timepoint, comparator].join("\u0000");
    const fits = (name: string) => (meanings.get(name) ?? meaning) === meaning && !taken.has(keyOf(name));
    let name = outcome;
    const mark = analysis.id || analysis.measure.name;
    for (let n = 1; !fits(name); n++) name = `${outcome} (${mark}${n === 1 ? "" : `, ${n}`})`;
    meanings.set(name, meaning);
    taken.add(keyOf(name));
    return { outcome: name, timepoint, comparator, numbered: name !== outcome };
  });
}

/** What an outcome's rows must have in common to be one outcome on the page. */
function meaningOf({ data, measure, better }: ReviewAnalysis): string {
  return [data, measure.name, measure.scale, better].join("\u0000");
}

/** A name that is nothing but a time ("At 3 months") belongs to the outcome that its group is named for. */
function outcomeOf({ id, name, group }: ReviewAnalysis): { outcome: string; timepoint: string } {
  const split = splitTimepoint(name);
  const within = split.timepoint === null && group !== "" ? splitTimepoint(`${group}, ${name}`) : null;
  const isTime = within?.timepoint !== null && within?.outcome === splitTimepoint(group).outcome;
  const { outcome, timepoint } = within && isTime ? within : split;
  return { outcome: outcome || `Analysis ${id}`.trim(), timepoint: timepoint ?? ASSUMED.timepoint };
}

function comparatorOf({ comparator, arms, group }: ReviewAnalysis): string {
  if (comparator !== "") return comparator;
  if (!VAGUE.test(arms.control)) return arms.control;
  if (VERSUS.test(group)) return group;
  return arms.control || ASSUMED.comparator;
}
