import type { ColumnInfo } from "../model/descriptor";
import type { Row } from "../model/study";
import type { Draft } from "./drafts";

/**
 * Rows with their ids, the stable name of their study, and a label that is unique within outcome and timepoint. A name
 * that stands for several years is given its year; rows of one study are told apart by comparator, else by the first
 * further column in which all of them differ ("Moolchan 2005, gum"), else by number ("Moolchan 2005 (2)").
 */
export function labelRows(drafts: readonly Draft[], columns: readonly ColumnInfo[]): Row[] {
  const studyIds = studyNames(drafts);
  const slabs = new Map<Draft, string>();
  for (const cell of groupBy(drafts, ({ outcome, timepoint }) => `${outcome}\u0000${timepoint}`)) {
    const unique = uniqueIn();
    for (const group of groupBy(cell, (draft) => studyIds.get(draft)!)) {
      const details = detailsOf(group, columns);
      for (const [i, draft] of group.entries()) {
        slabs.set(draft, unique(studyIds.get(draft)! + (details ? `, ${details[i]}` : "")));
      }
    }
  }
  return drafts.map(({ line, study, ...draft }, id) => {
    const key = drafts[id]!;
    return { id, studyId: studyIds.get(key)!, slab: slabs.get(key)!, ...draft };
  });
}

function studyNames(drafts: readonly Draft[]): Map<Draft, string> {
  const years = new Map<string, Set<number>>();
  for (const { study, year } of drafts) {
    if (year !== null) years.set(study, (years.get(study) ?? new Set()).add(year));
  }
  const nameOf = ({ study, year }: Draft) =>
    year !== null && (years.get(study)?.size ?? 0) > 1 ? `${study} ${year}` : study;
  return new Map(drafts.map((draft) => [draft, nameOf(draft)]));
}

/** What tells the rows of one study apart, in their order; null where there is one row or nothing does. */
function detailsOf(group: readonly Draft[], columns: readonly ColumnInfo[]): string[] | null {
  if (group.length === 1) return null;
  const texts = columns.filter(({ type }) => type !== "number");
  const readers = [
    (draft: Draft) => draft.comparator,
    ...texts.map(
      ({ name }) =>
        (draft: Draft) =>
          String(draft.columns[name] ?? ""),
    ),
  ];
  for (const read of readers) {
    const values = group.map(read);
    if (!values.includes("") && new Set(values).size === values.length) return values;
  }
  return null;
}

/** Gives each label once: "A", then "A (2)", "A (3)". */
function uniqueIn(): (label: string) => string {
  const next = new Map<string, number>();
  return (label) => {
    let number = next.get(label) ?? 1;
    const numbered = () => (number === 1 ? label : `${label} (${number})`);
    while (next.has(numbered())) number++;
    const unique = numbered();
    next.set(unique, 2);
    next.set(label, number + 1);
    return unique;
  };
}

function groupBy(drafts: readonly Draft[], key: (draft: Draft) => string): Draft[][] {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const name = key(draft);
    const group = groups.get(name);
    if (group) group.push(draft);
    else groups.set(name, [draft]);
  }
  return [...groups.values()];
}
