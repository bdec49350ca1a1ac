import { columnKey } from "../../tidy";

/** A domain of a tool for judging risk of bias, and the names that a table may give its column. */
export interface Domain {
  readonly keys: readonly string[];
  readonly column: string;
  readonly title: string;
}

export interface Tool {
  readonly name: string;
  readonly domains: readonly Domain[];
}

const numbered = (name: string, titles: readonly string[]): Tool => ({
  name,
  domains: titles.map((title, i) => ({ keys: [`d${i + 1}`], column: `D${i + 1}`, title })),
});

const DEVIATIONS = "Deviations from intended interventions";
const REPORTED = "Selection of the reported result";

export const ROB2 = numbered("RoB 2", [
  "Randomisation process",
  DEVIATIONS,
  "Missing outcome data",
  "Measurement of the outcome",
  REPORTED,
]);

/** For trials randomised in clusters, with a domain between the first and the second. */
export const ROB2_CLUSTER: Tool = {
  name: "RoB 2 for cluster-randomised trials",
  domains: [
    ...ROB2.domains.slice(0, 1),
    { keys: ["d1b"], column: "D1b", title: "Identification and recruitment of participants" },
    ...ROB2.domains.slice(1),
  ],
};

export const ROBINS_I = numbered("ROBINS-I", [
  "Confounding",
  "Selection of participants",
  "Classification of interventions",
  DEVIATIONS,
  "Missing data",
  "Measurement of outcomes",
  REPORTED,
]);

export const ROBINS_I_V2 = numbered("ROBINS-I, second version", [
  "Confounding",
  "Classification of interventions",
  "Selection of participants",
  "Missing data",
  "Measurement of the outcome",
  REPORTED,
]);

export const ROBINS_E = numbered("ROBINS-E", [
  "Confounding",
  "Measurement of the exposure",
  "Selection of participants",
  "Post-exposure interventions",
  "Missing data",
  "Measurement of the outcome",
  REPORTED,
]);

export const QUIPS = numbered("QUIPS", [
  "Study participation",
  "Study attrition",
  "Prognostic factor measurement",
  "Outcome measurement",
  "Study confounding",
  "Statistical analysis and reporting",
]);

export const QUADAS2 = numbered("QUADAS-2", [
  "Patient selection",
  "Index test",
  "Reference standard",
  "Flow and timing",
]);

/** The first Cochrane tool, whose columns robvis names by its domains. */
export const ROB1: Tool = {
  name: "RoB 1",
  domains: [
    ["Random sequence generation", "sequencegeneration"],
    ["Allocation concealment"],
    ["Blinding of participants and personnel"],
    ["Blinding of outcome assessment", "blindingofoutcomeassessors"],
    ["Incomplete outcome data"],
    ["Selective reporting", "selectiveoutcomereporting"],
    ["Other sources of bias", "otherbias"],
  ].map(([title = "", ...others]) => ({ keys: [columnKey(title), ...others], column: title, title })),
};
