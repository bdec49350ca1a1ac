import type { AnswerOrReason } from "./reason";
import { type RegressionOptions, type RegressionTest, regressionTest } from "./regression";

/**
 * Egger's test: the effects regressed on their standard errors. The slope is the intercept of Egger's radial form; the
 * limit is the effect where the standard error is 0.
 *
 * @param yi k effects on the analysis scale.
 * @param vi k sampling variances > 0.
 * @returns a reason as `regressionTest`.
 * @throws RangeError as `regressionTest`.
 *
 * Egger, Davey Smith, Schneider & Minder (1997), BMJ 315:629–634, doi:10.1136/bmj.315.7109.629.
 */
export function egger(
  yi: readonly number[],
  vi: readonly number[],
  options: RegressionOptions,
): AnswerOrReason<RegressionTest> {
  return regressionTest(yi, vi, vi.map(Math.sqrt), options);
}

/**
 * Pustejovsky and Rodgers' test for standardised mean differences: as Egger's, but on √(1/n1 + 1/n2), since the
 * standard error of g contains g itself and is correlated with it without any small-study effect. Weighted by 1 / vi.
 *
 * @param yi k standardised mean differences.
 * @param vi k sampling variances > 0.
 * @param sizes k pairs of arm sizes > 0.
 * @returns a reason as `regressionTest`.
 * @throws RangeError as `regressionTest`.
 *
 * Pustejovsky & Rodgers (2019), Res Synth Methods 10:57–71, doi:10.1002/jrsm.1332.
 */
export function pustejovskyRodgers(
  yi: readonly number[],
  vi: readonly number[],
  sizes: readonly { readonly n1i: number; readonly n2i: number }[],
  options: RegressionOptions,
): AnswerOrReason<RegressionTest> {
  const xi = sizes.map(({ n1i, n2i }) => Math.sqrt(1 / n1i + 1 / n2i));
  return regressionTest(yi, vi, xi, options);
}
