import { readFileSync } from "node:fs";
import type { MeansData } from "../../src/model/study";
import type { Fit } from "../../src/stats";
import { benefit, type Effect, poolEffects } from "./pooling";

/** The committed file: what is tested is what the reader gets, after rounding. */
export const COMMITTED = readFileSync(new URL("../../public/data/us-nkt/trials.csv", import.meta.url), "utf8");

/** A line of the committed file by column. */
export type Line = Readonly<Record<string, string>> & { readonly study: string; readonly year: string };

export const LINES: readonly Line[] = parse(COMMITTED);

/** The lines of each trial, trials in the order of the file. */
export const TRIAL_LINES: readonly (readonly Line[])[] = [...new Set(LINES.map((line) => line.study))].map((study) =>
  LINES.filter((line) => line.study === study),
);

function parse(text: string): Line[] {
  const [header, ...lines] = text
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  return lines.map((line) => {
    if (line.length !== header!.length) throw new RangeError(`a line of ${line.length} cells`);
    return Object.fromEntries(header!.map((column, i) => [column, line[i]!])) as Line;
  });
}

/** The number in a cell; empty or not a number is a fault of the file. */
export function num(row: Line, column: string): number {
  const value = Number(row[column]);
  if (row[column] === "" || Number.isNaN(value)) throw new RangeError(`${row.study}: no number in ${column}`);
  return value;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The effect of a line of means, benefit negative. */
export function effectOf(row: Line): Effect {
  const [m1i, sd1i, n1i] = [num(row, "m1i"), num(row, "sd1i"), num(row, "n1i")];
  const [m2i, sd2i, n2i] = [num(row, "m2i"), num(row, "sd2i"), num(row, "n2i")];
  const data: MeansData = { kind: "means", m1i, sd1i, n1i, m2i, sd2i, n2i };
  return benefit(data, row.better === "higher" ? "higher" : "lower");
}

/** The lines of a cell pooled under the review's model, against one comparator or all. */
export function pooled(outcome: string, timepoint: string, comparator?: string): Fit {
  const cell = LINES.filter((row) => row.outcome === outcome && row.timepoint === timepoint);
  return poolEffects(cell.filter((row) => comparator === undefined || row.comparator === comparator).map(effectOf));
}
