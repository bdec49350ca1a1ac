import type { Analysis, MapCell, Pooled, StudyResult } from "../model/analysis";
import type { Descriptor, OutcomeInfo } from "../model/descriptor";
import { MEASURES } from "../model/measure";
import type { PoolingModel } from "../model/poolingModel";
import type { Row } from "../model/study";

const outcome = (name: string, better: "lower" | "higher", noun: string): OutcomeInfo => ({
  name,
  better,
  harm: name === "Adverse events",
  noun,
  unit: null,
  mid: null,
  measure: null,
  given: null,
});

export const AS_PUBLISHED: PoolingModel = {
  method: "DL",
  test: "z",
  predint: "V",
  level: 0.95,
  smdVariance: "RevMan",
  zeroCells: "only0",
  groupTau2: "separate",
  weighting: "IV",
};

/** A descriptor of the kind that ships, for the tests of this folder. */
export const usNkt: Descriptor = {
  id: "us-nkt",
  title: "Ultrasound-guided needle-knife therapy for spinal pain",
  shortTitle: "US-NKT",
  kind: "simulated",
  provenance: "Simulated trials.",
  figureNote: "Simulated trial-level data; pooled results match Kim et al. 2025",
  citation: null,
  doi: null,
  licence: null,
  studyNoun: { one: "trial", many: "trials" },
  peopleNoun: { one: "patient", many: "patients" },
  arms: { intervention: "US-NKT", control: "control" },
  outcomes: [
    outcome("Pain", "lower", "pain"),
    outcome("Physical function", "higher", "physical function"),
    outcome("Adverse events", "lower", "the risk of adverse events"),
    outcome("Abstinence", "higher", "the chance of stopping smoking"),
    outcome("Nausea", "lower", "nausea"),
  ],
  timepoints: [
    { name: "1 week", wholeFollowUp: false },
    { name: "1 month", wholeFollowUp: false },
    { name: "3 months", wholeFollowUp: false },
    { name: "Whole follow-up", wholeFollowUp: true },
  ],
  comparators: ["Recommended therapy", "Conventional needle-knife therapy"],
  columns: [{ name: "condition", title: "Condition", type: "category", riskOfBias: null }],
  defaults: { outcome: "Pain", timepoint: "1 week", compareBy: "comparator", preset: "published" },
  publishedModel: AS_PUBLISHED,
  publishedFigures: [],
  account: { facts: [], sections: [] },
};

/** A pooled result with the given parts; the rest is that of eight trials in moderate disagreement. */
export function pooled(parts: Partial<Pooled> = {}): Pooled {
  return {
    k: 8,
    N: 652,
    mu: -1.11,
    se: 0.16,
    ciLb: -1.42,
    ciUb: -0.79,
    statistic: -6.9,
    df: null,
    pval: 1e-11,
    tau2: 0.15,
    tau: 0.387,
    converged: true,
    heterogeneity: { Q: 26, df: 7, pval: 0.0005, I2: 73, I2Q: 73, H2: 3.7 },
    predint: { piLb: -2.1, piUb: -0.12 },
    predintReason: null,
    ...parts,
  };
}

export function study(rowId: number, parts: Partial<StudyResult> = {}): StudyResult {
  const effect = { yi: -1, vi: 0.04, ciLb: -1.4, ciUb: -0.6 };
  return { rowId, state: "included", effect, reason: null, weight: 12.5, flipped: false, ...parts };
}

export function row(id: number, parts: Partial<Row> = {}): Row {
  return {
    id,
    studyId: `t${id}`,
    slab: `Trial ${id}`,
    year: null,
    outcome: "Pain",
    timepoint: "1 week",
    comparator: "Recommended therapy",
    data: { kind: "means", m1i: 1, sd1i: 1, n1i: 20, m2i: 2, sd2i: 1, n2i: 20 },
    better: null,
    columns: {},
    ...parts,
  };
}

/** Pain at 1 week, nothing compared, with the given parts. */
export function analysis(parts: Partial<Analysis> = {}): Analysis {
  return {
    selection: {
      outcome: "Pain",
      timepoint: "1 week",
      hiddenComparators: [],
      compareBy: null,
      thenBy: null,
      filters: {},
      excluded: [],
      measure: null,
    },
    model: AS_PUBLISHED,
    measure: MEASURES.SMD,
    measures: ["SMD", "MD"],
    studies: Array.from({ length: 8 }, (_, i) => study(i)),
    groups: [],
    outerGroups: [],
    overall: pooled(),
    noOverall: null,
    difference: null,
    ...parts,
  };
}

export function cell(outcomeName: string, timepoint: string, k: number, parts: Partial<MapCell> = {}): MapCell {
  const result = k > 0 ? pooled({ k }) : null;
  return { outcome: outcomeName, timepoint, measure: MEASURES.SMD, pooled: result, k, byComparator: [], ...parts };
}
