import { criticalValue, type Interval } from "../interval";
import type { Regression } from "./regression";

/** The fitted mean effect at one row of the design, on the analysis scale. */
export interface Prediction extends Interval {
  readonly fitted: number;
  readonly se: number;
  /** Where the true effect of a new study there is expected; null under the common effect. */
  readonly predint: { readonly piLb: number; readonly piUb: number } | null;
}

/**
 * The regression's value at a row of its design with its confidence interval and its prediction interval, fitted ± c
 * sqrt(tau2 + SE²), c by the normal or by t(k − p) as the coefficients are read.
 *
 * @param row p finite numbers, the intercept's 1 among them.
 * @throws RangeError unless they are.
 *
 * Higgins, Thompson & Spiegelhalter (2009), J R Stat Soc A 172:137–159, doi:10.1111/j.1467-985X.2008.00552.x.
 */
export function predictAt(regression: Regression, row: readonly number[]): Prediction {
  const { p, coefficients, vcovRoot, df, level, tau2, method } = regression;
  if (row.length !== p || !row.every(Number.isFinite)) throw new RangeError(`predictAt: ${row.join(", ")} for ${p}`);
  const fitted = coefficients.reduce((sum, { beta }, j) => sum + beta * row[j]!, 0);
  const parts = vcovRoot.map((_, l) => vcovRoot.reduce((sum, root, j) => sum + row[j]! * root[l]!, 0));
  const se = Math.hypot(...parts);
  const c = criticalValue(level, df);
  const reach = c * Math.hypot(Math.sqrt(tau2), se);
  return {
    ...{ fitted, se, ciLb: fitted - c * se, ciUb: fitted + c * se },
    predint: method === "EE" ? null : { piLb: fitted - reach, piUb: fitted + reach },
  };
}
