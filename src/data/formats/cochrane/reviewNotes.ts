import type { UserError } from "../../../model/userError";
import { excerpt } from "../../excerpt";

const note = (code: string, message: string, remedy: string): UserError => ({ code, message, remedy, where: {} });

const several = (count: number, one: string, many: string) => (count === 1 ? `One ${one}` : `${count} ${many}`);

export const notEstimable = (count: number, study: string, analysis: string): UserError =>
  note(
    "not-estimable",
    `${several(count, "row has", "rows have")} no numbers that an effect could be computed from, and ${count === 1 ? "is" : "are"} left out (the first is ${excerpt(study)} in ${excerpt(analysis)}).`,
    "Nothing where the review shows them as “Not estimable”; else fill in the mean, SD or number that is missing.",
  );

export const subgroupRows = (analyses: readonly string[]): UserError =>
  note(
    "subgroup-rows",
    `In ${list(analyses)} some rows count in the subgroups alone: they are left out, so that no participant counts twice, and the subgroup results are not checked.`,
    "Nothing, if the overall result is what you are after.",
  );

export const directionUnknown = (count: number): UserError =>
  note(
    "direction-unknown",
    `For ${count === 1 ? "one outcome" : `${count} outcomes`} the review does not tell which side favours the intervention: lower values are taken as better.`,
    "Turn the direction of the outcomes where higher values are better.",
  );

export const renamedOutcomes = (count: number): UserError =>
  note(
    "outcomes-numbered",
    `${several(count, "outcome carries the number of its analysis", "outcomes carry the numbers of their analyses")}, since another analysis has the same name.`,
    "Rename them as you like.",
  );

export const analysesWithoutRows = (ids: readonly string[]): UserError =>
  note(
    "analyses-without-rows",
    `${ids.length === 1 ? "Analysis" : "Analyses"} ${list(ids)} ${ids.length === 1 ? "has" : "have"} no usable rows and cannot be shown.`,
    "Nothing, unless you expected data there.",
  );

export const settingsMissing = (): UserError =>
  note(
    "settings-missing",
    "The file with the settings and overall estimates is not here: measures and directions are guessed from the rows, and no result can be checked against the review’s.",
    "Open the whole package, or both files together.",
  );

export const noUsableRows = (format: string): UserError =>
  note(
    "no-usable-rows",
    `This is a file of the kind “${format}”, but it holds no study with usable numbers.`,
    "Choose the file that holds the analyses’ data.",
  );

export const referenceChosen = (arms: readonly string[]): UserError =>
  note(
    "reference-chosen",
    `The file does not say which arm is the one that others are compared with. Taken as such: ${list(arms.map(excerpt))}.`,
    "Check the comparators, and fill in the column “Reference arm” where another arm is meant.",
  );

const LISTED = 6;

function list(ids: readonly string[]): string {
  const more = ids.length - LISTED;
  return ids.slice(0, LISTED).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
