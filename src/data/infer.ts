import type { ColumnInfo, Descriptor, OutcomeInfo } from "../model/descriptor";
import type { Row } from "../model/study";
import type { Layout } from "./columns";
import type { Csv } from "./csv";
import { ASSUMED } from "./drafts";
import { decimalCommaColumns, parseNumber } from "./numbers";
import { orderTimepoints } from "./order";
import { columnKey } from "./tidy";

const CATEGORIES = 30; // a column with more distinct texts is free text, not a grouping

const JUDGEMENT = /^(low|moderate|serious|critical|high|unclear|some concerns|no information)( risk)?( of bias)?$/i;
/** What only a judgement of risk of bias says; "low" and "high" alone may be a dose. */
const TELLING = /concern|risk|bias|unclear|information/i;
/** Names of outcomes that no treatment is given for. */
const HARM = /\b(adverse|side[- ]effects?|harms?|complications?|toxicity|safety|bleeding|withdrawals?)\b/i;
const BIAS_NAME = /^(rob|d\d|overall)|bias/i;

/** The further columns of a table by what their cells hold; columns without any value are left out. */
export function inferColumns(csv: Csv, { further }: Layout): ColumnInfo[] {
  const decimalComma = decimalCommaColumns(csv);
  return further.flatMap(({ name, index }) => {
    const values = csv.records.map(({ cells }) => cells[index]!).filter((cell) => cell !== "");
    if (values.length === 0) return [];
    const distinct = [...new Set(values)];
    const numeric = distinct.every((value) => parseNumber(value, decimalComma.has(index)) !== null);
    const few = distinct.length <= CATEGORIES && distinct.length < csv.records.length;
    const domain = isJudged(name, distinct) ? domainOf(name) : null;
    const title = domain === "overall" ? "Overall risk of bias" : (domain ?? titleOf(name));
    return [{ name, title, type: numeric ? "number" : domain || few ? "category" : "text", riskOfBias: domain }];
  });
}

/** A descriptor for a reader's own file, from its name and its usable rows (at least one). */
export function inferDescriptor(fileName: string, rows: readonly Row[], columns: readonly ColumnInfo[]): Descriptor {
  const outcomes = distinctOf(rows, "outcome").map((name) => inferOutcome(name, rows));
  const timepoints = orderTimepoints(distinctOf(rows, "timepoint"));
  const comparators = distinctOf(rows, "comparator");
  const name = fileName.replace(/\.[a-z0-9]+$/i, "").trim() || "Your data";
  return {
    id: `own-${name}`,
    title: name,
    shortTitle: name,
    kind: "own",
    provenance: `Your own file “${fileName}”, read on this device and sent nowhere.`,
    figureNote: `Data: ${fileName}`,
    citation: null,
    doi: null,
    licence: null,
    studyNoun: { one: "study", many: "studies" },
    peopleNoun: { one: "participant", many: "participants" },
    arms: { intervention: "intervention", control: comparators.length === 1 ? comparators[0]! : "control" },
    outcomes,
    timepoints: timepoints.map((timepoint) => ({ name: timepoint, wholeFollowUp: false })),
    comparators,
    columns,
    defaults: {
      ...openingCell(rows, timepoints),
      compareBy: comparators.length > 1 ? "comparator" : null,
      preset: "cochrane",
    },
    publishedModel: null,
    publishedFigures: [],
    account: { facts: [], sections: [] },
  };
}

/** The outcome as its rows show it; lower is better unless most of them say otherwise. */
export function inferOutcome(name: string, rows: readonly Row[]): OutcomeInfo {
  const own = rows.filter((row) => row.outcome === name);
  const higher = own.filter(({ better }) => better === "higher").length;
  const counted = own.some(({ data }) => data.kind === "counts");
  const given = own.some(({ data }) => data.kind === "given");
  return {
    name,
    better: higher > own.length / 2 ? "higher" : "lower",
    harm: HARM.test(name),
    noun: (counted ? "the risk of " : "") + (isUnnamed(name) ? "the " : "") + inSentence(name),
    unit: null,
    mid: null,
    measure: null,
    given: given ? { name: "given effect", short: "Effect", scale: "identity" } : null,
  };
}

/**
 * The cell that is shown first: of the first outcome that two studies report at some time, the timepoint with the most
 * studies, the earliest of several; where no cell has two studies, the first outcome's first timepoint.
 */
export function openingCell(
  rows: readonly Row[],
  timepoints: readonly string[],
): { readonly outcome: string; readonly timepoint: string } {
  const cells = distinctOf(rows, "outcome").map((outcome) => ({
    outcome,
    ...fullestTimepoint(rows, outcome, timepoints),
  }));
  const { outcome, timepoint } = cells.find(({ k }) => k >= 2) ?? cells[0]!;
  return { outcome, timepoint };
}

/** The timepoint at which most studies report an outcome, the earliest of several, with their number. */
export function fullestTimepoint(rows: readonly Row[], outcome: string, timepoints: readonly string[]) {
  const studies = new Map(timepoints.map((timepoint) => [timepoint, new Set<string>()]));
  for (const row of rows) if (row.outcome === outcome) studies.get(row.timepoint)?.add(row.studyId);
  return [...studies]
    .map(([timepoint, { size: k }]) => ({ timepoint, k }))
    .reduce((most, cell) => (cell.k > most.k ? cell : most));
}

export function distinctOf(rows: readonly Row[], key: "outcome" | "timepoint" | "comparator"): string[] {
  return [...new Set(rows.map((row) => row[key]))];
}

/** True for what outcomes are called where the file does not say: "Outcome", "Outcome (events)". */
function isUnnamed(name: string): boolean {
  return name === ASSUMED.outcome || name.startsWith(`${ASSUMED.outcome} (`);
}

/** "Pain" becomes "pain" in a sentence; "VAS" and "UPDRS score" stay as they are. */
function inSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function isJudged(name: string, values: readonly string[]): boolean {
  const telling = BIAS_NAME.test(name) || values.some((value) => TELLING.test(value));
  return telling && values.every((value) => JUDGEMENT.test(value));
}

/** "disease_duration" becomes "Disease duration". */
function titleOf(name: string): string {
  const words = name.replace(/_+/g, " ").trim();
  return /^\p{Ll}/u.test(words) ? words.charAt(0).toUpperCase() + words.slice(1) : words || name;
}

/** The domain in "rob_missing_data", "Overall bias" or "D1"; "overall" for the overall judgement. */
function domainOf(name: string): string {
  const domain = name.replace(/^(rob2?|risk of bias)(?=[\s_.:-])[\s_.:-]*/i, "");
  return /^overall(bias|rob|riskofbias|judgement)?$/.test(columnKey(domain)) ? "overall" : titleOf(domain);
}
