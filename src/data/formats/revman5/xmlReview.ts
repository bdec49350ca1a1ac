import { parseNumber } from "../../numbers";
import type { Review } from "../cochrane/review";
import { domainColumns } from "../cochrane/studyData";
import { analysisFrom, type HeaderResults, type OlderAnalysis, type OlderRow } from "./olderAnalysis";
import { attribute, child, textOf, within, type XmlElement } from "./xml";
import { readJudgements, readStudies, type Study } from "./xmlStudies";

const TYPES: ReadonlyMap<string, string> = new Map([
  ["DICH", "Dichotomous"],
  ["CONT", "Continuous"],
  ["IV", "Contrast level"],
  ["IPD", "O-E and variance"],
]);

/** The review in a parsed RevMan 5 file; studies are named by their ids in the analyses. */
export function xmlReview(root: XmlElement): Review {
  const studies = readStudies(root);
  const domains = readJudgements(root, studies);
  let row = 0;
  const nextRow = () => ++row;
  const analyses = within(root, "COMPARISON").flatMap((comparison) =>
    comparison.children.flatMap((outcome) => {
      const type = TYPES.get(/^(\w+)_OUTCOME$/.exec(outcome.name)?.[1] ?? "");
      return type === undefined ? [] : [analysisFrom(readOutcome(comparison, outcome, type, studies, nextRow))];
    }),
  );
  const cover = child(root, "COVER_SHEET");
  return {
    format: `RevMan 5 review (${attribute(root, "REVMAN_SUB_VERSION") || "5"})`,
    program: "RevMan 5",
    analyses,
    columns: domainColumns(domains),
    title: (cover && textOf(cover, "TITLE")) || null,
    citation: null,
    doi: attribute(root, "DOI") || null,
    code: null,
    notes: [],
  };
}

function readOutcome(
  comparison: XmlElement,
  outcome: XmlElement,
  dataType: string,
  studies: ReadonlyMap<string, Study>,
  nextRow: () => number,
): OlderAnalysis {
  const subgroups = outcome.children.filter(({ name }) => name.endsWith("_SUBGROUP"));
  const rowsOf = (parent: XmlElement, subgroup: string) =>
    parent.children
      .filter(({ name }) => name.endsWith("_DATA"))
      .map((data) => readStudy(data, subgroup, studies, nextRow()));
  const logData = attribute(outcome, "LOG_DATA");
  return {
    id: `${attribute(comparison, "NO")}.${attribute(outcome, "NO")}`,
    name: textOf(outcome, "NAME"),
    group: textOf(comparison, "NAME"),
    dataType,
    method: attribute(outcome, "METHOD"),
    measureName: attribute(outcome, "EFFECT_MEASURE") || textOf(outcome, "EFFECT_MEASURE"),
    model: attribute(outcome, "RANDOM") === "YES" ? "Random" : "Fixed",
    level: attribute(outcome, "CI_TOTAL"),
    swapEvents: attribute(outcome, "SWAP_EVENTS"),
    hasOverall: attribute(outcome, "TOTALS") === "" ? "" : attribute(outcome, "TOTALS") === "YES" ? "yes" : "no",
    arms: { intervention: textOf(outcome, "GROUP_LABEL_1"), control: textOf(outcome, "GROUP_LABEL_2") },
    favours: { left: textOf(outcome, "GRAPH_LABEL_1"), right: textOf(outcome, "GRAPH_LABEL_2") },
    isLogData: logData === "" ? null : logData === "YES",
    results: readResults(outcome),
    subgroups: subgroups.map((subgroup) => ({ name: textOf(subgroup, "NAME"), results: readResults(subgroup) })),
    rows: [...rowsOf(outcome, ""), ...subgroups.flatMap((subgroup) => rowsOf(subgroup, textOf(subgroup, "NAME")))],
  };
}

/** In the XML, Q is the test for subgroup differences, and CHI2 the one for heterogeneity. */
function readResults(element: XmlElement): HeaderResults {
  const number = (name: string) => parseNumber(attribute(element, name), false);
  const isEstimable = attribute(element, "ESTIMABLE") !== "NO";
  return {
    estimate: isEstimable ? number("EFFECT_SIZE") : null,
    ciLb: number("CI_START"),
    ciUb: number("CI_END"),
    tau2: number("TAU2"),
    Q: number("CHI2"),
    df: number("DF"),
    QPval: number("P_CHI2"),
    I2: number("I2"),
    statistic: number("Z"),
    pval: number("P_Z"),
    difference: { Q: number("Q"), pval: number("P_Q"), I2: number("I2_Q") },
  };
}

function readStudy(data: XmlElement, subgroup: string, studies: ReadonlyMap<string, Study>, row: number): OlderRow {
  const number = (name: string) => parseNumber(attribute(data, name), false);
  const id = attribute(data, "STUDY_ID");
  const study = studies.get(id);
  return {
    row,
    study: study?.name ?? nameFromId(id),
    year: study?.year ?? "",
    subgroup,
    further: study?.judgements ?? new Map(),
    shown: number("EFFECT_SIZE"),
    se: number("SE"),
    ciUb: number("CI_END"),
    given: number("ESTIMATE"),
    numbers: {
      m1i: number("MEAN_1"),
      sd1i: number("SD_1"),
      ai: number("EVENTS_1"),
      n1i: number("TOTAL_1"),
      m2i: number("MEAN_2"),
      sd2i: number("SD_2"),
      ci: number("EVENTS_2"),
      n2i: number("TOTAL_2"),
      oe: number("O_E"),
      variance: number("VAR"),
    },
  };
}

/** "STD-Lee_x002d_Kim-2019" is "Lee-Kim 2019": RevMan builds ids of names. */
function nameFromId(id: string): string {
  const name = id.replace(/^STD-/, "").replace(/-(?=\d{4}\w?$)/, " ");
  return name.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
