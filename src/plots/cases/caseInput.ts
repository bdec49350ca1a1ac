import { type Analysis, type GroupResult, NESTED, type Pooled, type StudyResult } from "../../model/analysis";
import type { ColumnInfo, Descriptor, OutcomeInfo } from "../../model/descriptor";
import { MEASURES, MEASURES_FOR, type Measure } from "../../model/measure";
import type { PoolingModel } from "../../model/poolingModel";
import { type ArmData, participants, type Row } from "../../model/study";
import { confidenceInterval, escalc, pool, subgroupDifference } from "../../stats/index";
import { captionLines } from "../../words/caption";
import type { ForestInput } from "../forestInput";

/** A study of a visual case; what it leaves out is ordinary. */
export interface CaseStudy {
  readonly slab: string;
  readonly year?: number;
  readonly data: ArmData;
  readonly group?: string;
  readonly columns?: Row["columns"];
  readonly excluded?: boolean;
  readonly flipped?: boolean;
}

export interface CaseQuestion {
  readonly measure: Measure;
  readonly outcome?: Partial<OutcomeInfo>;
  readonly compareBy?: "comparator" | "timepoint";
  readonly model?: Partial<PoolingModel>;
  readonly arms?: Descriptor["arms"];
  readonly columns?: readonly ColumnInfo[];
  readonly ghost?: ForestInput["ghost"];
}

const MODEL: PoolingModel = {
  method: "DL",
  test: "z",
  predint: "V",
  level: 0.95,
  smdVariance: "RevMan",
  zeroCells: "only0",
  groupTau2: "separate",
  weighting: "IV",
};

/** The input of both figures for hand-made studies, pooled by the project's own statistics. */
export function caseInput(studies: readonly CaseStudy[], question: CaseQuestion): ForestInput {
  const rows = studies.map(caseRow);
  const model = { ...MODEL, ...question.model };
  const groupKeys = question.compareBy ? [...new Set(studies.map((s) => s.group ?? ""))] : [];
  const outcome: OutcomeInfo = { ...OUTCOME, ...question.outcome };
  const descriptor = caseDescriptor(question, outcome, groupKeys);
  const results = studies.map((study, id) => caseResult(study, id, question.measure, model));
  const acrossTime = question.compareBy === "timepoint";
  const overall = acrossTime ? null : poolResults(results, rows, model);

  const sets = groupKeys.map((key) => {
    const members = results.filter((r) => (studies[r.rowId]!.group ?? "") === key);
    return { key, rowIds: members.map((m) => m.rowId), set: poolResults(members, rows, model) };
  });
  const groups: GroupResult[] = sets.map(({ key, rowIds, set }) => ({ key, rowIds, pooled: set?.pooled ?? null }));
  const outerKeys = new Set(groupKeys.flatMap((key) => (key.includes(NESTED) ? [key.split(NESTED)[0]!] : [])));
  const outerGroups = [...outerKeys].map((key): GroupResult => {
    const members = results.filter((r) => studies[r.rowId]!.group?.startsWith(key + NESTED));
    const set = poolResults(members, rows, model);
    return { key, rowIds: members.map((m) => m.rowId), pooled: set?.pooled ?? null };
  });
  const pooledGroups = groups.flatMap((g) => (g.pooled ? [g.pooled] : []));
  const weights = overall ? [overall] : sets.flatMap(({ set }) => (set ? [set] : []));
  const given = question.measure === "GEN" ? outcome.given : null;
  const analysis: Analysis = {
    selection: {
      ...{ outcome: outcome.name, timepoint: "1 week", hiddenComparators: [], filters: {}, excluded: [] },
      ...{ compareBy: question.compareBy ?? null, thenBy: null, measure: question.measure },
    },
    model,
    measure: given ? { ...MEASURES.GEN, ...given } : MEASURES[question.measure],
    measures: Object.values(MEASURES_FOR).find((list) => list.includes(question.measure)) ?? [],
    studies: results.map((r) => ({ ...r, weight: weights.flatMap((w) => w.weights.get(r.rowId) ?? [])[0] ?? null })),
    groups,
    outerGroups,
    overall: overall?.pooled ?? null,
    noOverall: overall ? null : acrossTime ? "repeated-patients" : "no-studies",
    difference: acrossTime || pooledGroups.length < 2 ? null : subgroupDifference(pooledGroups),
  };
  const caption = captionLines(analysis, descriptor, "0.1.0");
  return { analysis, rows: (id) => rows[id]!, descriptor, outcome, ghost: question.ghost ?? null, caption };
}

function caseRow(study: CaseStudy, id: number): Row {
  return {
    ...{ id, studyId: study.slab, slab: study.slab, year: study.year ?? null, data: study.data, better: null },
    ...{ outcome: OUTCOME.name, timepoint: "1 week", comparator: study.group ?? "", columns: study.columns ?? {} },
  };
}

function caseResult({ data, excluded, flipped }: CaseStudy, rowId: number, measure: Measure, model: PoolingModel) {
  const result = escalc(measure, data, model);
  const base = { rowId, state: excluded ? "excluded" : "included", weight: null, flipped: flipped ?? false } as const;
  if ("reason" in result) return { ...base, effect: null, reason: result.reason } satisfies StudyResult;
  const yi = flipped ? -result.yi : result.yi;
  const effect = { yi, vi: result.vi, ...confidenceInterval(yi, result.vi, model.level) };
  return { ...base, effect, reason: null } satisfies StudyResult;
}

function poolResults(results: readonly StudyResult[], rows: readonly Row[], model: PoolingModel) {
  const used = results.flatMap((r) => (r.effect && r.state === "included" ? [{ id: r.rowId, ...r.effect }] : []));
  if (used.length === 0) return null;
  const { weights, ...fit } = pool(
    used.map((u) => u.yi),
    used.map((u) => u.vi),
    model,
  );
  const N = used.reduce((sum, { id }) => sum + (participants(rows[id]!) ?? 0), 0);
  const pooled: Pooled = { ...fit, N: N === 0 ? null : N };
  return { pooled, weights: new Map(used.map(({ id }, i) => [id, weights[i]!])) };
}

const OUTCOME: OutcomeInfo = {
  ...{ name: "Pain", better: "lower", harm: false, noun: "pain", unit: "points (0-10)" },
  ...{ mid: null, measure: null, given: null },
};

function caseDescriptor(question: CaseQuestion, outcome: OutcomeInfo, groups: readonly string[]): Descriptor {
  const { compareBy = null } = question;
  return {
    ...{ id: "case", title: "A visual case", shortTitle: "Case", kind: "simulated" },
    ...{ provenance: "Simulated for this picture.", figureNote: "Simulated trial-level data" },
    ...{ citation: null, doi: null, licence: null, studyNoun: { one: "trial", many: "trials" } },
    ...{ peopleNoun: { one: "patient", many: "patients" } },
    arms: question.arms ?? { intervention: "US-NKT", control: "control" },
    outcomes: [outcome],
    timepoints: (compareBy === "timepoint" ? groups : ["1 week"]).map((name) => ({ name, wholeFollowUp: false })),
    comparators: compareBy === "comparator" ? groups : [],
    columns: question.columns ?? [],
    defaults: { outcome: outcome.name, timepoint: "1 week", compareBy, preset: "published" },
    ...{ publishedModel: null, publishedFigures: [], account: { facts: [], sections: [] } },
  };
}
