import type { UserError } from "../model/userError";
import { excerpt } from "./excerpt";

/** Remarks on how a file was read: nothing is rejected, but the reader should know. */
const note = (code: string, message: string, remedy: string, column?: string): UserError => ({
  code,
  message,
  remedy,
  where: column === undefined ? {} : { column },
});

/** Rows that share a remark: the first is named, the others counted. */
export class Tally {
  first = 0;
  count = 0;

  add(row: number): void {
    if (this.count === 0) this.first = row;
    this.count += 1;
  }
}

const rows = ({ first, count }: Tally): string =>
  count === 1 ? `Row ${first}` : `${count} rows (the first is row ${first})`;

export const columnAssumed = (column: string, value: string): UserError =>
  note(
    "column-assumed",
    `There is no column “${column}”: every row is shown as “${value}”.`,
    `Add a column “${column}” to tell them apart.`,
    column,
  );

export const directionAssumed = (): UserError =>
  note(
    "direction-assumed",
    "Lower values are taken as better for the patient in every outcome.",
    "Where that is wrong, say so in “Data” under “Edit data”, or in a column “better” of the file.",
    "better",
  );

export const cellsNotGiven = (tally: Tally): UserError =>
  note(
    "cells-not-given",
    `${rows(tally)} ended before the last column: the cells that are not there are taken as empty.`,
    "Nothing, unless a separator is missing in them.",
  );

export const yearUnread = (tally: Tally): UserError =>
  note("year-unread", `${rows(tally)}: no year could be read from “year”.`, "Write the year as 2024.", "year");

export const cellIgnored = (column: string, tally: Tally): UserError =>
  note(
    "cell-ignored",
    `${rows(tally)}: the text in “${excerpt(column)}” is not a number and is left out of filters.`,
    "Write the number alone, or leave the cell empty.",
    column,
  );

export const givenIgnored = (tally: Tally): UserError =>
  note(
    "given-ignored",
    `${rows(tally)}: means or events and a ready-made effect are both given; the effect is computed from the arms.`,
    "Empty the arms’ cells where the given effect should be used.",
    "yi",
  );

export const intervalSkewed = (tally: Tally): UserError =>
  note(
    "interval-skewed",
    `${rows(tally)}: the confidence interval is not symmetric about the effect, as it would be on the scale of the analysis.`,
    "Give ratios and their limits as logarithms.",
    "ci.lb",
  );

export const intervalLevel = (): UserError =>
  note(
    "interval-level",
    "Confidence limits are taken to be 95% limits of a normal distribution.",
    "Give “vi” or “sei” if they are not.",
    "ci.lb",
  );

export const sameNumbers = (tally: Tally): UserError =>
  note(
    "same-numbers",
    `${rows(tally)}: the same study has the same numbers in an earlier row for the same outcome, timepoint and comparator.`,
    "Check that no study is counted twice.",
    "study",
  );

export const mixedWithGiven = (outcome: string): UserError =>
  note(
    "mixed-with-given",
    `“${excerpt(outcome)}” has rows with arms and rows with a ready-made effect: they are pooled apart, by the measure chosen.`,
    "Give all rows of an outcome the same kind of numbers to pool them together.",
    "outcome",
  );

export const notDescribed = (what: string, name: string): UserError =>
  note(
    "not-described",
    `The ${what} “${excerpt(name)}” is in the file but not in its description; usual settings are taken.`,
    "Add it to datapackage.json.",
    what,
  );
