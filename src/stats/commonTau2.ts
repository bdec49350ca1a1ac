import type { DifferenceTest, Heterogeneity } from "../model/analysis";
import type { PoolingOptions } from "../model/poolingModel";
import { pchisq } from "./distributions/chiSquared";
import { pf } from "./distributions/fisherF";
import { type Fit, fitAt, type Spread } from "./pool";
import { requireStudies } from "./requireStudies";
import type { Studies } from "./tau2/scoreLimit";
import { sharedTau2 } from "./tau2/sharedTau2";
import { type Weighted, weighted } from "./weighted";

const ROUNDING = 1e-14; // residuals below this part of the means are not variation

/** Subgroups that share one tau2. */
export interface CommonTau2Fit {
  readonly tau2: number;
  readonly converged: boolean;
  /** In the order given, each with the shared tau2, and with Q and I² of its own studies. */
  readonly groups: readonly Fit[];
  /** null with fewer than two groups. */
  readonly difference: DifferenceTest | null;
  /** Cochran's Q within groups, with k − p degrees of freedom; null where no group has two studies. */
  readonly residual: Pick<Heterogeneity, "Q" | "df" | "pval"> | null;
}

/**
 * Pools p groups of studies with a mean each and one tau2 for all, and tests whether the means differ: the
 * meta-regression on one categorical moderator. To be preferred to a tau2 of each group's own where groups are small.
 *
 * Intervals that are read against t have k − p degrees of freedom. Hartung and Knapp's variances are those of the
 * groups multiplied by s² = (generalised Q within groups) / (k − p), which guards as in `inference` apply to; the test
 * between groups is then an F test with this s². Where s² is 0 (no group with two studies, or equal effects in each) the
 * fit is Wald's. The test between groups is by chi-squared under `z`, and with `t`, `adhoc` and `wider` an F test with
 * an s² of 1, of at least 1, and of at least 1.
 *
 * @param groups p >= 1 groups of one or more studies, effects on the analysis scale.
 * @throws RangeError without groups, as `requireStudies`, or unless 0 < level < 1.
 *
 * Knapp & Hartung (2003), Stat Med 22:2693–2710, doi:10.1002/sim.1482; Borenstein et al. (2009), ch. 19,
 * doi:10.1002/9780470743386.
 */
export function subgroupsWithCommonTau2(groups: readonly Studies[], options: PoolingOptions): CommonTau2Fit {
  if (groups.length === 0) throw new RangeError("subgroupsWithCommonTau2: no groups");
  for (const { yi, vi } of groups) requireStudies("subgroupsWithCommonTau2", yi, vi);
  const tau2Fit = sharedTau2(groups, options.method);
  const common = groups.map(({ yi, vi }) => weighted(yi, vi, 0));
  const means = groups.map(({ yi, vi }) => weighted(yi, vi, tau2Fit.tau2));
  const spread = spreadWithin(groups, means);
  return {
    ...tau2Fit,
    groups: groups.map(({ vi }, g) => fitAt(vi, tau2Fit, common[g]!, means[g]!, spread, options)),
    difference: differenceOf(means, spread, options.test),
    residual: residualOf(common, spread.df),
  };
}

function spreadWithin(groups: readonly Studies[], means: readonly Weighted[]): Spread {
  const df = groups.reduce((sum, { yi }) => sum + yi.length - 1, 0);
  const Q = means.reduce((sum, mean) => sum + mean.Q, 0);
  const rounding = means.reduce((sum, { W, mu }) => sum + W * (ROUNDING * mu) ** 2, 0);
  return { df, q: Q > rounding ? Q / df : null };
}

function differenceOf(means: readonly Weighted[], spread: Spread, test: PoolingOptions["test"]): DifferenceTest | null {
  const df1 = means.length - 1;
  if (df1 === 0) return null;
  const { Q: QM } = weighted(
    means.map(({ mu }) => mu),
    means.map(({ W }) => 1 / W),
    0,
  );
  const s2 = scaleOf(spread, test);
  if (s2 === null) return { statistic: QM, df1, df2: null, pval: pchisq(QM, df1).upper };
  const F = QM / df1 / s2;
  return { statistic: F, df1, df2: spread.df, pval: pf(F, df1, spread.df).upper };
}

/** What the variances are multiplied by in the F test; null where it is a chi-squared test. */
function scaleOf({ df, q }: Spread, test: PoolingOptions["test"]): number | null {
  if (df < 1 || test === "z") return null;
  if (test === "t") return 1;
  if (test === "knha") return q;
  return Math.max(1, q ?? 0);
}

function residualOf(common: readonly Weighted[], df: number): CommonTau2Fit["residual"] {
  if (df === 0) return null;
  const Q = common.reduce((sum, group) => sum + group.Q, 0);
  return { Q, df, pval: pchisq(Q, df).upper };
}
