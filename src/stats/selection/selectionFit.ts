import { criticalValue, type Interval, twoSidedP } from "../interval";
import type { Ridge } from "./ridgeAt";
import { inverseDiagonal } from "./solve";
import type { Alternative } from "./weightFunction";

/** A random-effects model, by maximum likelihood, of studies that were selected by their p-values. */
export interface SelectionFit extends Interval {
  /** The mean of the effects before selection, on the analysis scale. */
  readonly mu: number;
  readonly se: number;
  /** mu / se, to be read against the normal. */
  readonly statistic: number;
  readonly pval: number;
  readonly tau2: number;
  /** null where tau2 = 0, on the edge of what it can be. */
  readonly tau2Se: number | null;
  readonly logLikelihood: number;
  readonly converged: boolean;
}

/** Standard errors of mu, of the logarithms of the free weights, and of tau2 unless that is 0. */
export interface StandardErrors {
  readonly mu: number;
  readonly logWeights: readonly number[];
  readonly tau2: number | null;
}

/** From the observed information; tau2 at 0 is taken as known. null where the information is singular. */
export function standardErrors({ point, surface }: Ridge): StandardErrors | null {
  const { hessian } = surface;
  const size = point.tau2 > 0 ? hessian.length : hessian.length - 1;
  const variances = inverseDiagonal(hessian.slice(0, size).map((row) => row.slice(0, size).map((value) => 0 - value)));
  if (variances === null) return null;
  const errors = variances.map(Math.sqrt);
  return {
    mu: errors[0]!,
    logWeights: errors.slice(1, hessian.length - 1),
    tau2: point.tau2 > 0 ? errors[size - 1]! : null,
  };
}

/** The fit at the summit, turned back to the side that the effects came from. */
export function selectionFit(
  top: Ridge,
  errors: StandardErrors,
  alternative: Alternative,
  level: number,
): SelectionFit {
  const mu = alternative === "greater" ? top.point.mu : 0 - top.point.mu;
  const reach = criticalValue(level, null) * errors.mu;
  const statistic = mu / errors.mu;
  return {
    mu,
    se: errors.mu,
    ciLb: mu - reach,
    ciUb: mu + reach,
    statistic,
    pval: twoSidedP(statistic, null),
    tau2: top.point.tau2,
    tau2Se: errors.tau2,
    logLikelihood: top.surface.height,
    converged: top.converged,
  };
}
