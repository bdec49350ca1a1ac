import { changed } from "../../data/tidyTable";
import type { Finding, Remedy } from "../../model/finding";
import type { Described, OwnData } from "../../model/ownData";
import { checkOwn } from "./findSlips";

/** Data of a reader's for tests: a line of cells for each row, separated by commas. */
export function ownOf(header: string, lines: readonly string[], described: Described = {}): OwnData {
  return {
    ...{ id: "t", name: "Test", fileName: "test.csv", format: "tidy table", described, remedies: [], exported: [] },
    table: { header: header.split(","), rows: lines.map((line) => line.split(",")) },
  };
}

/** Findings of one check. */
export function findingsOf(own: OwnData, check: string): readonly Finding[] {
  return checkOwn(own).findings.filter((finding) => finding.check === check);
}

/** The data with a remedy carried out, as rows of cells. */
export function applied(own: OwnData, { changes }: Remedy): OwnData {
  return { ...own, table: changed(own.table, changes) };
}

/** One cell of a table as a number. */
export function cellAt({ table: { header, rows } }: OwnData, row: number, column: string): number {
  return Number(rows[row]?.[header.indexOf(column)]);
}

export const MEANS = "study,outcome,timepoint,comparator,m1i,sd1i,n1i,m2i,sd2i,n2i";
export const COUNTS = "study,outcome,timepoint,comparator,ai,n1i,ci,n2i";

/** Six trials of pain on one scale, nothing wrong with them. */
export const PAIN: readonly string[] = [
  "Ahn 2011,Pain,1 month,Sham,3.1,1.5,30,4.0,1.6,31",
  "Bae 2012,Pain,1 month,Sham,2.8,1.3,24,3.9,1.5,25",
  "Choi 2013,Pain,1 month,Sham,3.4,1.7,40,4.1,1.8,38",
  "Doh 2014,Pain,1 month,Sham,2.9,1.4,52,3.6,1.3,50",
  "Eun 2015,Pain,1 month,Sham,3.0,1.6,36,3.7,1.4,33",
  "Lee 2019,Pain,1 month,Sham,3.2,1.5,25,4.2,1.6,25",
];

/** The trials with other lines in the place of some, by the name that they begin with. */
export function painWith(...lines: readonly string[]): readonly string[] {
  return PAIN.map((line) => lines.find((other) => other.split(",")[0] === line.split(",")[0]) ?? line);
}
