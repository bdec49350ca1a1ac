import type { DifferenceTest } from "../model/analysis";
import { pchisq } from "./distributions/chiSquared";
import { weighted } from "./weighted";

/**
 * Test for subgroup differences: Q between the groups' pooled effects, each weighted by 1 / se², against chi-squared
 * with one degree of freedom fewer than groups. tau2 is separate in each group.
 *
 * The standard errors are used as the fits give them: under Hartung-Knapp these are its own, as in RevMan.
 *
 * @param fits two or more pooled groups.
 * @throws RangeError with fewer than two groups, or a value that is not finite, or an se not > 0.
 *
 * Borenstein, Hedges, Higgins & Rothstein (2009), Introduction to Meta-Analysis, ch. 19, doi:10.1002/9780470743386.
 */
export function subgroupDifference(fits: readonly { readonly mu: number; readonly se: number }[]): DifferenceTest {
  if (fits.length < 2) throw new RangeError(`subgroupDifference: ${fits.length} group(s)`);
  const mu = fits.map((fit) => fit.mu);
  const variance = fits.map((fit) => fit.se ** 2);
  if (!fits.every((fit) => Number.isFinite(fit.mu) && fit.se > 0 && fit.se < Infinity)) {
    throw new RangeError("subgroupDifference: every group needs a finite mu and an se > 0");
  }
  const { Q } = weighted(mu, variance, 0);
  const df1 = fits.length - 1;
  return { statistic: Q, df1, df2: null, pval: pchisq(Q, df1).upper };
}
