import type { CountsData } from "../../model/study";

/**
 * Guards a public function against misuse.
 * @throws RangeError unless there is at least one table, and each has arms of one or more with 0 to n events.
 */
export function requireTables(name: string, tables: readonly CountsData[]): void {
  if (tables.length === 0) throw new RangeError(`${name}: no tables`);
  tables.forEach(({ ai, n1i, ci, n2i }, i) => {
    const usable = isArm(ai, n1i) && isArm(ci, n2i);
    if (!usable) throw new RangeError(`${name}: table ${i} has ${ai} of ${n1i} and ${ci} of ${n2i}`);
  });
}

function isArm(events: number, n: number): boolean {
  return events >= 0 && events <= n && n >= 1 && n < Infinity;
}
