import type { Analysis } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import type { Sort } from "../model/look";
import { counted, list } from "./phrase";
import { resultText } from "./resultText";

const NAMED = 3; // more names than these are counted

/** For a live region after studies went out or in: "Simulated trial 16 left out. SMD ..., 8 trials." */
export function announceToggle(
  labels: readonly string[],
  isIn: boolean,
  analysis: Analysis,
  descriptor: Descriptor,
): string {
  const which = labels.length > NAMED ? counted(labels.length, descriptor.studyNoun) : list(labels);
  return `${which} ${isIn ? "included again" : "left out"}. ${resultText(analysis, descriptor)}`;
}

/** For a live region after a press on a column's head: "Sorted by weight, largest first." */
export function announceSort(label: string, sort: Sort | null): string {
  if (sort === null) return "In the order of the data.";
  return `Sorted by ${label}, ${sort.descending ? "largest or last" : "smallest or first"} on top.`;
}

/** For a live region while studies are picked: "5 trials selected: Simulated trial 03, …". */
export function announcePicked(labels: readonly string[], { studyNoun }: Descriptor): string {
  const names = labels.length > NAMED || labels.length === 0 ? "" : `: ${list(labels)}`;
  return `${counted(labels.length, studyNoun)} selected${names}.`;
}
