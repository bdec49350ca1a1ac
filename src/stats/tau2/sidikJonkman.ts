import { requireStudies } from "../requireStudies";
import { weighted } from "../weighted";
import type { Tau2Fit } from "./fit";
import { spread } from "./spread";

/**
 * Sidik–Jonkman estimate of tau2, in two steps: a crude tau2, the mean squared deviation of the effects, gives weights
 * whose generalised Q over its degrees of freedom scales it. Above 0 unless all effects are equal; 0 for k = 1.
 *
 * @param yi k effects on the analysis scale.
 * @param vi k sampling variances > 0.
 * @throws RangeError as `requireStudies`.
 *
 * Sidik & Jonkman (2005), J R Stat Soc C 54:367–384, doi:10.1111/j.1467-9876.2005.00489.x.
 */
export function tau2SJ(yi: readonly number[], vi: readonly number[]): Tau2Fit {
  requireStudies("tau2SJ", yi, vi);
  const k = yi.length;
  if (k === 1) return { tau2: 0, converged: true };
  const crude = spread(yi).squares / k;
  return { tau2: (crude * weighted(yi, vi, crude).Q) / (k - 1), converged: true };
}
