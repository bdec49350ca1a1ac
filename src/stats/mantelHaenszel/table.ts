import type { CountsData } from "../../model/study";

/** A 2×2 table: events and non-events of arm 1 (a, b) and arm 2 (c, d), and the arms' sizes. */
export interface Table {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly n1: number;
  readonly n2: number;
  readonly N: number;
}

export function tableOf({ ai, n1i, ci, n2i }: CountsData): Table {
  return { a: ai, b: n1i - ai, c: ci, d: n2i - ci, n1: n1i, n2: n2i, N: n1i + n2i };
}

export function sumOver(tables: readonly Table[], part: (table: Table) => number): number {
  return tables.reduce((sum, table) => sum + part(table), 0);
}
