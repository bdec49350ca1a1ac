import { type Analysis, type DifferenceTest, NESTED } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import { groupedBy, isAcrossTime, type Selection } from "../model/selection";
import { nounOf } from "./claim";
import { effectText, unitOf } from "./effectText";
import { pEquals } from "./number";
import { columnTitle, counted, list, lowerFirst, outcomeOf, upperFirst } from "./phrase";

const DIFFERENT = 0.05; // below this p the groups' results differ by more than chance would explain

/** What a group is called: its value or values, or that its rows do not say. */
export function groupName(key: string): string {
  return key
    .split(NESTED)
    .map((value) => value || "Not reported")
    .join(NESTED);
}

/** The name of a group inside the one that holds it: its own value alone. */
export function nameWithin(outerKey: string, key: string): string {
  return groupName(key.slice(outerKey.length + NESTED.length));
}

/** What the groups are made by, inside a sentence: "comparator", "comparator and country". */
export function columnTitles(selection: Selection, descriptor: Descriptor): string {
  return list(groupedBy(selection).map((column) => columnTitle(column, descriptor)));
}

/** Where groups share patients: each group's result, and no overall. */
export function separateGroups(
  analysis: Analysis,
  descriptor: Descriptor,
): { readonly headline: string; readonly detail: string } {
  const { groups, measure, model, selection } = analysis;
  const outcome = outcomeOf(descriptor, selection.outcome);
  const results = groups.map((group) => {
    const { pooled } = group;
    if (!pooled) return `${groupName(group.key)}: no result`;
    const effect = effectText(pooled, measure, model.level, unitOf(measure, outcome));
    return `${groupName(group.key)}: ${effect}, ${counted(pooled.k, descriptor.studyNoun)}`;
  });
  const byTime = selection.compareBy === "timepoint" && selection.thenBy === null;
  return {
    headline: `${upperFirst(nounOf(measure, outcome))}, each ${byTime ? "timepoint" : "group"} by itself. ${results.join("; ")}.`,
    detail: isAcrossTime(selection)
      ? "Timepoints share patients, so they are not pooled together."
      : "Some patients are in more than one group, so the groups are not pooled together.",
  };
}

/** One cautious sentence on the difference between groups; "" where there is no test. */
export function differenceText({ difference, selection, groups }: Analysis, descriptor: Descriptor): string {
  if (!difference || selection.compareBy === null) return "";
  const names = groups.flatMap(({ key, pooled }) => (pooled ? [key] : []));
  const isPair = names.length === 2 && !names.some((name) => name.split(NESTED).includes(""));
  const between = isPair ? list(names.map(lowerFirst)) : `groups by ${columnTitles(selection, descriptor)}`;
  return verdict(difference, between, descriptor.studyNoun.many);
}

function verdict({ pval }: DifferenceTest, between: string, many: string): string {
  const test = `(test for subgroup differences ${pEquals(pval)})`;
  return pval < DIFFERENT
    ? `Results differ between ${between} by more than chance would explain ${test}; a difference between ${many} is not a difference between patients.`
    : `Whether the effect differs between ${between} is not settled by these ${many} ${test}.`;
}
