import type { Method } from "../../model/poolingModel";
import type { Tau2Fit } from "../tau2/fit";
import { lineLogLikelihood, lineScore } from "./lineScore";

const MAX_STEPS = 2000;
const STEP_TOL = 1e-13;

type Estimator = (yi: readonly number[], vi: readonly number[], xi: readonly number[]) => Tau2Fit;

/**
 * Residual between-study variance about the line of k >= 3 effects on a predictor that varies, by each method, in
 * squared units of yi; the common-effect model holds it at 0.
 *
 * DL by moments, PM where the generalised Q equals k − 2, REML at the global maximum of the restricted likelihood:
 * Viechtbauer, López-López, Sánchez-Meca & Marín-Martínez (2015), Psychol Methods 20:360–374, doi:10.1037/met0000023.
 */
export const LINE_TAU2: Readonly<Record<Method, Estimator>> = {
  EE: () => ({ tau2: 0, converged: true }),
  DL: momentTau2,
  PM: pauleMandel,
  REML: restricted,
};

function momentTau2(yi: readonly number[], vi: readonly number[], xi: readonly number[]): Tau2Fit {
  const { line, traceP } = lineScore(yi, vi, xi, 0);
  const excess = line.RSS - (yi.length - 2);
  return { tau2: excess > 0 ? excess / traceP : 0, converged: true };
}

function pauleMandel(yi: readonly number[], vi: readonly number[], xi: readonly number[]): Tau2Fit {
  const df = yi.length - 2;
  // Q falls convexly in tau2, so Newton from 0 climbs to the root without overshooting.
  let tau2 = 0;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const { line, yPPy } = lineScore(yi, vi, xi, tau2);
    const step = yPPy > 0 ? (line.RSS - df) / yPPy : 0;
    if (step <= STEP_TOL * tau2) return { tau2, converged: true };
    tau2 += step;
  }
  return { tau2, converged: false };
}

/**
 * The score is scanned by doubling steps, as in `tau2/reml.ts`, and every peak refined. Beyond `limit` it is negative:
 * with a and b the least and greatest variance, it is below k R² / (4 (a + t)²) − (k − 2) / (b + t), R the range of yi.
 */
function restricted(yi: readonly number[], vi: readonly number[], xi: readonly number[]): Tau2Fit {
  const range = Math.max(...yi) - Math.min(...yi);
  const limit = Math.max(Math.max(...vi), 1.5 * range * range);
  const peaks: Tau2Fit[] = [];
  let low = 0;
  let rising = scoreAt(yi, vi, xi, 0).score > 0;
  if (!rising) peaks.push({ tau2: 0, converged: true });
  for (let high = Math.min(...vi) / 4; low < limit; high *= 2) {
    const next = Math.min(high, limit);
    const rises = next < limit && scoreAt(yi, vi, xi, next).score > 0;
    if (rising && !rises) peaks.push(peakBetween(yi, vi, xi, low, next));
    rising = rises;
    low = next;
  }
  const height = (peak: Tau2Fit) => lineLogLikelihood(yi, vi, xi, peak.tau2);
  return peaks.reduce((best, peak) => (height(peak) > height(best) ? peak : best));
}

function peakBetween(
  yi: readonly number[],
  vi: readonly number[],
  xi: readonly number[],
  low: number,
  high: number,
): Tau2Fit {
  let below = low;
  let above = high;
  let tau2 = (low + high) / 2;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const { score, slope } = scoreAt(yi, vi, xi, tau2);
    if (score > 0) below = tau2;
    else above = tau2;
    const newton = tau2 - score / slope;
    const next = slope < 0 && newton > below && newton < above ? newton : (below + above) / 2;
    if (Math.abs(next - tau2) <= STEP_TOL * tau2) return { tau2: next, converged: true };
    tau2 = next;
  }
  return { tau2, converged: false };
}

/** Twice the derivative of the restricted log-likelihood by tau2, and its own derivative. */
function scoreAt(yi: readonly number[], vi: readonly number[], xi: readonly number[], tau2: number) {
  const { yPPy, traceP, tracePP, yPPPy } = lineScore(yi, vi, xi, tau2);
  return { score: yPPy - traceP, slope: tracePP - 2 * yPPPy };
}
