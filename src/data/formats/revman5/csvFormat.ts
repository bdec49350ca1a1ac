import type { CsvRecord } from "../../csv";
import { yearFrom } from "../cochrane/dataRows";
import { hasColumns, type NamedTable, namedTable } from "../cochrane/named";
import { tablesOf } from "../cochrane/packageTables";
import { plainText } from "../cochrane/plainText";
import type { ReviewAnalysis } from "../cochrane/review";
import { tidyReview } from "../cochrane/tidyReview";
import type { Format, OpenedTable } from "../format";
import { analysisFrom, type HeaderResults, type OlderAnalysis, type OlderRow } from "./olderAnalysis";

const NEEDED = ["Comparison Number", "Outcome Number", "Subgroup Number", "Name", "Data Type", "Effect Measure"];

/** The CSV that RevMan 5 writes by File > Export > Data and analyses, with comparison, outcome and subgroup numbers. */
export const REVMAN5_CSV: Format = {
  name: "RevMan 5 analysis CSV",
  recognises: (files) => tablesOf(files).some(isAnalysisCsv),
  read: (files) => {
    const table = tablesOf(files).find(isAnalysisCsv);
    return tidyReview({
      format: "RevMan 5 analyses (CSV)",
      program: "RevMan 5",
      analyses: table ? readAnalyses(namedTable(table)) : [],
      columns: [],
      title: null,
      citation: null,
      doi: null,
      code: null,
      notes: [],
    });
  },
};

function isAnalysisCsv({ header }: OpenedTable): boolean {
  return hasColumns(header, NEEDED) && (hasColumns(header, ["Total 1"]) || hasColumns(header, ["Effect Estimate"]));
}

interface Growing extends OlderAnalysis {
  readonly subgroups: { name: string; results: HeaderResults }[];
  readonly rows: OlderRow[];
  /** Names of subgroups by their numbers. */
  readonly names: Map<string, string>;
}

/**
 * Lines come in three kinds: a comparison's (outcome number 0), an analysis's or a subgroup's (data type filled, the
 * subgroup's with a number of its own), and a study's.
 */
function readAnalyses(table: NamedTable): ReviewAnalysis[] {
  const comparisons = new Map<string, string>();
  const analyses = new Map<string, Growing>();
  for (const record of table.records) {
    const comparison = table.text(record, "Comparison Number");
    const outcome = table.text(record, "Outcome Number");
    const name = plainText(table.text(record, "Name"));
    if (isZero(outcome)) {
      comparisons.set(comparison, name);
      continue;
    }
    const id = `${comparison}.${outcome}`;
    const number = table.text(record, "Subgroup Number");
    const analysis = analyses.get(id);
    if (!analysis) {
      if (table.text(record, "Data Type") !== "") {
        analyses.set(id, readHeader(table, record, id, name, comparisons.get(comparison) ?? ""));
      }
    } else if (table.text(record, "Data Type") !== "") {
      analysis.names.set(number, name);
      analysis.subgroups.push({ name, results: readResults(table, record) });
    } else {
      analysis.rows.push(readStudy(table, record, name, isZero(number) ? "" : (analysis.names.get(number) ?? "")));
    }
  }
  return [...analyses.values()].map(analysisFrom);
}

function readHeader(table: NamedTable, record: CsvRecord, id: string, name: string, group: string): Growing {
  const text = (...names: string[]) => plainText(table.text(record, ...names));
  const isOE = text("Statistical Method") === "EXP_O_E_VAR";
  return {
    id,
    name,
    group,
    dataType: isOE ? "O-E and variance" : text("Data Type"),
    method: isOE ? "Peto" : text("Statistical Method"),
    measureName: text("Effect Measure"),
    model: text("Analysis Model"),
    level: text("Total Confidence Interval"),
    swapEvents: text("Swap event and non-event"),
    hasOverall: "",
    arms: { intervention: text("Group Label 1"), control: text("Group Label 2") },
    favours: { left: text("Left Graph Label"), right: text("Right Graph Label") },
    isLogData: null,
    results: readResults(table, record),
    subgroups: [],
    rows: [],
    names: new Map(),
  };
}

function readResults(table: NamedTable, record: CsvRecord): HeaderResults {
  const number = (...names: string[]) => table.number(record, ...names);
  return {
    estimate: number("Effect Estimate"),
    ciLb: number("CI Start"),
    ciUb: number("CI End"),
    tau2: number("Tau²", "Tau2"),
    Q: number("Q"),
    df: number("df"),
    QPval: number("P(Q)"),
    I2: number("I²(Q)", "I2(Q)"),
    statistic: number("Z"),
    pval: number("P(Z)"),
    difference: { Q: number("Qint"), pval: number("P(Qint)"), I2: number("I²(Qint)", "I2(Qint)") },
  };
}

function readStudy(table: NamedTable, record: CsvRecord, study: string, subgroup: string): OlderRow {
  const number = (...names: string[]) => table.number(record, ...names);
  return {
    row: record.row,
    study,
    year: yearFrom(table.text(record, "Year of study")),
    subgroup,
    further: new Map(),
    shown: number("Effect Estimate"),
    se: number("SE"),
    ciUb: number("CI End"),
    given: null,
    numbers: {
      m1i: number("Mean 1"),
      sd1i: number("SD 1"),
      ai: number("Events 1"),
      n1i: number("Total 1"),
      m2i: number("Mean 2"),
      sd2i: number("SD 2"),
      ci: number("Events 2"),
      n2i: number("Total 2"),
      oe: number("O-E", "O E"),
      variance: number("Var", "Variance"),
    },
  };
}

function isZero(text: string): boolean {
  return text === "" || /^0+$/.test(text);
}
