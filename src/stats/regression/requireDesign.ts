const LARGEST = 1e100; // squares of larger numbers leave the range of doubles

/**
 * The columns of a design given by rows.
 * @throws RangeError unless it has k rows of one length p >= 1, of finite numbers within ±1e100.
 */
export function requireDesign(name: string, design: readonly (readonly number[])[], k: number): number[][] {
  const p = design[0]?.length ?? 0;
  if (design.length !== k || p === 0) throw new RangeError(`${name}: ${design.length} rows of ${p} columns for ${k}`);
  const columns = Array.from({ length: p }, () => new Array<number>(k));
  design.forEach((row, i) => {
    if (row.length !== p) throw new RangeError(`${name}: row ${i} has ${row.length} columns, not ${p}`);
    row.forEach((x, j) => {
      if (!(Math.abs(x) <= LARGEST)) throw new RangeError(`${name}: row ${i} has ${x} in column ${j}`);
      columns[j]![i] = x;
    });
  });
  return columns;
}

/** The place of the intercept, the first column that is 1 in every row; null without one. */
export function intercept(columns: readonly (readonly number[])[]): number | null {
  const place = columns.findIndex((column) => column.every((x) => x === 1));
  return place < 0 ? null : place;
}
