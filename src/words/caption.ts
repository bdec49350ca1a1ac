import type { Analysis } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import { isAcrossTime } from "../model/selection";
import { rangeText } from "./effectText";
import { measurePhrase, modelPhrase } from "./modelText";
import { formatPercent } from "./number";
import { counted, levelPercent, lowerFirst, people, rowNoun, sentence, upperFirst, words } from "./phrase";
import { resultText } from "./resultText";

/** "Pain, 1 week"; "Pain by timepoint" where timepoints are compared. */
export function figureTitle({ selection }: Analysis): string {
  const { outcome, timepoint } = selection;
  return isAcrossTime(selection) ? `${outcome} by timepoint` : `${outcome}, ${timepoint}`;
}

/** The sentences under a figure: what it shows, how it was computed, what the data are, and what drew it. */
export function captionLines(analysis: Analysis, descriptor: Descriptor, version: string): string[] {
  const { measure, model, studies } = analysis;
  const isTurned = studies.some(({ flipped }) => flipped);
  return [
    `${figureTitle(analysis)}. ${upperFirst(measurePhrase(measure, model))}, ${modelPhrase(model)}.`,
    ...(isTurned ? ["Scales that run the other way are turned round."] : []),
    ...(descriptor.figureNote === "" ? [] : [sentence(descriptor.figureNote)]),
    `Understory ${version}`,
  ];
}

/** A text alternative for the figure, with its numbers. */
export function figureDescription(analysis: Analysis, descriptor: Descriptor): string {
  const { studies, overall, model, measure } = analysis;
  const included = studies.filter(({ state }) => state === "included").length;
  const against = `${descriptor.arms.intervention} against ${lowerFirst(descriptor.arms.control)}`;
  const rows = counted(included, rowNoun(analysis, descriptor));
  const N = overall ? people(overall.N, descriptor) : "";
  return words(
    `${figureTitle(analysis)}: ${[against, rows, N].filter((part) => part !== "").join(", ")}.`,
    `${upperFirst(measure.name)}.`,
    resultText(analysis, descriptor),
    overall?.predint
      ? `${levelPercent(model.level)} prediction interval ${rangeText(overall.predint.piLb, overall.predint.piUb, measure)}.`
      : "",
    overall?.heterogeneity ? `I² ${formatPercent(overall.heterogeneity.I2)}.` : "",
    sentence(descriptor.figureNote),
  );
}
