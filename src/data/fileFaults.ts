import type { UserError } from "../model/userError";
import { excerpt } from "./excerpt";

const fileFault = (code: string, message: string, remedy: string, column?: string): UserError => ({
  code,
  message,
  remedy,
  where: column === undefined ? {} : { column },
});

const COLUMNS_WANTED =
  "A results file needs the column “study” and one set of numbers: m1i, sd1i, n1i, m2i, sd2i, n2i; or ai, n1i, ci, n2i; or yi with vi, sei, or ci.lb and ci.ub.";

export const fileEmpty = (): UserError =>
  fileFault("file-empty", "The file is empty.", "Choose the file that holds your results, with a header row.");

export const headerOnly = (): UserError =>
  fileFault(
    "header-only",
    "The file has a header but no rows.",
    "Add a row for each study’s result, then open it again.",
  );

export const noHeader = (first: string): UserError =>
  fileFault(
    "no-header",
    `The first row looks like data (it begins with “${excerpt(first)}”), not like the names of columns.`,
    `Put a header row above it. ${COLUMNS_WANTED}`,
  );

export const oneColumn = (): UserError =>
  fileFault(
    "one-column",
    "The file has a single column: no comma, semicolon or tab separates its header.",
    "Save it again from the spreadsheet as CSV (comma or semicolon) or as tab-separated text.",
  );

export const missingColumns = (missing: readonly string[], found: readonly string[]): UserError =>
  fileFault(
    "missing-columns",
    `The file lacks ${missing.length === 1 ? "the column" : "the columns"} ${list(missing)}. It has ${list(found)}.`,
    `Add or rename columns. ${COLUMNS_WANTED}`,
  );

export const repeatedColumn = (column: string): UserError =>
  fileFault(
    "repeated-column",
    `More than one column is named “${excerpt(column)}”, so it is not clear which one to use.`,
    "Rename or delete all but one of them.",
    column,
  );

export const tooManyValues = (column: string, count: number, limit: number): UserError =>
  fileFault(
    "too-many-values",
    `The column “${column}” holds ${count} different values; at most ${limit} can be shown.`,
    "Check that the right column has this name, or split the file.",
    column,
  );

export const notText = (kind: string, remedy: string): UserError =>
  fileFault("not-text", `The file is not text: it seems to be ${kind}.`, remedy);

export const packageNotJson = (): UserError =>
  fileFault(
    "package-not-json",
    "The description file is not valid JSON, so nothing in it can be read.",
    "Correct datapackage.json, or open the CSV without it.",
  );

export const packageWrong = (place: string, why: string): UserError =>
  fileFault(
    "package-wrong",
    `The description file is wrong at “${place}”: ${why}.`,
    "Correct datapackage.json, or open the CSV without it.",
    place,
  );

function list(names: readonly string[]): string {
  const shown = names.slice(0, 12).map((name) => `“${excerpt(name)}”`);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}
