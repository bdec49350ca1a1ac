import { pchisq } from "../distributions/chiSquared";
import type { Inference } from "../guards";
import { criticalValue, twoSidedP } from "../interval";
import { weighted } from "../weighted";
import { varianceComponents } from "./components";
import { type Clusters, clustersOf, type DependenceReason, type DependentEffects } from "./dependentEffects";
import { type Components, type LikelihoodMethod, spreadWithin, traces } from "./likelihood";
import { reduceStudies, roomForMeans } from "./studyMeans";
import { rowSums, type WorkingModel } from "./workingModel";

/** How a three-level model is fitted and read. */
export interface ThreeLevelOptions {
  readonly method: LikelihoodMethod;
  /** `z` the normal, `t` Student's t with (number of studies − 1) degrees of freedom. */
  readonly test: "z" | "t";
  /** Level of the confidence and prediction intervals, as a proportion. */
  readonly level: number;
  /** The correlation of sampling errors within a study, 0 <= rho < 1; 0 where it is not given. */
  readonly rho?: number;
}

/** Cochran's Q of all effects about their common mean, with k − 1 degrees of freedom, and I² of both levels. */
export interface ThreeLevelHeterogeneity {
  readonly Q: number;
  readonly df: number;
  readonly pval: number;
  /** Percent of the total variance that is of true effects. */
  readonly I2: number;
}

/** The two variances of true effects, in squared units of the effects, with the I² of each, in percent. */
export interface Levels extends Components {
  readonly I2Between: number;
  readonly I2Within: number;
}

/** A three-level meta-analysis on the analysis scale. */
export interface ThreeLevelFit extends Inference {
  readonly k: number;
  readonly studies: number;
  readonly mu: number;
  /** The variance of a new effect's true value in a new study: between plus within. */
  readonly sigma2: number;
  /** null where every study has one effect: only the sum of the variances is then known. */
  readonly levels: Levels | null;
  readonly levelsReason: "one-effect-each" | null;
  /** The fitted covariance of the effects, for `robustMean`; where `levels` is null all of sigma2 is in `between`. */
  readonly working: WorkingModel;
  /** Restricted under REML; constants included. */
  readonly logLik: number;
  readonly converged: boolean;
  readonly heterogeneity: ThreeLevelHeterogeneity;
  /** Where the true value of a new effect in a new study is expected. */
  readonly predint: { readonly piLb: number; readonly piUb: number };
  /** Percent, in the order given: each effect's row of the weight matrix summed. With rho > 0 some can be negative. */
  readonly weights: readonly number[];
}

/**
 * The three-level random-effects model of effects within studies, yi = mu + u(study) + w(effect) + e, by REML or ML;
 * with rho > 0 the model of correlated and hierarchical effects. Or the reason why there is none.
 *
 * The variances are the global maximum of the likelihood over both >= 0 (`varianceComponents`). Time grows with k.
 *
 * I² splits as the variances do, against the typical sampling variance (k − 1) / tr P of the model without
 * heterogeneity: Higgins and Thompson's where rho is 0.
 *
 * @throws RangeError as `requireStudies`, on lengths that differ, unless 0 <= rho < 1 and 0 < level < 1.
 *
 * Konstantopoulos (2011), Res Synth Methods 2:61–76, doi:10.1002/jrsm.35; Van den Noortgate et al. (2013), Behav Res
 * Methods 45:576–594, doi:10.3758/s13428-012-0261-6. I²: Cheung (2014), Psychol Methods 19:211–229,
 * doi:10.1037/a0032968. rho: Pustejovsky & Tipton (2022), Prev Sci 23:425–438, doi:10.1007/s11121-021-01246-3.
 */
export function threeLevel(
  effects: DependentEffects,
  { method, test, level, rho = 0 }: ThreeLevelOptions,
): ThreeLevelFit | { readonly reason: DependenceReason } {
  const clusters = clustersOf("threeLevel", effects, rho);
  const { k, studies } = clusters;
  if (studies < 2) return { reason: "needs-two-studies" };
  const { between, within, logLik, converged } = varianceComponents(clusters, method);
  const working = { rho, between, within };
  const means = roomForMeans(studies);
  reduceStudies(clusters, within, means);
  const { W, mu } = weighted(means.mean, means.variance, between);

  const se = Math.sqrt(1 / W);
  const statistic = mu / se;
  const df = test === "t" ? studies - 1 : null;
  const critical = criticalValue(level, df);
  const sigma2 = between + within;
  const piReach = critical * Math.sqrt(sigma2 + se ** 2);
  const { Q, typicalVariance } = withoutHeterogeneity(clusters);
  const percent = 100 / (sigma2 + typicalVariance);
  const identified = studies < k;

  return {
    k,
    studies,
    mu,
    se,
    ciLb: mu - critical * se,
    ciUb: mu + critical * se,
    statistic,
    df,
    pval: twoSidedP(statistic, df),
    sigma2,
    levels: identified ? { between, within, I2Between: percent * between, I2Within: percent * within } : null,
    levelsReason: identified ? null : "one-effect-each",
    working,
    logLik,
    converged,
    heterogeneity: { Q, df: k - 1, pval: pchisq(Q, k - 1).upper, I2: percent * sigma2 },
    predint: { piLb: mu - piReach, piUb: mu + piReach },
    weights: inOrderGiven(clusters, rowSums(clusters, working, means), 100 / W),
  };
}

function withoutHeterogeneity(clusters: Clusters): { readonly Q: number; readonly typicalVariance: number } {
  const means = roomForMeans(clusters.studies);
  reduceStudies(clusters, 0, means);
  const Q = weighted(means.mean, means.variance, 0).Q + spreadWithin(clusters, 0, means);
  return { Q, typicalVariance: (clusters.k - 1) / traces(means, 0).projected };
}

function inOrderGiven({ place }: Clusters, values: Float64Array, factor: number): readonly number[] {
  const ordered = new Array<number>(place.length);
  place.forEach((row, i) => {
    ordered[row] = factor * values[i]!;
  });
  return ordered;
}
