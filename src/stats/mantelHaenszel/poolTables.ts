import type { TableMeasure } from "../../model/appliedModel";
import type { PoolingOptions, ZeroCellRule } from "../../model/poolingModel";
import type { CountsData } from "../../model/study";
import { countsEffect } from "../escalc/countsEffect";
import type { Effect } from "../escalc/effect";
import { cellsOf, type ZeroCells, zeroCellsOf } from "../escalc/zeroCells";
import { type Fit, fitAt, spreadOf } from "../pool";
import { weighted } from "../weighted";
import { centredQ, tau2DLAbout } from "./centredQ";
import { mantelHaenszelOf } from "./mantelHaenszel";
import type { TablesReason } from "./pooledTables";
import type { RiskDifferenceVariance } from "./riskDifference";
import { type Table, tableOf } from "./table";

/** What is done about zero cells in tables that are pooled. */
export interface TableZeros {
  readonly zeroCells: ZeroCellRule;
  /** True: zero cells enter the sums as they are, and only single effects are corrected (metafor's default). */
  readonly exactSums?: boolean;
}

/** Pooling of 2×2 tables under the common effect or DerSimonian and Laird's random effects. */
export interface TablesOptions extends Omit<PoolingOptions, "method">, TableZeros {
  readonly method: "EE" | "DL";
  /** metafor's `Sato` unless given. */
  readonly rdVariance?: RiskDifferenceVariance;
}

/** A table with its effect, ready to be pooled again and again with others. */
export interface ReadyTable extends Effect {
  /** As the sums take it. */
  readonly table: Table;
}

/**
 * Pools 2×2 tables as RevMan does by its Mantel-Haenszel method. Tables that the rule for zero cells corrects enter the
 * sums corrected, as there; `none` leaves out the tables without an effect of their own.
 *
 * Under the common effect: the Mantel-Haenszel estimate and weights with Wald's interval, whatever the test, and Q about
 * that estimate. Under random effects: tau2 by DerSimonian and Laird from that Q, then inverse variance; Q and I² are
 * about the Mantel-Haenszel estimate too.
 *
 * @returns the fit on the analysis scale, tables without an effect having no weight; `reason` where no table says
 *   anything or the variance is not above 0.
 * @throws RangeError without tables, or unless 0 < level < 1.
 *
 * Deeks & Higgins (2010), Statistical algorithms in Review Manager 5.
 */
export function poolTables(
  tables: readonly CountsData[],
  measure: TableMeasure,
  options: TablesOptions,
): Fit | { readonly reason: TablesReason } {
  if (tables.length === 0) throw new RangeError("poolTables: no tables");
  const ready = tables.map((table) => readyTable(table, measure, options));
  const fit = poolReady(
    ready.filter((table) => table !== null),
    measure,
    options,
  );
  if ("reason" in fit) return fit;
  let next = 0;
  return { ...fit, weights: ready.map((table) => (table === null ? 0 : fit.weights[next++]!)) };
}

/** A table as it is pooled; null where it has no effect of its own, or its counts cannot be. */
export function readyTable(table: CountsData, measure: TableMeasure, options: TableZeros): ReadyTable | null {
  const zeros = zeroCellsOf(options.zeroCells, measure);
  const effect = countsEffect(measure, table, zeros);
  if ("reason" in effect) return null;
  return { ...effect, table: tableOf(options.exactSums ? table : corrected(table, zeros)) };
}

/** Pools tables that are ready, as `poolTables`. */
export function poolReady(
  ready: readonly ReadyTable[],
  measure: TableMeasure,
  options: TablesOptions,
): Fit | { readonly reason: TablesReason } {
  if (ready.length === 0) return { reason: measure === "RD" ? "no-variation" : "ratio-at-limit" };
  const yi = ready.map((table) => table.yi);
  const vi = ready.map((table) => table.vi);
  const cells = ready.map(({ table }) => table);
  const sums = mantelHaenszelOf(cells, measure, options);
  if ("reason" in sums) return sums;
  return options.method === "EE" ? commonEffect(sums, yi, vi) : randomEffects(sums.mu, yi, vi, options);
}

/** The table with the rule's constants in it, its arms larger by them. */
function corrected(table: CountsData, zeros: ZeroCells): CountsData {
  const { a, b, c, d } = cellsOf(table, zeros);
  return { kind: "counts", ai: a, n1i: a + b, ci: c, n2i: c + d };
}

type Sums = Exclude<ReturnType<typeof mantelHaenszelOf>, { readonly reason: unknown }>;

function commonEffect(sums: Sums, yi: readonly number[], vi: readonly number[]): Fit {
  const about = centredQ(yi, vi, sums.mu);
  return {
    ...sums,
    k: yi.length,
    ...{ df: null, tau2: 0, tau: 0, converged: true },
    heterogeneity: about && { ...about, I2: about.I2Q },
    ...{ predint: null, predintReason: "common-effect-model" },
  };
}

function randomEffects(centre: number, yi: readonly number[], vi: readonly number[], options: TablesOptions): Fit {
  const tau2Fit = tau2DLAbout(yi, vi, centre);
  const mean = weighted(yi, vi, tau2Fit.tau2);
  const Q = centredQ(yi, vi, centre)?.Q ?? 0;
  return fitAt(vi, tau2Fit, { ...mean, Q }, mean, spreadOf(mean, yi.length - 1), options);
}
