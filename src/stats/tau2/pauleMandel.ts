import { requireStudies } from "../requireStudies";
import { weighted } from "../weighted";
import type { Tau2Fit } from "./fit";

const MAX_STEPS = 2000;
const STEP_TOL = 1e-13;

/**
 * Paule–Mandel estimate of tau2: where the generalised Q equals its expectation, k − 1; 0 where it is below already.
 * Equal to the empirical Bayes estimate.
 *
 * @param yi k effects on the analysis scale.
 * @param vi k sampling variances > 0.
 * @throws RangeError as `requireStudies`.
 *
 * DerSimonian & Kacker (2007), Contemp Clin Trials 28:105–114, doi:10.1016/j.cct.2006.04.004.
 */
export function tau2PM(yi: readonly number[], vi: readonly number[]): Tau2Fit {
  requireStudies("tau2PM", yi, vi);
  const df = yi.length - 1;
  if (df === 0) return { tau2: 0, converged: true };

  // Q falls convexly in tau2, so Newton from 0 climbs to the root without overshooting.
  let tau2 = 0;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const { Q, Q2 } = weighted(yi, vi, tau2);
    const step = Q2 > 0 ? (Q - df) / Q2 : 0;
    if (step <= STEP_TOL * tau2) return { tau2, converged: true };
    tau2 += step;
  }
  return { tau2, converged: false };
}
