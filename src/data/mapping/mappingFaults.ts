import type { UserError } from "../../model/userError";
import { excerpt } from "../excerpt";

const fault = (code: string, message: string, remedy: string): UserError => ({ code, message, remedy, where: {} });

export const needsStudy = (): UserError =>
  fault("needs-study", "No column is said to name the study.", "Say of one column that it names the study.");

export const needsNumbers = (): UserError =>
  fault(
    "needs-numbers",
    "The columns do not yet make a result.",
    "Say which columns hold means, standard deviations and participants of both arms; or events and participants of both arms; or a ready-made effect with its standard error, variance, confidence limits or p-value.",
  );

export const needsArmNumbers = (): UserError =>
  fault(
    "needs-numbers",
    "A row is one arm, but its numbers are not complete.",
    "Say which columns hold the mean, the standard deviation and the participants of the row’s arm; or its events and participants.",
  );

export const roleTwice = (first: string, second: string): UserError =>
  fault(
    "role-twice",
    `“${excerpt(first)}” and “${excerpt(second)}” are said to hold the same.`,
    "Change one of them, or say which outcome, timepoint or comparator each is about.",
  );

const note = (code: string, message: string, remedy: string, column: string): UserError => ({
  code,
  message,
  remedy,
  where: { column },
});

const rows = (count: number) => (count === 1 ? "One row has" : `${count} rows have`);

export const studyFilledDown = (count: number): UserError =>
  note(
    "study-filled-down",
    `${rows(count)} no study: the study of the row above is taken, as where cells were merged.`,
    "Fill in the study’s name in every row if that is wrong.",
    "study",
  );

export const ratiosLogged = (): UserError =>
  note(
    "ratios-logged",
    "The effects and their limits are read as ratios and are analysed as logarithms.",
    "Nothing, unless the columns hold logarithms already.",
    "yi",
  );

export const spreadFromP = (count: number): UserError =>
  note(
    "spread-from-p",
    `${rows(count)} no spread: the standard error is derived from the effect and its two-sided p-value, by the normal distribution.`,
    "Give standard errors or confidence limits where you have them: p-values are often rounded.",
    "sei",
  );

export const middleTaken = (count: number): UserError =>
  note(
    "middle-taken",
    `${rows(count)} limits without an effect: the middle between them is taken, on the scale of the analysis.`,
    "Give the effect itself where you have it.",
    "yi",
  );
