import type { Heterogeneity } from "../model/analysis";
import type { Method } from "../model/poolingModel";
import { pchisq } from "./distributions/chiSquared";
import { weightBeyondOne } from "./weighted";

/**
 * Cochran's Q with its upper chi-squared tail, I² and H²; null where k < 2.
 *
 * @param vi k sampling variances.
 * @param Q Cochran's Q of the k effects about their common-effect mean, whatever the method.
 * @param tau2 the between-study variance of the fit. Under random effects I² = tau2 / (tau2 + s²) and H² = (tau2 + s²)
 *   / s² with s² the typical sampling variance; under the common effect I² = (Q − df) / Q, not below 0, and H² = Q / df.
 *
 * Higgins & Thompson (2002), Stat Med 21:1539–1558, doi:10.1002/sim.1186, eq. 9 for s².
 */
export function heterogeneity(vi: readonly number[], Q: number, tau2: number, method: Method): Heterogeneity | null {
  const df = vi.length - 1;
  if (df < 1) return null;
  const I2Q = Q > df ? (100 * (Q - df)) / Q : 0;
  const pval = pchisq(Q, df).upper;
  if (method === "EE") return { Q, df, pval, I2: I2Q, I2Q, H2: Q / df };
  const s2 = df / weightBeyondOne(vi);
  return { Q, df, pval, I2: (100 * tau2) / (tau2 + s2), I2Q, H2: (tau2 + s2) / s2 };
}
