import type { CountsData } from "../../model/study";
import { type CentredQ, centredQ } from "./centredQ";
import { type PooledTables, pooledTables, type TablesReason } from "./pooledTables";
import { requireTables } from "./requireTables";
import { sumOver, type Table, tableOf } from "./table";

/** Peto's pooled log odds ratio, with the heterogeneity of the tables that say something; null where that is one. */
export interface PetoFit extends PooledTables {
  readonly heterogeneity: CentredQ | null;
}

/**
 * Peto's log odds ratio: observed minus expected events of arm 1 over their hypergeometric variance, each summed over
 * tables. No correction for zero cells; a table without events or without non-events says nothing. Biased where the
 * effect is large or the arms differ much in size.
 *
 * @returns the pooled effect with weights V; `reason` where every V is 0.
 * @throws RangeError as `requireTables`, or unless 0 < level < 1.
 *
 * Yusuf, Peto, Lewis, Collins & Sleight (1985), Prog Cardiovasc Dis 27:335–371, doi:10.1016/S0033-0620(85)80003-7.
 */
export function peto(tables: readonly CountsData[], level: number): PetoFit | { readonly reason: TablesReason } {
  requireTables("peto", tables);
  const cells = tables.map(tableOf);
  const parts = cells.map(hypergeometricVariance);
  const telling = cells.filter((_, i) => parts[i]! > 0);
  if (telling.length === 0) return { reason: "no-variation" };
  const V = sumOver(telling, hypergeometricVariance);
  const mu = sumOver(telling, observedMinusExpected) / V;
  const yi = telling.map((table) => observedMinusExpected(table) / hypergeometricVariance(table));
  const vi = telling.map((table) => 1 / hypergeometricVariance(table));
  return {
    ...pooledTables({ k: telling.length, mu, variance: 1 / V, parts }, level),
    heterogeneity: centredQ(yi, vi, mu),
  };
}

/** a − n1 (a + c) / N, written without its cancellation. */
function observedMinusExpected({ a, b, c, d, N }: Table): number {
  return (a * d - b * c) / N;
}

function hypergeometricVariance({ a, b, c, d, n1, n2, N }: Table): number {
  return ((n1 / N) * (n2 / N) * (a + c) * (b + d)) / (N - 1);
}
