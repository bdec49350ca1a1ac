import { type LeastSquares, refit, residualQ } from "./leastSquares";
import type { RegressionTest } from "./regression";

/** The coefficients at a tau2, without their tests. */
export interface Estimate {
  /** p coefficients of the design's own columns, of effects less their origin. */
  readonly beta: readonly number[];
  /** Upper triangular root A of their covariances, by rows; under `knha` and `adhoc` multiplied by s. */
  readonly root: readonly (readonly number[])[];
  /** null: the normal. */
  readonly df: number | null;
}

/**
 * Coefficients and the root of their covariances: with X = Q T and sqrt(W) Q = q R, (XᵀWX)⁻¹ is (R T)⁻¹ (R T)⁻ᵀ.
 *
 * @param triangle the columns of T, which take the orthonormal columns back to the design's own.
 */
export function estimateAt(
  fit: LeastSquares,
  triangle: readonly Float64Array[],
  tau2: number,
  test: RegressionTest,
): Estimate {
  refit(fit, tau2);
  const df = fit.k - fit.p;
  const s2 = residualQ(fit) / df;
  const isWald = test === "z" || (test === "knha" && s2 === 0);
  const s = scaleOf(s2, isWald ? "z" : test);
  const ofOwn = inverse(triangle);
  const ofWeighted = inverse(fit.R);
  const unscaled = ofOwn.map((row) => ofWeighted.map((_, j) => productAt(row, ofWeighted, j)));
  const beta = ofOwn.map((row, i) => inner(row, fit.offset) + inner(unscaled[i]!, fit.z));
  return {
    beta,
    root: s === 1 ? unscaled : unscaled.map((row) => row.map((a) => a * s)),
    df: isWald ? null : df,
  };
}

/** What standard errors are multiplied by. */
function scaleOf(s2: number, test: RegressionTest): number {
  if (test === "knha") return Math.sqrt(s2);
  return test === "adhoc" ? Math.sqrt(Math.max(1, s2)) : 1;
}

/** The inverse, by rows, of an upper triangle given by columns. */
function inverse(R: readonly Float64Array[]): number[][] {
  const p = R.length;
  const rows = R.map(() => new Array<number>(p).fill(0));
  for (let j = 0; j < p; j++) {
    const column = R[j]!;
    rows[j]![j] = 1 / column[j]!;
    for (let i = 0; i < j; i++) {
      let sum = 0;
      for (let l = i; l < j; l++) sum += rows[i]![l]! * column[l]!;
      rows[i]![j] = -sum / column[j]!;
    }
  }
  return rows;
}

function productAt(row: readonly number[], rows: readonly (readonly number[])[], j: number): number {
  let sum = 0;
  for (let l = 0; l <= j; l++) sum += row[l]! * rows[l]![j]!;
  return sum;
}

function inner(row: readonly number[], vector: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < row.length; j++) sum += row[j]! * vector[j]!;
  return sum;
}
