import type { Analysis, GroupResult, NotEstimableReason, NullReason, Pooled } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import type { MeasureInfo } from "../model/measure";
import type { PoolingModel } from "../model/poolingModel";
import type { Row } from "../model/study";
import { estimateText, evidenceText } from "../words/effectText";
import { formatInteger, formatNumber, formatPercent, formatSpread, pEquals } from "../words/number";
import { counted, levelPercent, lowerFirst } from "../words/phrase";

const WHY_NOT: Readonly<Record<NotEstimableReason, string>> = {
  "no-events": "not estimable: no events in either arm",
  "all-events": "not estimable: everyone had the event",
  "no-variation": "not estimable: no usable variance",
  "too-few": "not estimable: fewer than 2 in an arm",
  "zero-cell": "not estimable: a zero cell",
  "opposite-signs": "not estimable: means of opposite signs",
  impossible: "not estimable: impossible data",
  "other-data": "not estimable: data of another kind",
};

const NO_PREDINT: Readonly<Record<NullReason, string | null>> = {
  "needs-two-studies": "needs at least 2",
  "needs-three-studies": "needs at least 3",
  "common-effect-model": null,
};

/** Why a study shows no interval, short enough for the interval's place. */
export function notEstimableText(reason: NotEstimableReason | null): string {
  return reason === null ? "not estimable" : WHY_NOT[reason];
}

/** The study with its year, unless the label has it already: "Simulated trial 03, 2017". */
export function studyLabel(row: Row): string {
  return row.slab + yearSuffix(row);
}

/** What the label lacks: ", 2017", or "". */
export function yearSuffix({ slab, year }: Row): string {
  return year === null || slab.includes(String(year)) ? "" : `, ${year}`;
}

/** What follows the label of a study whose sign was turned. */
export const TURNED = " †";

/** What stands under a group, the longest wording first, so that the figure can take what fits. */
export function groupSummaries(
  { pooled }: GroupResult,
  { method }: PoolingModel,
  descriptor: Descriptor,
): readonly string[] {
  if (pooled === null) return ["nothing to pool"];
  const trials = counted(pooled.k, descriptor.studyNoun);
  if (pooled.k === 1) return [`${trials}, not pooled`];
  const evidence = evidenceText(pooled, descriptor);
  const { heterogeneity, tau2 } = pooled;
  if (heterogeneity === null) return [evidence, trials];
  const I2 = `I² ${formatPercent(heterogeneity.I2)}`;
  const spread = method === "EE" ? I2 : `${I2}, τ² ${formatSpread(tau2)}`;
  return [
    `${evidence}; ${spread}, ${pEquals(heterogeneity.pval)}`,
    `${evidence}; ${spread}`,
    `${evidence}; ${I2}`,
    `${trials}; ${I2}`,
    trials,
  ];
}

/** "Heterogeneity: τ² 0.40, Q 53.0, df 7, p < 0.001, I² 87%"; null where there is nothing to compare. */
export function heterogeneityText({ heterogeneity, tau2, converged }: Pooled, model: PoolingModel): string | null {
  if (heterogeneity === null) return null;
  const { Q, df, pval, I2 } = heterogeneity;
  const spread = model.method === "EE" ? "" : `τ² ${formatSpread(tau2)}, `;
  const warning = converged ? "" : ". The estimate of τ² did not converge";
  const test = `Q ${formatNumber(Q, 1)}, df ${formatInteger(df)}, ${pEquals(pval)}`;
  return `Heterogeneity: ${spread}${test}, I² ${formatPercent(I2)}${warning}`;
}

/** "Difference between groups: Q 1.94, df 1, p = 0.164"; why there is no overall result; or null. */
export function differenceText({ difference, noOverall }: Analysis): string | null {
  if (noOverall === "repeated-patients") return "Timepoints share patients: not pooled together";
  if (difference === null) return null;
  const { statistic, df1, df2, pval } = difference;
  const test =
    df2 === null ? `Q ${formatNumber(statistic)}, df ${df1}` : `F ${formatNumber(statistic)}, df ${df1} and ${df2}`;
  return `Difference between groups: ${test}, ${pEquals(pval)}`;
}

/** Why no prediction interval is drawn; null where none is expected. */
export function noPredintText(reason: NullReason | null, descriptor: Descriptor): string | null {
  const need = reason === null ? null : NO_PREDINT[reason];
  return need === null ? null : `${need} ${descriptor.studyNoun.many}`;
}

/** Head of the interval panel: "SMD, random effects, 95% CI". */
export function panelTitle(measure: MeasureInfo, { method, level }: PoolingModel): string {
  return `${measure.short}, ${method === "EE" ? "common effect" : "random effects"}, ${levelPercent(level)} CI`;
}

/** The spoken name of a result: "Simulated trial 03, 2017: SMD −1.36 [−1.80, −0.92]". */
export function spokenEffect(
  name: string,
  { mu, ciLb, ciUb }: Pick<Pooled, "mu" | "ciLb" | "ciUb">,
  measure: MeasureInfo,
): string {
  const [estimate, lower, upper] = [mu, ciLb, ciUb].map((x) => estimateText(x, measure));
  return `${name}: ${measure.short} ${estimate} [${lower}, ${upper}]`;
}

/** What a figure without any study says. */
export function emptyText({ selection }: Analysis, { studyNoun }: Descriptor): readonly [string, string] {
  const question = [lowerFirst(selection.outcome), lowerFirst(selection.timepoint)].filter(Boolean).join(", ");
  const isNarrowed = Object.keys(selection.filters).length > 0 || selection.hiddenComparators.length > 0;
  return [
    `No ${studyNoun.one} reports this`,
    `Nothing in the data matches ${question}${isNarrowed ? " under these filters" : ""}.`,
  ];
}
