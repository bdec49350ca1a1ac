import type { Heterogeneity } from "../model/analysis";
import type { Method } from "../model/poolingModel";
import { pchisq } from "./distributions/chiSquared";
import { pf } from "./distributions/fisherF";
import { criticalValue, type Interval, twoSidedP } from "./interval";
import { requireStudies } from "./requireStudies";
import type { Studies } from "./tau2/scoreLimit";
import { sharedTau2 } from "./tau2/sharedTau2";
import { weighted } from "./weighted";

const ROUNDING = 1e-14; // residuals below this part of the means are not variation

/** How a subgroup's mean is tested: `z` by the normal, `knha` by Knapp and Hartung's F and t. */
export type CommonTest = "z" | "knha";

/** The mean of one group on the analysis scale, to be read against the normal (df null) or t(df). */
export interface GroupMean extends Interval {
  readonly k: number;
  readonly mu: number;
  readonly se: number;
  readonly statistic: number;
  readonly df: number | null;
  readonly pval: number;
}

/** Test that all groups have the same mean. */
export interface ModeratorTest {
  /** QM against chi-squared(df1) where df2 is null; else QM / df1 / s² against F(df1, df2). */
  readonly statistic: number;
  readonly df1: number;
  readonly df2: number | null;
  readonly pval: number;
}

/** Subgroups that share one tau2. */
export interface CommonTau2Fit {
  readonly tau2: number;
  readonly converged: boolean;
  /** In the order given. */
  readonly groups: readonly GroupMean[];
  /** null with fewer than two groups. */
  readonly difference: ModeratorTest | null;
  /** Cochran's Q within groups, with k − p degrees of freedom; null where no group has two studies. */
  readonly residual: Pick<Heterogeneity, "Q" | "df" | "pval"> | null;
}

/**
 * Pools p groups of studies with a mean each and one tau2 for all, and tests whether the means differ: the
 * meta-regression on one categorical moderator. To be preferred to a tau2 of each group's own where groups are small.
 *
 * With `knha` every variance is multiplied by s² = (generalised Q within groups) / (k − p), not truncated, and read
 * against t(k − p); where s² is 0 (no group with two studies, or equal effects in each) the fit is Wald's.
 *
 * @param groups p >= 1 groups of one or more studies, effects on the analysis scale.
 * @param level of the means' intervals, as a proportion.
 * @throws RangeError without groups, as `requireStudies`, or unless 0 < level < 1.
 *
 * Knapp & Hartung (2003), Stat Med 22:2693–2710, doi:10.1002/sim.1482; Borenstein et al. (2009), ch. 19,
 * doi:10.1002/9780470743386.
 */
export function subgroupsWithCommonTau2(
  groups: readonly Studies[],
  options: { readonly method: Method; readonly test: CommonTest; readonly level: number },
): CommonTau2Fit {
  if (groups.length === 0) throw new RangeError("subgroupsWithCommonTau2: no groups");
  for (const { yi, vi } of groups) requireStudies("subgroupsWithCommonTau2", yi, vi);
  const { tau2, converged } = sharedTau2(groups, options.method);
  const pooled = groups.map(({ yi, vi }) => weighted(yi, vi, tau2));
  const df = groups.reduce((sum, { yi }) => sum + yi.length - 1, 0);
  const spread = pooled.reduce((sum, { Q }) => sum + Q, 0);
  const rounding = pooled.reduce((sum, { W, mu }) => sum + W * (ROUNDING * mu) ** 2, 0);
  const scaled = options.test === "knha" && spread > rounding;
  const s2 = scaled ? spread / df : 1;
  return {
    tau2,
    converged,
    groups: pooled.map(({ mu, W }, g) =>
      groupMean(groups[g]!.yi.length, mu, Math.sqrt(s2 / W), scaled ? df : null, options.level),
    ),
    difference: differenceOf(pooled, s2, scaled ? df : null),
    residual: residualOf(groups, df),
  };
}

function groupMean(k: number, mu: number, se: number, df: number | null, level: number): GroupMean {
  const reach = criticalValue(level, df) * se;
  const statistic = mu / se;
  return { k, mu, se, ciLb: mu - reach, ciUb: mu + reach, statistic, df, pval: twoSidedP(statistic, df) };
}

function differenceOf(
  pooled: readonly { readonly mu: number; readonly W: number }[],
  s2: number,
  df2: number | null,
): ModeratorTest | null {
  const df1 = pooled.length - 1;
  if (df1 === 0) return null;
  const means = pooled.map(({ mu }) => mu);
  const variances = pooled.map(({ W }) => 1 / W);
  const { Q: QM } = weighted(means, variances, 0);
  if (df2 === null) return { statistic: QM, df1, df2, pval: pchisq(QM, df1).upper };
  const F = QM / df1 / s2;
  return { statistic: F, df1, df2, pval: pf(F, df1, df2).upper };
}

function residualOf(groups: readonly Studies[], df: number): CommonTau2Fit["residual"] {
  if (df === 0) return null;
  const Q = groups.reduce((sum, { yi, vi }) => sum + weighted(yi, vi, 0).Q, 0);
  return { Q, df, pval: pchisq(Q, df).upper };
}
