import type { Analysis } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import { figureTitle } from "./caption";
import { isBeforeAfter } from "./claim";
import { columnTitle, counted, list, lowerFirst, rowNoun, sentence, words } from "./phrase";

/** What was analysed: the question, how many rows, and everything that took rows away or turned them. */
export function dataText(analysis: Analysis, descriptor: Descriptor): string {
  const { selection, studies } = analysis;
  const { arms, figureNote } = descriptor;
  const against = isBeforeAfter(analysis, descriptor)
    ? "compared with the state before"
    : `against ${lowerFirst(arms.control)}`;
  const rows = counted(studies.length, rowNoun(analysis, descriptor));
  const hidden = selection.hiddenComparators.map(lowerFirst);
  const isTurned = studies.some(({ flipped }) => flipped);
  return words(
    `${figureTitle(analysis)}: ${arms.intervention} ${against}, ${rows}${leftOut(analysis)}.`,
    hidden.length > 0 ? `Comparisons with ${list(hidden)} were not counted.` : "",
    filterSentence(analysis, descriptor),
    isTurned
      ? "Effects on scales that run the other way were turned round, so that one direction means one thing."
      : "",
    ...(descriptor.corrections ?? []).map(sentence),
    sentence(figureNote),
  );
}

function leftOut({ studies }: Analysis): string {
  const k = studies.filter(({ state }) => state === "excluded").length;
  return k === 0 ? "" : `, of which ${k} ${k === 1 ? "was" : "were"} left out by choice`;
}

function filterSentence({ selection }: Analysis, descriptor: Descriptor): string {
  const titles = Object.keys(selection.filters).map((name) => columnTitle(name, descriptor));
  return titles.length > 0 ? `The ${descriptor.studyNoun.many} were filtered by ${list(titles)}.` : "";
}
