/** A symmetric matrix by rows, of which the lower triangle is read. */
export type Symmetric = readonly (readonly number[])[];

/**
 * The solution x of Ax = b for a positive definite A, by Cholesky's decomposition; null where A is not positive
 * definite to rounding.
 */
export function solve(A: Symmetric, b: readonly number[]): number[] | null {
  const n = b.length;
  const L: number[][] = [];
  for (let i = 0; i < n; i++) {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      let rest = A[i]![j]!;
      for (let l = 0; l < j; l++) rest -= row[l]! * (i === j ? row[l]! : L[j]![l]!);
      if (i === j && !(rest > 0)) return null;
      row.push(i === j ? Math.sqrt(rest) : rest / L[j]![j]!);
    }
    L.push(row);
  }
  const x = b.slice();
  for (let i = 0; i < n; i++) {
    for (let l = 0; l < i; l++) x[i]! -= L[i]![l]! * x[l]!;
    x[i]! /= L[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let l = i + 1; l < n; l++) x[i]! -= L[l]![i]! * x[l]!;
    x[i]! /= L[i]![i]!;
  }
  return x;
}

/** The diagonal of the inverse of a positive definite matrix; null as `solve`. */
export function inverseDiagonal(A: Symmetric): number[] | null {
  const diagonal: number[] = [];
  for (let i = 0; i < A.length; i++) {
    const column = solve(
      A,
      A.map((_, j) => (i === j ? 1 : 0)),
    );
    if (column === null) return null;
    diagonal.push(column[i]!);
  }
  return diagonal;
}
