import type { Method, Test } from "../../model/poolingModel";
import { criticalValue, twoSidedP } from "../interval";
import { requireStudies } from "../requireStudies";
import { heightAt, type Line, varies, weightedLine } from "./line";
import { LINE_TAU2 } from "./lineTau2";
import { type AnswerOrReason, type BiasWarning, warningFor } from "./reason";

/**
 * How scatter beyond sampling error is taken: `lm` multiplies every variance by one factor (classical regression, read
 * against t(k − 2)); `rma` adds tau2 to every variance (mixed effects), tested by Wald's z or Knapp and Hartung's t.
 */
export type RegressionModel =
  | { readonly kind: "lm" }
  | { readonly kind: "rma"; readonly method: Method; readonly test: Test };

export interface RegressionOptions {
  readonly model: RegressionModel;
  /** Of the limit's interval, as a proportion. */
  readonly level: number;
}

/** An estimate with its interval, on the analysis scale. */
export interface Estimate {
  readonly estimate: number;
  readonly se: number;
  readonly ciLb: number;
  readonly ciUb: number;
}

/** A test of funnel asymmetry by regression of the effects on a measure of their precision. */
export interface RegressionTest {
  readonly k: number;
  /** Change of the effect by one unit of the predictor; 0 without small-study effects. */
  readonly slope: number;
  readonly slopeSe: number;
  /** slope / slopeSe, to be read against the normal (df null) or against t(df). */
  readonly statistic: number;
  readonly df: number | null;
  readonly pval: number;
  /** The line where the predictor is 0, a study without limit to its size. */
  readonly limit: Estimate;
  /** Residual between-study variance; 0 in the `lm` model. */
  readonly tau2: number;
  /** False where the iteration for tau2 stopped before its tolerance: always shown. */
  readonly converged: boolean;
  readonly warning: BiasWarning | null;
}

const ROUNDING = 1e-13; // residuals below this part of the effects' size are not scatter

/**
 * Regresses k effects on a predictor of precision, weighted by inverse variance, and tests the slope.
 *
 * @param yi k effects on the analysis scale (log for ratios).
 * @param vi k sampling variances > 0, in squared units of `yi`.
 * @param xi k values of the predictor, falling to 0 with the size of a study.
 * @returns a reason with k < 3, an `xi` that does not vary, or no scatter to estimate an error from.
 * @throws RangeError as `requireStudies`, if an xi is missing or not finite, or the level is not in (0, 1).
 *
 * Egger et al. (1997), BMJ 315:629–634, doi:10.1136/bmj.315.7109.629; mixed effects: Sterne & Egger (2005), in
 * Rothstein, Sutton & Borenstein, Publication Bias in Meta-Analysis, doi:10.1002/0470870168.ch6.
 */
export function regressionTest(
  yi: readonly number[],
  vi: readonly number[],
  xi: readonly number[],
  { model, level }: RegressionOptions,
): AnswerOrReason<RegressionTest> {
  requireStudies("regressionTest", yi, vi);
  const k = yi.length;
  if (xi.length !== k || !xi.every(Number.isFinite)) throw new RangeError(`regressionTest: predictor ${xi} for k = ${k}`);
  if (k < 3) return { reason: "needs-three-studies" };
  if (!varies(xi)) return { reason: "equal-precision" };

  const { tau2, converged } = model.kind === "lm" ? { tau2: 0, converged: true } : LINE_TAU2[model.method](yi, vi, xi);
  const line = weightedLine(yi, vi, xi, tau2);
  const scaled = model.kind === "lm" || model.test === "knha";
  if (scaled && isPerfect(line, yi)) return { reason: "perfect-fit" };
  const scale = scaled ? line.RSS / (k - 2) : 1;
  const df = scaled ? k - 2 : null;

  const slopeSe = Math.sqrt(scale / line.Sxx);
  const statistic = line.slope / slopeSe;
  const atZero = heightAt(line, 0);
  const se = Math.sqrt(scale * atZero.variance);
  const reach = criticalValue(level, df) * se;
  return {
    k,
    slope: line.slope,
    slopeSe,
    statistic,
    df,
    pval: twoSidedP(statistic, df),
    limit: { estimate: atZero.estimate, se, ciLb: atZero.estimate - reach, ciUb: atZero.estimate + reach },
    tau2,
    converged,
    warning: warningFor(k),
  };
}

function isPerfect(line: Line, yi: readonly number[]): boolean {
  const size = Math.max(...yi.map(Math.abs));
  return Math.sqrt(line.RSS / line.W) <= ROUNDING * size;
}
