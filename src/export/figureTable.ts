import type { Analysis, DifferenceTest, Pooled, StudyResult } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import { isAcrossTime } from "../model/selection";
import { type ArmData, participants, type Row } from "../model/study";

/** A table of plain values: a head, and rows as long as it. Numbers are at full precision, null is an empty cell. */
export interface PlainTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export type Cell = string | number | null;

type Line = Readonly<Record<string, Cell>>;

const ARM_COLUMNS: Readonly<Record<ArmData["kind"], readonly string[]>> = {
  means: ["m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"],
  counts: ["ai", "n1i", "ci", "n2i"],
  given: ["n1i", "n2i"],
};

const RESULT_COLUMNS = [
  ...["k", "N", "statistic", "statistic.df", "pval", "tau2", "tau", "I2", "H2", "Q", "df", "df2", "Q.pval"],
  ...["pi.lb", "pi.ub"],
];

/**
 * The rows that a figure plots and the results under them, as one table. Effects stand on the analysis scale (log for
 * ratios, as column `scale` says) with metafor's column names, and beside them as the reader sees them.
 */
export function figureTable(analysis: Analysis, descriptor: Descriptor, rowOf: (id: number) => Row): PlainTable {
  const kinds = new Set(analysis.studies.map(({ rowId }) => rowOf(rowId).data.kind));
  const arms = [...new Set([...kinds].flatMap((kind) => ARM_COLUMNS[kind]))];
  const groupOf = new Map(analysis.groups.flatMap(({ key, rowIds }) => rowIds.map((id) => [id, key] as const)));
  const own = [
    ...["row", "study", "year", "outcome", "timepoint", "comparator", "group", "state", "reason", "measure", "scale"],
    ...["yi", "vi", "sei", "ci.lb", "ci.ub", "estimate", "estimate.lb", "estimate.ub", "weight", "level"],
    ...arms,
    ...RESULT_COLUMNS,
  ];
  // A column of the data that is called like one of ours keeps its values under a name of its own.
  const further = descriptor.columns.map(({ name }) => ({ name, as: own.includes(name) ? `data.${name}` : name }));
  const head = [...own, ...further.map(({ as }) => as)];
  const lines: Line[] = [
    ...analysis.studies.map((study) => {
      const row = rowOf(study.rowId);
      const data = Object.fromEntries(further.map(({ name, as }) => [as, row.columns[name] ?? null]));
      return { ...data, ...studyLine(study, row, groupOf.get(study.rowId) ?? null, analysis) };
    }),
    ...analysis.groups.flatMap(({ key, pooled }) => (pooled ? [resultLine("group", key, pooled, analysis)] : [])),
    ...(analysis.difference ? [differenceLine(analysis.difference)] : []),
    ...(analysis.overall ? [resultLine("overall", null, analysis.overall, analysis)] : []),
  ];
  return { head, rows: lines.map((line) => head.map((column) => line[column] ?? null)) };
}

function studyLine(study: StudyResult, row: Row, group: string | null, analysis: Analysis): Line {
  const { effect, state, reason, weight } = study;
  const { kind: _kind, ...arms } = row.data;
  return {
    ...(row.data.kind === "given" ? { n1i: row.data.n1i, n2i: row.data.n2i } : arms),
    row: "study",
    ...{ study: row.slab, year: row.year, outcome: row.outcome, timepoint: row.timepoint, comparator: row.comparator },
    ...{ group, state, reason, weight },
    ...effectCells(effect && { mu: effect.yi, se: Math.sqrt(effect.vi), ...effect }, analysis),
    vi: effect?.vi ?? null,
    N: participants(row),
  };
}

function resultLine(kind: string, group: string | null, pooled: Pooled, analysis: Analysis): Line {
  const { k, N, tau2, tau, heterogeneity, predint, statistic, df, pval } = pooled;
  const { outcome, timepoint } = analysis.selection;
  const { I2, H2, Q, df: QDf, pval: QPval } = heterogeneity ?? {};
  return {
    row: kind,
    ...{ outcome, timepoint: isAcrossTime(analysis.selection) ? null : timepoint, group, k, N, tau2, tau },
    ...effectCells(pooled, analysis),
    ...{ statistic, "statistic.df": df, pval },
    ...{ I2: I2 ?? null, H2: H2 ?? null, Q: Q ?? null, df: QDf ?? null, "Q.pval": QPval ?? null },
    ...{ "pi.lb": predint?.piLb ?? null, "pi.ub": predint?.piUb ?? null },
  };
}

/** The test between groups: `df2` is null where the statistic is a chi-squared one. */
function differenceLine({ statistic, df1, df2, pval }: DifferenceTest): Line {
  return { row: "difference", statistic, df: df1, df2, pval };
}

function effectCells(effect: Pick<Pooled, "mu" | "se" | "ciLb" | "ciUb"> | null, { measure, model }: Analysis): Line {
  const shared = { measure: measure.measure, scale: measure.scale, level: model.level };
  if (!effect) return shared;
  const natural = measure.scale === "log" ? Math.exp : (x: number) => x;
  const { mu, se, ciLb, ciUb } = effect;
  return {
    ...shared,
    ...{ yi: mu, sei: se, "ci.lb": ciLb, "ci.ub": ciUb },
    ...{ estimate: natural(mu), "estimate.lb": natural(ciLb), "estimate.ub": natural(ciUb) },
  };
}
