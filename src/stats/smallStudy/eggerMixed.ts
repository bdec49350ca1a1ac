import { metaRegression } from "../regression/metaRegression";
import type { Coefficient, RegressionOptions } from "../regression/regression";
import { type Estimate, type LineTest, noLine } from "./lineTest";
import { type AnswerOrReason, basisOf } from "./reason";

/**
 * Egger's test in a mixed-effects meta-regression: the effects regressed on their standard errors, with a residual
 * variance between studies added to each variance; what metafor's `regtest` does by default.
 *
 * @param yi k effects on the analysis scale.
 * @param vi k sampling variances > 0.
 * @param options method of tau2, test and level, as `metaRegression`.
 * @returns a reason with k < 3 or equal variances.
 * @throws RangeError as `metaRegression`.
 *
 * Sterne & Egger (2005), in Rothstein, Sutton & Borenstein (eds), Publication Bias in Meta-Analysis, ch. 6,
 * doi:10.1002/0470870168.ch6.
 */
export function eggerMixed(
  yi: readonly number[],
  vi: readonly number[],
  options: RegressionOptions,
): AnswerOrReason<LineTest> {
  const sei = vi.map(Math.sqrt);
  const reason = noLine(yi, vi, sei);
  if (reason) return { reason };
  const design = sei.map((se) => [1, se]);
  const fit = metaRegression(yi, vi, design, options);
  if ("reason" in fit) return { reason: "no-spread-in-precision" };
  const { tau2, converged } = fit;
  const [limit, slope] = fit.coefficients;
  return { ...basisOf(yi.length), slope: asEstimate(slope!), limit: asEstimate(limit!), tau2, converged };
}

function asEstimate({ beta: estimate, ...inference }: Coefficient): Estimate {
  return { estimate, ...inference };
}
