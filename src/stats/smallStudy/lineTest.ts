import type { Inference } from "../guards";
import { criticalValue, twoSidedP } from "../interval";
import { requireStudies } from "../requireStudies";
import { varies, weightedLine } from "./line";
import { type AnswerOrReason, type Basis, basisOf, type SmallStudyReason } from "./reason";

/** An estimate with its interval, and its test against 0: by the normal where df is null, else by t(df). */
export interface Estimate extends Inference {
  readonly estimate: number;
}

/** A test of funnel asymmetry: the effects regressed on a measure of their imprecision. */
export interface LineTest extends Basis {
  /** Change of the effect by one unit of the predictor, 0 without small-study effects: its test is the answer. */
  readonly slope: Estimate;
  /** The line where the predictor is 0: the effect in a study without limit to its size. */
  readonly limit: Estimate;
  /** Residual variance between studies, in squared units of the effect; 0 where errors are multiplicative. */
  readonly tau2: number;
  /** False where the iteration for tau2 stopped before its tolerance: always shown. */
  readonly converged: boolean;
}

/**
 * Regresses k effects on a predictor by least squares weighted by 1 / vi. Scatter beyond sampling error multiplies every
 * variance by one factor, estimated from the residuals: R's `lm(yi ~ xi, weights = 1 / vi)`, tested by t(k − 2).
 *
 * @param yi k effects on the analysis scale (log for ratios).
 * @param vi k variances > 0 whose reciprocals are the weights.
 * @param xi k values of the predictor, falling to 0 as a study grows.
 * @param level of the intervals, as a proportion.
 * @returns a reason with k < 3, a predictor that does not vary, or studies that lie on the line.
 * @throws RangeError as `requireStudies`, if an xi is missing or not finite, or unless 0 < level < 1.
 */
export function lineTest(
  yi: readonly number[],
  vi: readonly number[],
  xi: readonly number[],
  level: number,
): AnswerOrReason<LineTest> {
  const reason = noLine(yi, vi, xi);
  if (reason) return { reason };
  const line = weightedLine(yi, vi, xi);
  if (line.isPerfect) return { reason: "perfect-fit" };
  const df = yi.length - 2;
  const scale = Math.sqrt(line.RSS / df);
  const atZero = Math.sqrt(1 / line.W + line.xBar ** 2 / line.Sxx);
  return {
    ...basisOf(yi.length),
    slope: estimateOf(line.slope, scale / Math.sqrt(line.Sxx), df, level),
    limit: estimateOf(line.intercept, scale * atZero, df, level),
    tau2: 0,
    converged: true,
  };
}

/**
 * Why no line can be fitted to the effects, or null where one can.
 * @throws RangeError as `requireStudies`, or if an xi is missing or not finite.
 */
export function noLine(
  yi: readonly number[],
  vi: readonly number[],
  xi: readonly number[],
): Extract<SmallStudyReason, "needs-three-studies" | "no-spread-in-precision"> | null {
  requireStudies("lineTest", yi, vi);
  if (xi.length !== yi.length || !xi.every(Number.isFinite)) {
    throw new RangeError(`lineTest: predictor [${xi.join(", ")}] for ${yi.length} effects`);
  }
  if (yi.length < 3) return "needs-three-studies";
  return varies(xi) ? null : "no-spread-in-precision";
}

/** The estimate with everything that follows from its standard error. @throws RangeError unless 0 < level < 1. */
export function estimateOf(estimate: number, se: number, df: number | null, level: number): Estimate {
  const reach = criticalValue(level, df) * se;
  const statistic = estimate / se;
  return {
    estimate,
    se,
    ciLb: estimate - reach,
    ciUb: estimate + reach,
    statistic,
    df,
    pval: twoSidedP(statistic, df),
  };
}
