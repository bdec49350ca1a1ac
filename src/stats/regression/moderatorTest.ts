import type { DifferenceTest } from "../../model/analysis";
import { pchisq } from "../distributions/chiSquared";
import { pf } from "../distributions/fisherF";
import { orthonormal } from "./orthonormal";
import type { Regression } from "./regression";

/**
 * Test that the coefficients of some columns are all 0: those of one categorical moderator, or all but the intercept.
 * QM = bᵀV⁻¹b is read against chi-squared where the regression's coefficients are against the normal, else QM / m
 * against F(m, k − p).
 *
 * @param columns m >= 1 different places of coefficients.
 * @throws RangeError if they are not.
 *
 * Knapp & Hartung (2003), Stat Med 22:2693–2710, doi:10.1002/sim.1482.
 */
export function testColumns(
  { coefficients, vcovRoot, df: df2 }: Pick<Regression, "coefficients" | "vcovRoot" | "df">,
  columns: readonly number[],
): DifferenceTest {
  if (columns.length === 0 || new Set(columns).size < columns.length || !columns.every((j) => j in coefficients)) {
    throw new RangeError(`testColumns: columns ${columns.join(", ")} of ${coefficients.length}`);
  }
  const df1 = columns.length;
  const beta = coefficients.map((coefficient) => coefficient.beta);
  const QM = waldStatistic(beta, vcovRoot, columns);
  if (df2 === null) return { statistic: QM, df1, df2, pval: pchisq(QM, df1).upper };
  return { statistic: QM / df1, df1, df2, pval: pf(QM / df1, df1, df2).upper };
}

/** bᵀV⁻¹b with V = A Aᵀ as |T⁻ᵀb|², where Aᵀ = U T has orthonormal U: without forming the covariances. */
export function waldStatistic(
  beta: readonly number[],
  root: readonly (readonly number[])[],
  columns: readonly number[],
): number {
  const triangle = orthonormal(columns.map((j) => root[j]!))!.R;
  const solved: number[] = [];
  columns.forEach((place, j) => {
    const column = triangle[j]!;
    const before = solved.reduce((sum, x, l) => sum + column[l]! * x, 0);
    solved.push((beta[place]! - before) / column[j]!);
  });
  return solved.reduce((sum, x) => sum + x * x, 0);
}
