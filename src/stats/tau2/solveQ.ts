import type { Tau2Fit } from "./fit";

const MAX_STEPS = 2000;
const STEP_TOL = 1e-13;

/** The generalised Q at a tau2, and the negative of its derivative there: sum wi² (yi − mu)². */
export interface GeneralisedQ {
  readonly Q: number;
  readonly Q2: number;
}

/**
 * The tau2 >= 0 at which the generalised Q equals `target` > 0; 0 where it is below already.
 * Q falls convexly in tau2, so Newton from 0 climbs to the root without overshooting.
 */
export function solveQ(q: (tau2: number) => GeneralisedQ, target: number): Tau2Fit {
  let tau2 = 0;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const { Q, Q2 } = q(tau2);
    const step = Q2 > 0 ? (Q - target) / Q2 : 0;
    if (step <= STEP_TOL * tau2) return { tau2, converged: true };
    tau2 += step;
  }
  return { tau2, converged: false };
}
