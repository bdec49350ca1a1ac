const CANCELLED = 1e-2; // a part of the squared length below which rounding is worth a second pass
const PASSES = 3;
const REDUNDANT = 1e-10; // a part of a column's length below which nothing but rounding is left

/** A design of k rows as X = Q R: p orthonormal columns, and those of the upper triangle R. */
export interface Orthonormal {
  readonly Q: readonly Float64Array[];
  /** Column j of R, in which row j is the last above 0. */
  readonly R: readonly Float64Array[];
}

/**
 * The orthonormal columns of a design with k >= p rows, by modified Gram–Schmidt with repetition; null where a column
 * is a combination of those before it. Scale and shift of a column (years about 2000) cost no digits.
 *
 * Giraud, Langou, Rozložník & van den Eshof (2005), Numer Math 101:87–100, doi:10.1007/s00211-005-0615-4: twice is
 * enough.
 */
export function orthonormal(columns: readonly (readonly number[])[]): Orthonormal | null {
  const p = columns.length;
  const Q: Float64Array[] = [];
  const R: Float64Array[] = [];
  for (const column of columns) {
    const rest = new Float64Array(column);
    const size = largest(rest);
    if (size === 0) return null;
    divide(rest, size);
    const parts = new Float64Array(p);
    const before = Math.sqrt(dot(rest, rest));
    const length = removeProjections(rest, Q, Q.length, parts);
    if (length <= REDUNDANT * before) return null;
    parts[Q.length] = length;
    divide(parts, 1 / size);
    divide(rest, length);
    R.push(parts);
    Q.push(rest);
  }
  return { Q, R };
}

/**
 * Takes the first `count` orthonormal columns out of a vector in place, adds what was taken to `parts`, and returns the
 * length that is left. Repeated where little is left, so that even then the rest is orthogonal to the columns.
 */
export function removeProjections(
  vector: Float64Array,
  columns: readonly Float64Array[],
  count: number,
  parts: Float64Array,
): number {
  let before = dot(vector, vector);
  for (let pass = 1; count > 0; pass++) {
    for (let j = 0; j < count; j++) {
      const column = columns[j]!;
      const part = dot(column, vector);
      parts[j]! += part;
      for (let i = 0; i < vector.length; i++) vector[i]! -= part * column[i]!;
    }
    const after = dot(vector, vector);
    if (after > CANCELLED * before || after === 0 || pass === PASSES) return Math.sqrt(after);
    before = after;
  }
  return Math.sqrt(before);
}

/** The largest size in a vector. */
export function largest(vector: Float64Array): number {
  let size = 0;
  for (let i = 0; i < vector.length; i++) size = Math.max(size, Math.abs(vector[i]!));
  return size;
}

export function divide(vector: Float64Array, by: number): void {
  for (let i = 0; i < vector.length; i++) vector[i]! /= by;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
