import { type PooledTablesOrReason, pooledTables } from "./pooledTables";
import { sumOver, type Table } from "./table";

/**
 * Mantel-Haenszel log odds ratio. Its variance holds both for few large and for many small tables: Robins, Breslow &
 * Greenland (1986), Biometrics 42:311–323, doi:10.2307/2531052.
 */
export function mhOddsRatio(tables: readonly Table[], level: number): PooledTablesOrReason {
  const R = sumOver(tables, concordant);
  const S = sumOver(tables, discordant);
  if (R === 0 || S === 0) return { reason: "ratio-at-limit" };
  const PR = sumOver(tables, (table) => agreement(table) * concordant(table));
  const PS = sumOver(tables, (table) => agreement(table) * discordant(table));
  const QR = sumOver(tables, (table) => disagreement(table) * concordant(table));
  const QS = sumOver(tables, (table) => disagreement(table) * discordant(table));
  return pooledTables(
    {
      k: tables.filter((table) => concordant(table) + discordant(table) > 0).length,
      mu: Math.log(R / S),
      variance: (PR / R ** 2 + (PS + QR) / (R * S) + QS / S ** 2) / 2,
      parts: tables.map(discordant),
    },
    level,
  );
}

const concordant = ({ a, d, N }: Table): number => (a * d) / N;
const discordant = ({ b, c, N }: Table): number => (b * c) / N;
const agreement = ({ a, d, N }: Table): number => (a + d) / N;
const disagreement = ({ b, c, N }: Table): number => (b + c) / N;
