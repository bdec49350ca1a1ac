import { type PooledTablesOrReason, pooledTables } from "./pooledTables";
import { sumOver, type Table } from "./table";

/**
 * Variance of the Mantel-Haenszel risk difference: `Sato` (metafor), which holds both for few large and for many small
 * tables, or `GreenlandRobins` (RevMan), each arm's binomial variance, which is 0 in an arm without events.
 */
export type RiskDifferenceVariance = "Sato" | "GreenlandRobins";

/**
 * Mantel-Haenszel risk difference, as a proportion. Tables without events count.
 *
 * Greenland & Robins (1985), Biometrics 41:55–68, doi:10.2307/2530643; Sato (1989), Biometrics 45:1323–1324.
 */
export function mhRiskDifference(
  tables: readonly Table[],
  level: number,
  rdVariance: RiskDifferenceVariance,
): PooledTablesOrReason {
  const W = sumOver(tables, weight);
  const mu = sumOver(tables, ({ a, c, n1, n2, N }) => (a * n2 - c * n1) / N) / W;
  const variance = (rdVariance === "Sato" ? sato(tables, mu) : greenlandRobins(tables)) / W ** 2;
  if (!(variance > 0)) return { reason: "no-variation" };
  return pooledTables({ k: tables.length, mu, variance, parts: tables.map(weight) }, level);
}

const weight = ({ n1, n2, N }: Table): number => (n1 * n2) / N;

function sato(tables: readonly Table[], mu: number): number {
  const P = sumOver(tables, ({ a, c, n1, n2, N }) => (n1 ** 2 * c - n2 ** 2 * a + (n1 * n2 * (n2 - n1)) / 2) / N ** 2);
  const Q = sumOver(tables, ({ a, b, c, d, N }) => (a * d + b * c) / (2 * N));
  return mu * P + Q;
}

function greenlandRobins(tables: readonly Table[]): number {
  return sumOver(tables, ({ a, b, c, d, n1, n2, N }) => (a * b * n2 ** 3 + c * d * n1 ** 3) / (n1 * n2 * N ** 2));
}
