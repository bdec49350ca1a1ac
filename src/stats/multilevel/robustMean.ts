import type { Inference } from "../guards";
import { criticalValue, twoSidedP } from "../interval";
import { weighted } from "../weighted";
import { type AdjustedWeights, adjustedWeights } from "./adjustedWeights";
import { type Clusters, clustersOf, type DependenceReason, type DependentEffects } from "./dependentEffects";
import { reduceStudies, roomForMeans } from "./studyMeans";
import { rowSums, type WorkingModel } from "./workingModel";

const ROUNDING = 1e-14; // residuals below this part of the largest effect are not variation
const FEWEST_DF = 4;

/** Cluster-robust variances: `CR1` the plain one times m / (m − 1), t(m − 1); `CR2` adjusted, Satterthwaite's t. */
export type RobustType = "CR1" | "CR2";

/** A pooled mean whose interval does not rely on how the effects of one study depend on each other. */
export interface RobustMean extends Inference {
  readonly type: RobustType;
  /** Clusters of effects, m. */
  readonly studies: number;
  readonly mu: number;
  readonly df: number;
  /** `few-degrees-of-freedom` where Satterthwaite's are below 4, so that p and interval cannot be relied upon. */
  readonly caution: "few-degrees-of-freedom" | null;
}

export interface RobustOptions {
  readonly type: RobustType;
  /** Level of the interval, as a proportion. */
  readonly level: number;
}

/**
 * The mean of dependent effects weighted by a working model, with a cluster-robust interval: right in the long run
 * whatever the dependence within studies, provided that studies are independent. Or the reason why there is none.
 *
 * CR2 is unbiased where the working model holds. Its weights adjust each study's residuals for what the study's own pull
 * on the mean took from them (`adjustedWeights`); its degrees of freedom, 2 E(V)² / Var(V) under the working model, are
 * W² / (sum wj² + sum over j ≠ l of cj² cl² / W²), with cj = 1'gj the sum of a study's adjusted weights.
 *
 * @param working the `working` of a three-level fit with the same effects.
 * @throws RangeError as `threeLevel`, or on variances < 0.
 *
 * CR1: Hedges, Tipton & Johnson (2010), Res Synth Methods 1:39–65, doi:10.1002/jrsm.5. CR2 and its degrees of freedom:
 * Tipton (2015), Psychol Methods 20:375–393, doi:10.1037/met0000011; Pustejovsky & Tipton (2018), J Bus Econ Stat
 * 36:672–683, doi:10.1080/07350015.2016.1247004.
 */
export function robustMean(
  effects: DependentEffects,
  working: WorkingModel,
  { type, level }: RobustOptions,
): RobustMean | { readonly reason: DependenceReason } {
  const { rho, between, within } = working;
  const clusters = clustersOf("robustMean", effects, rho);
  if (!(between >= 0 && within >= 0 && between + within < Infinity)) {
    throw new RangeError(`robustMean: variances ${between} and ${within}`);
  }
  const { studies } = clusters;
  if (studies < 2) return { reason: "needs-two-studies" };
  const means = roomForMeans(studies);
  reduceStudies(clusters, within, means);
  const { W, mu } = weighted(means.mean, means.variance, between);
  const residuals = clusters.y.map((y) => y - mu);
  const wi = means.variance.map((variance) => 1 / (variance + between));
  const { squares, df } =
    type === "CR1"
      ? unadjusted(wi, means.mean, mu)
      : adjusted(clusters, working, wi, rowSums(clusters, working, means), residuals);
  const rounding = ROUNDING * clusters.y.reduce((largest, y) => Math.max(largest, Math.abs(y)), 0);
  if (squares <= wi.reduce((sum, w) => sum + (w * rounding) ** 2, 0)) return { reason: "equal-studies" };
  const se = Math.sqrt(squares) / W;
  const statistic = mu / se;
  const reach = criticalValue(level, df) * se;
  return {
    type,
    studies,
    mu,
    se,
    ciLb: mu - reach,
    ciUb: mu + reach,
    statistic,
    df,
    pval: twoSidedP(statistic, df),
    caution: type === "CR2" && df < FEWEST_DF ? "few-degrees-of-freedom" : null,
  };
}

/**
 * The robust mean for any weights: effects with a diagonal working covariance, wi = 1 / variance.
 * @param wi k weights > 0; their unit does not matter.
 * @throws RangeError as `robustMean`, with 1 / wi for the variances.
 */
export function robustWeightedMean(
  { yi, study }: Pick<DependentEffects, "yi" | "study">,
  wi: readonly number[],
  options: RobustOptions,
): RobustMean | { readonly reason: DependenceReason } {
  const vi = wi.map((w) => 1 / w);
  return robustMean({ yi, vi, study }, { rho: 0, between: 0, within: 0 }, options);
}

/** W² times the variance, and its degrees of freedom. */
interface Spread {
  readonly squares: number;
  readonly df: number;
}

function unadjusted(wi: readonly number[], mean: readonly number[], mu: number): Spread {
  const m = wi.length;
  let squares = 0;
  for (let j = 0; j < m; j++) squares += (wi[j]! * (mean[j]! - mu)) ** 2;
  return { squares: (squares * m) / (m - 1), df: m - 1 };
}

function adjusted(
  clusters: Clusters,
  working: WorkingModel,
  wi: readonly number[],
  sums: Float64Array,
  residuals: Float64Array,
): Spread {
  const others = sumsOfOthers(wi);
  let squares = 0;
  let W = 0;
  let ww = 0;
  let cc = 0;
  let pairs = 0;
  for (let study = 0; study < wi.length; study++) {
    const own = wi[study]!;
    const weights = { study, sums, own, others: others[study]! };
    const { residual, total }: AdjustedWeights = adjustedWeights(clusters, working, weights, residuals);
    squares += residual ** 2;
    W += own;
    ww += own ** 2;
    pairs += 2 * cc * total ** 2;
    cc += total ** 2;
  }
  return { squares, df: W ** 2 / (ww + pairs / W ** 2) };
}

/** The sum of all values but one, for each: never 0 by cancellation. */
function sumsOfOthers(values: readonly number[]): readonly number[] {
  const others = values.map(() => 0);
  let before = 0;
  let after = 0;
  for (let j = 0; j < values.length; j++) {
    const last = values.length - 1 - j;
    others[j]! += before;
    others[last]! += after;
    before += values[j]!;
    after += values[last]!;
  }
  return others;
}
