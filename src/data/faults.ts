import type { UserError, Where } from "../model/userError";
import { excerpt } from "./excerpt";
import { type TidyColumn, tidyHeader } from "./tidy";

const fault = (code: string, message: string, remedy: string, where: Where = {}): UserError => ({
  code,
  message,
  remedy,
  where,
});

const cellFault =
  (code: string, what: (value: string) => string, remedy: string) =>
  (row: number, column: TidyColumn, value: string): UserError =>
    fault(code, `Row ${row}, column “${tidyHeader(column)}”: ${what(excerpt(value))}`, remedy, {
      row,
      column: tidyHeader(column),
      value: excerpt(value),
    });

const OR_LEAVE_OUT = "or leave this row out.";

export const valueMissing = cellFault(
  "value-missing",
  () => "the cell is empty, and the study cannot be used without it.",
  `Fill in the cell, ${OR_LEAVE_OUT}`,
);

export const notANumber = cellFault(
  "not-a-number",
  (value) => `“${value}” is not a number.`,
  `Write the number alone, such as 12.5, ${OR_LEAVE_OUT}`,
);

export const unclearNumber = cellFault(
  "unclear-number",
  (value) => `“${value}” could be read in two ways, since a comma may separate thousands or decimals.`,
  `Write it without a separator for thousands and with a point for decimals, ${OR_LEAVE_OUT}`,
);

export const sdNotPositive = cellFault(
  "sd-not-positive",
  (value) => `a standard deviation of ${value} is impossible: it must be greater than zero.`,
  `Check the cell against the trial’s report (is it a standard error, or a change score?), ${OR_LEAVE_OUT}`,
);

export const sizeNotPositive = cellFault(
  "size-not-positive",
  (value) => `${value} is not a number of participants: it must be a whole number of at least 1.`,
  `Check the cell against the trial’s report, ${OR_LEAVE_OUT}`,
);

export const eventsNotACount = cellFault(
  "events-not-a-count",
  (value) => `${value} is not a number of events: it must be a whole number of at least 0.`,
  `Give participants with the event, not a percentage, ${OR_LEAVE_OUT}`,
);

export const eventsAboveSize = (row: number, column: TidyColumn, value: string, size: number): UserError =>
  fault(
    "events-above-size",
    `Row ${row}, column “${column}”: ${value} events among ${size} participants is impossible.`,
    `Check whether the two cells were swapped, or events were counted instead of participants; ${OR_LEAVE_OUT}`,
    { row, column, value },
  );

export const varianceNotPositive = cellFault(
  "variance-not-positive",
  (value) => `${value} gives the study no weight: a variance or standard error must be greater than zero.`,
  `Check the cell, ${OR_LEAVE_OUT}`,
);

export const effectOutsideInterval = (row: number, value: string, lb: number, ub: number): UserError =>
  fault(
    "effect-outside-interval",
    `Row ${row}, column “yi”: the effect ${value} does not lie between its confidence limits ${lb} and ${ub}.`,
    `Check the three cells; are all on the same scale (logarithms for ratios)? ${sentence(OR_LEAVE_OUT)}`,
    { row, column: "yi", value },
  );

export const directionUnknown = cellFault(
  "direction-unknown",
  (value) => `“${value}” does not say which way is better.`,
  `Write “lower” or “higher”, or leave the cell empty; ${OR_LEAVE_OUT}`,
);

export const noNumbers = (row: number): UserError =>
  fault(
    "no-numbers",
    `Row ${row} holds no result: no means, no events and no effect.`,
    `Fill in its numbers, ${OR_LEAVE_OUT}`,
    { row },
  );

export const twoKinds = (row: number): UserError =>
  fault(
    "two-kinds",
    `Row ${row} holds means and events at once, so that it is not clear which of them is its result.`,
    "Give each its own row with its own outcome name.",
    { row },
  );

export const mixedKinds = (
  row: number,
  kind: string,
  outcome: string,
  otherRow: number,
  otherKind: string,
): UserError =>
  fault(
    "mixed-kinds",
    `Row ${row} gives ${kind} for “${excerpt(outcome)}”, where row ${otherRow} gives ${otherKind}: they cannot be pooled together.`,
    "Give the two kinds different outcome names, such as “Pain score” and “Pain relieved”.",
    { row, column: "outcome", value: excerpt(outcome) },
  );

export const duplicateRow = (row: number, firstRow: number): UserError =>
  fault(
    "duplicate-row",
    `Row ${row} repeats row ${firstRow} in every cell: the study would be counted twice.`,
    "Delete one of the two, or leave this one out.",
    { row },
  );

export const rowTooLong = (row: number, cells: number, expected: number): UserError =>
  fault(
    "row-too-long",
    `Row ${row} has ${cells} cells where the header has ${expected}: its values may stand in the wrong columns.`,
    `Put text that holds the separator between double quotes, ${OR_LEAVE_OUT}`,
    { row },
  );

export const quoteNotClosed = (row: number): UserError =>
  fault(
    "quote-not-closed",
    `Row ${row} opens a double quote that is never closed, so the rest of the file is read as one cell.`,
    "Close the quote, or write two double quotes for one within the text.",
    { row },
  );

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
