import type { UserError } from "../../model/userError";
import { excerpt } from "../excerpt";
import { LIMITS } from "./limits";

const fault = (code: string, message: string, remedy: string): UserError => ({ code, message, remedy, where: {} });

const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
const thousands = (count: number) => count.toLocaleString("en-GB");

const SMALLER = "Save only the table with your results, with the columns that are needed, as CSV and open that.";

export const fileTooLarge = (name: string, bytes: number): UserError =>
  fault(
    "file-too-large",
    `“${excerpt(name)}” has ${megabytes(bytes)}; at most ${megabytes(LIMITS.text)} of text can be opened.`,
    SMALLER,
  );

export const tableTooLong = (): UserError =>
  fault("table-too-large", `The table has more than ${thousands(LIMITS.rows)} rows, more than can be shown.`, SMALLER);

export const tableTooWide = (columns: number): UserError =>
  fault(
    "table-too-large",
    `The table has ${thousands(columns)} columns; at most ${thousands(LIMITS.columns)} can be opened.`,
    SMALLER,
  );

export const tableTooLarge = (): UserError =>
  fault(
    "table-too-large",
    `The table has more than ${thousands(LIMITS.cells)} cells, more than can be shown.`,
    SMALLER,
  );

export const archiveBroken = (name: string): UserError =>
  fault(
    "archive-broken",
    `“${excerpt(name)}” is damaged or not complete, so it cannot be unpacked.`,
    "Download or copy it once more. If it opens on your computer, unpack it there and open the CSV files inside.",
  );

export const archiveTooLarge = (name: string): UserError =>
  fault(
    "archive-too-large",
    `“${excerpt(name)}” unpacks to more than ${megabytes(LIMITS.unpacked)} or ${thousands(LIMITS.entries)} files, so it was left packed.`,
    "Unpack it on your computer and open the CSV files that hold the results.",
  );

export const archiveTooDeep = (name: string): UserError =>
  fault(
    "archive-too-deep",
    `“${excerpt(name)}” is an archive within an archive within an archive, and was left packed.`,
    "Unpack it on your computer and open the CSV files that hold the results.",
  );

export const archiveLocked = (name: string): UserError =>
  fault(
    "archive-locked",
    `“${excerpt(name)}” is protected by a password.`,
    "Save it without a password, or unpack it on your computer, and open that.",
  );

export const nothingInside = (name: string): UserError =>
  fault(
    "nothing-inside",
    `“${excerpt(name)}” holds no table that could be opened.`,
    "Choose a file with a table of results: CSV, Excel (.xlsx), or a Cochrane data package.",
  );

export const workbookBroken = (name: string): UserError =>
  fault(
    "workbook-broken",
    `“${excerpt(name)}” looks like an Excel workbook, but its sheets could not be read.`,
    "Open it in the spreadsheet and save it again as .xlsx, or save the sheet as CSV.",
  );

export const workbookTooLarge = (name: string): UserError =>
  fault(
    "workbook-too-large",
    `A sheet of “${excerpt(name)}” is larger than can be opened, or has cells far away from the others.`,
    "Copy the table into a new workbook, or save the sheet as CSV, and open that.",
  );

export const foreignFile = (name: string, what: string, remedy: string): UserError =>
  fault("foreign-file", `“${excerpt(name)}” is ${what}, which cannot be opened here.`, remedy);

export const jsonBroken = (name: string): UserError =>
  fault(
    "json-broken",
    `“${excerpt(name)}” is not valid JSON, so nothing in it can be read.`,
    "Save or download it again.",
  );

export const jsonUnknown = (name: string): UserError =>
  fault(
    "json-unknown",
    `“${excerpt(name)}” holds no data of a kind that is known here.`,
    "Open the table of results as CSV or Excel (.xlsx) instead.",
  );

export const formatFailed = (format: string): UserError =>
  fault(
    "format-failed",
    `The file looks like ${format}, but it is built in a way that could not be followed.`,
    "Open its table of results as CSV, and say yourself what each column holds.",
  );

export const sheetMissing = (name: string): UserError =>
  fault("sheet-missing", `There is no sheet or table “${excerpt(name)}” in the file.`, "Choose another one.");
