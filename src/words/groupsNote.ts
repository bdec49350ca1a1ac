import type { Analysis } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import { groupedBy } from "../model/selection";
import { groupName } from "./groupsText";
import { columnTitle, counted, list, rowNoun, upperFirst } from "./phrase";

const SAID_IN_WORDS = ["", "one property", "two properties", "three properties", "four properties", "five properties"];

/**
 * What must be known to read a comparison of groups: how small the smallest is, what such a difference is not, and how
 * many were looked for. Empty where nothing is compared.
 *
 * @param comparedBy the columns that groups were made by in this visit.
 */
export function groupsNote(analysis: Analysis, descriptor: Descriptor, comparedBy: readonly string[]): string[] {
  const columns = groupedBy(analysis.selection);
  if (columns.length === 0 || analysis.groups.length === 0) return [];
  const isTested = analysis.difference !== null;
  return [smallest(analysis, descriptor), ...(isTested ? [between(descriptor), lookedAt(comparedBy, descriptor)] : [])];
}

function smallest(analysis: Analysis, descriptor: Descriptor): string {
  const { groups } = analysis;
  const least = Math.min(...groups.map(({ pooled }) => pooled?.k ?? 0));
  const names = groups.filter(({ pooled }) => (pooled?.k ?? 0) === least).map(({ key }) => groupName(key));
  const rows = least === 0 ? `no ${rowNoun(analysis, descriptor).one}` : counted(least, rowNoun(analysis, descriptor));
  if (names.length === groups.length) return `Each of the ${groups.length} groups pools ${rows}.`;
  const few = names.length > 2 ? `${names.length} groups` : list(names);
  return names.length === 1
    ? `The smallest group, ${few}, has ${rows}.`
    : `The smallest groups, ${few}, have ${rows} each.`;
}

function between({ studyNoun, peopleNoun }: Descriptor): string {
  return `A difference between ${studyNoun.many} is not a difference between ${peopleNoun.many}: the groups may differ in other ways too.`;
}

function lookedAt(comparedBy: readonly string[], descriptor: Descriptor): string {
  const k = comparedBy.length;
  const names = list(comparedBy.map((column) => columnTitle(column, descriptor)));
  const properties = SAID_IN_WORDS[k] ?? `${k} properties`;
  const looked = `${upperFirst(properties)} ${k === 1 ? "was" : "were"} compared in this visit (${names})`;
  return k < 2 ? `${looked}.` : `${looked}: the more are tried, the likelier one of them differs by chance alone.`;
}
