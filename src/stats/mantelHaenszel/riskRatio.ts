import { type PooledTablesOrReason, pooledTables } from "./pooledTables";
import { sumOver, type Table } from "./table";

/**
 * Mantel-Haenszel log risk ratio, with the variance of Greenland & Robins (1985), Biometrics 41:55–68,
 * doi:10.2307/2530643. Its part n1·n2·(a + c) − a·c·N is written n1·a·d + n2·b·c, which does not cancel.
 */
export function mhRiskRatio(tables: readonly Table[], level: number): PooledTablesOrReason {
  const R = sumOver(tables, ({ a, n2, N }) => (a * n2) / N);
  const S = sumOver(tables, expected);
  if (R === 0 || S === 0) return { reason: "ratio-at-limit" };
  const P = sumOver(tables, ({ a, b, c, d, n1, n2, N }) => (n1 * a * d + n2 * b * c) / N ** 2);
  if (P === 0) return { reason: "no-variation" };
  return pooledTables(
    {
      k: tables.filter(({ a, c }) => a + c > 0).length,
      mu: Math.log(R / S),
      variance: P / (R * S),
      parts: tables.map(expected),
    },
    level,
  );
}

const expected = ({ c, n1, N }: Table): number => (c * n1) / N;
