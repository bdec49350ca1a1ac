import { qchisq } from "./distributions/chiSquared";
import { requireStudies } from "./requireStudies";
import { solveQ } from "./tau2/solveQ";
import { weightBeyondOne, weighted } from "./weighted";

/** Two limits, in the units of what they bound. */
export interface Limits {
  readonly lb: number;
  readonly ub: number;
}

/** Confidence intervals of the between-study variance and of what is made of it. */
export interface QProfile {
  /** In squared units of the effects. It need not hold the estimate, whose method knows nothing of it. */
  readonly tau2: Limits;
  readonly tau: Limits;
  /** Percent, by tau2: tau2 / (tau2 + s²) with s² the typical sampling variance. */
  readonly I2: Limits;
  readonly H2: Limits;
  /** True where the effects vary less than chance nearly always lets them: every tau2 >= 0 is rejected, and both
   * limits are put at 0. */
  readonly empty: boolean;
  /** False where the search for a limit stopped before its tolerance. */
  readonly converged: boolean;
}

/** Why there is no interval. */
export type QProfileReason = "needs-two-studies";

/**
 * Exact confidence interval of tau2 (given the sampling variances), by the Q-profile: every tau2 at which the
 * generalised Q lies between the quantiles of chi-squared with k − 1 degrees of freedom; with it those of tau, I² and
 * H².
 *
 * @param yi k effects on the analysis scale.
 * @param vi k sampling variances > 0.
 * @param level as a proportion, 0.95.
 * @returns `reason` where k < 2.
 * @throws RangeError as `requireStudies`, or unless 0 < level < 1.
 *
 * Viechtbauer (2007), Stat Med 26:37–52, doi:10.1002/sim.2514; Higgins & Thompson (2002), doi:10.1002/sim.1186, eq. 9.
 */
export function qProfile(
  yi: readonly number[],
  vi: readonly number[],
  level: number,
): QProfile | { readonly reason: QProfileReason } {
  requireStudies("qProfile", yi, vi);
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie between 0 and 1, not ${level}`);
  const df = yi.length - 1;
  if (df < 1) return { reason: "needs-two-studies" };

  const q = (tau2: number) => weighted(yi, vi, tau2);
  const tail = (1 - level) / 2;
  const least = qchisq(tail, df, "lower");
  const lb = solveQ(q, qchisq(tail, df, "upper"));
  const ub = solveQ(q, least);
  const s2 = df / weightBeyondOne(vi);
  const limits = (of: (tau2: number) => number): Limits => ({ lb: of(lb.tau2), ub: of(ub.tau2) });
  return {
    tau2: limits((tau2) => tau2),
    tau: limits(Math.sqrt),
    I2: limits((tau2) => (100 * tau2) / (tau2 + s2)),
    H2: limits((tau2) => (tau2 + s2) / s2),
    empty: q(0).Q < least,
    converged: lb.converged && ub.converged,
  };
}
