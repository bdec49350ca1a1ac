import type { Method } from "../../model/poolingModel";
import { pchisq } from "../distributions/chiSquared";
import { criticalValue, twoSidedP } from "../interval";
import { requireStudies } from "../requireStudies";
import { TAU2 } from "../tau2/tau2";
import { type Estimate, estimateAt } from "./estimate";
import { type LeastSquares, leastSquares, refit, residualQ, residualTrace } from "./leastSquares";
import { testColumns } from "./moderatorTest";
import { orthonormal } from "./orthonormal";
import type { Coefficient, Regression, RegressionOptions, RegressionReason } from "./regression";
import { intercept, requireDesign } from "./requireDesign";
import { residualTau2 } from "./residualTau2";

/**
 * Meta-regression: k effects on p columns by weights 1 / (vi + tau2), with the tau2 that the columns leave, estimated by
 * any method. A column that is 1 in every row is the intercept.
 *
 * `z` reads the coefficients against the normal and all moderators together against chi-squared; the others against
 * t(k − p) and F. `knha` multiplies every variance by s² = (generalised Q) / (k − p), not truncated, and `adhoc` by
 * max(1, s²). Where s² is 0 (effects on the line but for rounding) it says nothing, and `knha` is `z`.
 *
 * @param yi k effects on the analysis scale (log for ratios).
 * @param vi k sampling variances > 0, in squared units of `yi`.
 * @param design k rows of p >= 1 finite numbers, the intercept's 1 among them where it is wanted.
 * @returns the fit, or the reason why there is none.
 * @throws RangeError as `requireStudies`; unless the design has k rows of one length, all finite and none of a size
 *   beyond 1e100; unless 0 < level < 1.
 *
 * Berkey, Hoaglin, Mosteller & Colditz (1995), Stat Med 14:395–411, doi:10.1002/sim.4780140406; Knapp & Hartung (2003),
 * Stat Med 22:2693–2710, doi:10.1002/sim.1482; R²: Raudenbush (2009), The Handbook of Research Synthesis, ch. 16;
 * residual I²: Higgins & Thompson (2002), doi:10.1002/sim.1186, with tr(P) in place of its eq. 9's sums.
 */
export function metaRegression(
  yi: readonly number[],
  vi: readonly number[],
  design: readonly (readonly number[])[],
  options: RegressionOptions,
): Regression | { readonly reason: RegressionReason } {
  requireStudies("metaRegression", yi, vi);
  const columns = requireDesign("metaRegression", design, yi.length);
  const k = yi.length;
  const p = columns.length;
  if (k <= p) return { reason: "too-few-studies" };
  const basis = orthonormal(columns);
  if (basis === null) return { reason: "redundant-moderators" };
  const constant = intercept(columns);
  // Counted from the first effect, so that equal effects have slopes and a Q of exactly 0.
  const origin = constant === null ? 0 : yi[0]!;
  const fit = leastSquares(yi, vi, basis.Q, origin);
  const { method, test, level } = options;

  const residual = residualHeterogeneity(fit);
  const { tau2, converged } = residualTau2(fit, method);
  const estimate = estimateAt(fit, basis.R, tau2, test);
  const coefficients = estimate.beta.map((beta, j) =>
    coefficient(j === constant ? beta + origin : beta, estimate.root[j]!, estimate.df, level),
  );
  const others = columns.flatMap((_, j) => (j === constant ? [] : [j]));
  const fitted = { coefficients, vcovRoot: estimate.root, df: estimate.df };
  return {
    ...{ k, p, method, level, tau2, tau: Math.sqrt(tau2), converged },
    ...fitted,
    vcov: covariances(estimate),
    moderators: others.length > 0 ? testColumns(fitted, others) : null,
    residual: residual(tau2, method),
    ...explained(yi, vi, tau2, method, constant !== null, others.length),
  };
}

function coefficient(beta: number, root: readonly number[], df: number | null, level: number): Coefficient {
  const se = Math.hypot(...root);
  const reach = criticalValue(level, df) * se;
  const statistic = beta / se;
  return { beta, se, ciLb: beta - reach, ciUb: beta + reach, statistic, df, pval: twoSidedP(statistic, df) };
}

function covariances({ root }: Estimate): number[][] {
  return root.map((row) => root.map((other) => row.reduce((sum, a, j) => sum + a * other[j]!, 0)));
}

/** Q about the common-effect regression, at once; I² and H² once tau2 is known. */
function residualHeterogeneity(fit: LeastSquares): (tau2: number, method: Method) => Regression["residual"] {
  refit(fit, 0);
  const Q = residualQ(fit);
  const df = fit.k - fit.p;
  const s2 = df / residualTrace(fit);
  const pval = pchisq(Q, df).upper;
  return (tau2, method) =>
    method === "EE"
      ? { Q, df, pval, I2: Q > df ? (100 * (Q - df)) / Q : 0, H2: Q / df }
      : { Q, df, pval, I2: (100 * tau2) / (tau2 + s2), H2: (tau2 + s2) / s2 };
}

function explained(
  yi: readonly number[],
  vi: readonly number[],
  tau2: number,
  method: Method,
  hasIntercept: boolean,
  moderators: number,
): Pick<Regression, "R2" | "R2Untruncated" | "R2Reason"> {
  const none = (R2Reason: Regression["R2Reason"]) => ({ R2: null, R2Untruncated: null, R2Reason });
  if (moderators === 0) return none("no-moderators");
  if (!hasIntercept) return none("no-intercept");
  if (method === "EE") return none("common-effect-model");
  const total = TAU2[method](yi, vi).tau2;
  if (total === 0) return none("no-heterogeneity");
  const R2Untruncated = (100 * (total - tau2)) / total;
  return { R2: Math.max(0, R2Untruncated), R2Untruncated, R2Reason: null };
}
