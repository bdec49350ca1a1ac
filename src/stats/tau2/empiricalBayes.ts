import type { Tau2Fit } from "./fit";
import { tau2PM } from "./pauleMandel";

/**
 * Empirical Bayes estimate of tau2, which is the Paule–Mandel one: Morris' equation, sum wi [k/(k−1) (yi − mu)² − vi]
 * = tau2 sum wi, says that the generalised Q is k − 1, since sum wi (vi + tau2) is k.
 *
 * @param yi k effects on the analysis scale.
 * @param vi k sampling variances > 0.
 * @throws RangeError as `requireStudies`.
 *
 * Morris (1983), J Am Stat Assoc 78:47–55, doi:10.1080/01621459.1983.10477920.
 */
export function tau2EB(yi: readonly number[], vi: readonly number[]): Tau2Fit {
  return tau2PM(yi, vi);
}
