import { pchisq } from "../distributions/chiSquared";
import { requireStudies } from "../requireStudies";
import type { Tau2Fit } from "../tau2/fit";
import { weightBeyondOne } from "../weighted";

/** Heterogeneity about a mean that is not the inverse-variance one. */
export interface CentredQ {
  readonly Q: number;
  readonly df: number;
  readonly pval: number;
  /** Percent, max(0, (Q − df) / Q). */
  readonly I2Q: number;
  /** Q / df. */
  readonly H2: number;
}

/**
 * Cochran's Q of k effects about a given centre, such as the Mantel-Haenszel estimate, by inverse-variance weights; as
 * metafor's `rma.mh` and RevMan test heterogeneity. null where k < 2.
 *
 * @param yi the effects of those studies that have one, on the scale of `centre`.
 * @param vi their sampling variances > 0.
 * @throws RangeError as `requireStudies`.
 */
export function centredQ(yi: readonly number[], vi: readonly number[], centre: number): CentredQ | null {
  requireStudies("centredQ", yi, vi);
  const df = yi.length - 1;
  if (df < 1) return null;
  const Q = squaresAbout(yi, vi, centre);
  return { Q, df, pval: pchisq(Q, df).upper, I2Q: Q > df ? (100 * (Q - df)) / Q : 0, H2: Q / df };
}

/**
 * DerSimonian and Laird's tau2 with Q about a given centre: RevMan's random effects for Mantel-Haenszel, whose weights
 * are inverse-variance all the same. 0 where Q is below its expectation, and for k = 1.
 *
 * @throws RangeError as `requireStudies`.
 *
 * Deeks & Higgins (2010), Statistical algorithms in Review Manager 5; DerSimonian & Laird (1986),
 * doi:10.1016/0197-2456(86)90046-2.
 */
export function tau2DLAbout(yi: readonly number[], vi: readonly number[], centre: number): Tau2Fit {
  requireStudies("tau2DLAbout", yi, vi);
  const excess = squaresAbout(yi, vi, centre) - (yi.length - 1);
  return { tau2: yi.length > 1 && excess > 0 ? excess / weightBeyondOne(vi) : 0, converged: true };
}

function squaresAbout(yi: readonly number[], vi: readonly number[], centre: number): number {
  return yi.reduce((sum, y, i) => sum + (y - centre) ** 2 / vi[i]!, 0);
}
