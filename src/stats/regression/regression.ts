import type { DifferenceTest, Heterogeneity } from "../../model/analysis";
import type { Method, Test } from "../../model/poolingModel";
import type { Inference } from "../guards";

/** How the coefficients' standard errors and tests are made; as `Test`, with k − p degrees of freedom. */
export type RegressionTest = Exclude<Test, "wider">;

export interface RegressionOptions {
  readonly method: Method;
  readonly test: RegressionTest;
  /** Level of the intervals, as a proportion. */
  readonly level: number;
}

/**
 * Why there is no regression: no more studies than coefficients, or a column that is a combination of others (a
 * moderator without variation, categories that another moderator repeats).
 */
export type RegressionReason = "too-few-studies" | "redundant-moderators";

/** Why there is no R²: tau2 is not estimated, there is none to explain, or nothing to compare with. */
export type R2Reason = "common-effect-model" | "no-heterogeneity" | "no-intercept" | "no-moderators";

/** One coefficient on the analysis scale (log for ratios), per unit of its column. */
export interface Coefficient extends Inference {
  readonly beta: number;
}

/** A fitted meta-regression of k effects on p columns. */
export interface Regression {
  readonly k: number;
  readonly p: number;
  readonly method: Method;
  readonly level: number;
  /** What the moderators leave of the between-study variance; 0 under the common effect. */
  readonly tau2: number;
  readonly tau: number;
  readonly converged: boolean;
  /** In the order of the columns. */
  readonly coefficients: readonly Coefficient[];
  /** k − p where coefficients are read against t, null where against the normal. */
  readonly df: number | null;
  /** Variances and covariances of the coefficients, p by p; under `knha` and `adhoc` multiplied by s². */
  readonly vcov: readonly (readonly number[])[];
  /** Its upper triangular root A, vcov = A Aᵀ: a variance xᵀ vcov x is computed as |xᵀA|² without cancellation. */
  readonly vcovRoot: readonly (readonly number[])[];
  /** Test of all columns but the intercept; null where there are none. */
  readonly moderators: DifferenceTest | null;
  /** Residual heterogeneity: Q about the common-effect regression, I² (percent) and H² from tau2. */
  readonly residual: Pick<Heterogeneity, "Q" | "df" | "pval" | "I2" | "H2">;
  /** Percent of tau2 that the moderators account for, not below 0; null with `R2Reason` saying why. */
  readonly R2: number | null;
  /** The same before it is cut at 0: negative where tau2 rises with the moderators. */
  readonly R2Untruncated: number | null;
  readonly R2Reason: R2Reason | null;
}
