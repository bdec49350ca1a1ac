import { requireStudies } from "../requireStudies";
import type { Tau2Fit } from "./fit";
import { highestPeak } from "./highestPeak";
import { FULL } from "./mlScore";

/**
 * Maximum likelihood estimate of tau2: the global maximum over tau2 >= 0, found even where the likelihood has several.
 * Biased downwards, since it does not count that mu is estimated. 0 for k = 1.
 *
 * @param yi k effects on the analysis scale.
 * @param vi k sampling variances > 0.
 * @throws RangeError as `requireStudies`.
 *
 * Hardy & Thompson (1996), Stat Med 15:619–629, doi:10.1002/(SICI)1097-0258(19960330)15:6<619::AID-SIM188>3.0.CO;2-A.
 */
export function tau2ML(yi: readonly number[], vi: readonly number[]): Tau2Fit {
  requireStudies("tau2ML", yi, vi);
  return highestPeak([{ yi, vi }], FULL);
}
