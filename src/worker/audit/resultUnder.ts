import { appliedModel, isTableMeasure } from "../../model/appliedModel";
import type { AuditQuantity } from "../../model/audit";
import type { OutcomeInfo } from "../../model/descriptor";
import type { MeasureInfo } from "../../model/measure";
import type { PoolingModel } from "../../model/poolingModel";
import type { Row } from "../../model/study";
import { type Fit, poolAt, poolTables, type TablesOptions } from "../../stats/index";
import { effectOf } from "../effects";
import { fitRows, type Poolable, poolable } from "../poolable";

/** All that a number of an audit depends on, beside its rows. */
export interface Under {
  readonly outcome: OutcomeInfo;
  readonly measure: MeasureInfo;
  readonly model: PoolingModel;
  /** Another program's tau2, instead of an estimate. */
  readonly tau2?: number;
  /** How Mantel-Haenszel sums are made, where not as on the page. */
  readonly sums?: Pick<TablesOptions, "rdVariance" | "exactSums">;
}

/** An estimate in the quantities of an audit, on the reader's scale; null where these studies do not give one. */
export interface Result extends Readonly<Record<AuditQuantity, number | null>> {
  readonly k: number;
  /** On the analysis scale. */
  readonly mu: number;
  readonly se: number;
  /** Percent, (Q − df) / Q and at least 0. */
  readonly I2Q: number;
}

/** The rows' pooled result as the page computes it, but for what `under` says otherwise; null where nothing is pooled. */
export function resultUnder(rows: readonly Row[], under: Under): Result | null {
  const fit = fitUnder(poolableUnder(rows, under), under);
  return fit && resultOf(fit, under.measure);
}

/** The rows' effects under the model. */
export function poolableUnder(rows: readonly Row[], { outcome, measure, model }: Under): Poolable {
  const results = rows.map((row) => [row.id, effectOf(row, outcome, measure.measure, model)] as const);
  return poolable(rows, new Map(results));
}

function fitUnder(part: Poolable, { measure: { measure }, model, tau2, sums }: Under): Fit | null {
  const applied = appliedModel(model, measure);
  const { members, yi, vi } = part;
  if (members.length === 0) return null;
  // What a file gives as tau2 may be no variance at all.
  if (tau2 !== undefined) return tau2 >= 0 && tau2 < Infinity ? poolAt(yi, vi, tau2, applied) : null;
  if (!sums || !isTableMeasure(measure)) return fitRows(part, { measure, model: applied });
  const tables = members.flatMap(({ data }) => (data.kind === "counts" ? [data] : []));
  const found = poolTables(tables, measure, { ...applied, ...sums, method: applied.method === "EE" ? "EE" : "DL" });
  return "reason" in found ? null : found;
}

function resultOf(fit: Fit, { scale }: MeasureInfo): Result {
  const shown = (value: number) => (scale === "log" ? Math.exp(value) : value);
  const { k, mu, se, tau2, heterogeneity, predint } = fit;
  return {
    ...{ k, mu, se, tau2, pval: fit.pval },
    ...{ estimate: shown(mu), ciLb: shown(fit.ciLb), ciUb: shown(fit.ciUb) },
    ...{ piLb: predint && shown(predint.piLb), piUb: predint && shown(predint.piUb) },
    // One study does not disagree with itself.
    ...{ Q: heterogeneity?.Q ?? 0, df: k - 1, QPval: heterogeneity?.pval ?? 1 },
    ...{ I2: heterogeneity?.I2 ?? 0, I2Q: heterogeneity?.I2Q ?? 0 },
    // Programs differ in whether the statistic has the sign of the estimate.
    statistic: Math.abs(fit.statistic),
  };
}
