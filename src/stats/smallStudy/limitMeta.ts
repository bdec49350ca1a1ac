import type { Method } from "../../model/poolingModel";
import { pchisq } from "../distributions/chiSquared";
import { TAU2 } from "../tau2/tau2";
import { weighted } from "../weighted";
import { varies, weightedLine } from "./line";
import { type Estimate, estimateOf, noLine } from "./lineTest";
import { type AnswerOrReason, type Basis, basisOf } from "./reason";

/** A chi-squared test of a part of Cochran's Q. */
export interface PartOfQ {
  readonly Q: number;
  readonly df: number;
  readonly pval: number;
}

/** Rücker's limit meta-analysis. */
export interface LimitMeta extends Basis {
  /** beta0 = beta + tau alpha: the effect expected in a study without limit to its size. Wald's interval and test. */
  readonly adjusted: Estimate;
  /** Line of the effects' radial plot with tau2: the bias alpha is its intercept, beta its slope. */
  readonly alpha: number;
  readonly beta: number;
  /** Variance between studies by the chosen method, as without adjustment. */
  readonly tau2: number;
  readonly converged: boolean;
  /** Cochran's Q, and its parts: what small-study effects explain, and what they leave. */
  readonly total: PartOfQ;
  readonly small: PartOfQ;
  readonly residual: PartOfQ;
  /** Percent of the studies' variation, when each is imagined without limit to its size, that no small-study effect
   * explains; null where they do not vary at all. */
  readonly G2: number | null;
}

/**
 * Limit meta-analysis: the random-effects model yi = beta + √(vi + tau2) (alpha + εi), in which alpha stands for
 * small-study effects.
 *
 * The standard error of beta0 is that of the line's height where vi is 0, with the model's unit variance of εi and tau2 as
 * if known: √(1 / Σw + (x̄ − √tau2)² / Sxx), w = 1 / (vi + tau2) and x = √(vi + tau2). It contains the variances of alpha
 * and beta and their covariance, as `limitmeta()` of R's metasens does since 1.0-1 (2022).
 *
 * @param yi k effects on the analysis scale.
 * @param vi k sampling variances > 0.
 * @param method of tau2; with EE the answer is that of the line with fixed effects.
 * @param level of the interval, as a proportion.
 * @returns a reason with k < 3 or equal variances.
 * @throws RangeError as `requireStudies`, or unless 0 < level < 1.
 *
 * Rücker, Schwarzer, Carpenter, Binder & Schumacher (2011), Biostatistics 12:122–142, doi:10.1093/biostatistics/kxq046.
 */
export function limitMeta(
  yi: readonly number[],
  vi: readonly number[],
  { method, level }: { readonly method: Method; readonly level: number },
): AnswerOrReason<LimitMeta> {
  const sei = vi.map(Math.sqrt);
  const reason = noLine(yi, vi, sei);
  if (reason) return { reason };
  const { tau2, converged } = TAU2[method](yi, vi);
  const spread = vi.map((v) => v + tau2);
  const widened = spread.map(Math.sqrt);
  // So large a tau2 that no difference in precision is left.
  if (!varies(widened)) return { reason: "no-spread-in-precision" };
  // The line on √(vi + tau2) is the radial plot's, with slope and intercept exchanged.
  const line = weightedLine(yi, spread, widened);
  const { slope: alpha, intercept: beta } = line;
  const tau = Math.sqrt(tau2);
  const se = Math.sqrt(1 / line.W + (line.xBar - tau) ** 2 / line.Sxx);

  const fixed = weightedLine(yi, vi, sei);
  const k = yi.length;
  return {
    ...basisOf(k),
    adjusted: estimateOf(beta + tau * alpha, se, null, level),
    alpha,
    beta,
    tau2,
    converged,
    total: partOfQ(weighted(yi, vi, 0).Q, k - 1),
    small: partOfQ(fixed.slope ** 2 * fixed.Sxx, 1),
    residual: partOfQ(fixed.RSS, k - 2),
    G2: unexplained(yi, vi, beta, tau2),
  };
}

/** 100 (1 − R²) of the radial plot of the limits beta + √(tau2 / (vi + tau2)) (yi − beta), over 1 / sei. */
function unexplained(yi: readonly number[], vi: readonly number[], beta: number, tau2: number): number | null {
  const limits = yi.map((y, i) => beta + Math.sqrt(tau2 / (vi[i]! + tau2)) * (y - beta));
  const total = sumOfSquares(limits.map((limit, i) => limit / Math.sqrt(vi[i]!)));
  if (total === 0) return null;
  // The line on sei, weighted by 1 / vi, leaves what the radial plot's line leaves.
  return (100 * weightedLine(limits, vi, vi.map(Math.sqrt)).RSS) / total;
}

function sumOfSquares(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

function partOfQ(Q: number, df: number): PartOfQ {
  return { Q, df, pval: pchisq(Q, df).upper };
}
