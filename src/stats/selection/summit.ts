import { tau2ML } from "../tau2/ml";
import { weighted } from "../weighted";
import type { Observed } from "./observe";
import { type Ridge, ridgeAt } from "./ridgeAt";

const MAX_STEPS = 100;
const STEP_TOL = 1e-13;
/** How far the search takes the weights to differ where they are estimated. */
const WIDEST_RATIO = 100;

/**
 * The highest point of the likelihood over mu, tau2 >= 0 and the free weights: the global one, 0 being compared.
 *
 * From the tau2 without selection the ridge over tau2 is walked upwards by doubling steps and downwards by halving ones,
 * to 0. Each change of its score from + to − is refined by Newton's method in its bracket. A study's weight lifts its
 * likelihood by at most that weight over the smallest: a walk ends where even that stays below the best point seen.
 *
 * @param logWeights of all intervals: given, or with the first one fixed and the rest a start.
 */
export function summit(studies: Observed, logWeights: readonly number[], free: number): Ridge {
  const { yi, vi } = studies;
  const lift = free > 0 ? yi.length * Math.log(WIDEST_RATIO) : liftOf(studies, logWeights);
  const tau2 = Math.max(tau2ML(yi, vi).tau2, Math.min(...vi) / 4);
  const first = ridgeAt(studies, { mu: weighted(yi, vi, tau2).mu, logWeights, tau2 }, free);
  const above = walkUp(studies, first, lift, free);
  const best = Math.max(...above.map(({ surface }) => surface.height));
  const path = [...walkDown(studies, first, lift, free, best).reverse(), ...above];

  const peaks = path.flatMap((ridge, i): Ridge[] => {
    if (ridge.score > 0) return [];
    const before = path[i - 1];
    if (before === undefined) return ridge.point.tau2 === 0 ? [ridge] : [];
    return before.score > 0 ? [peakBetween(studies, before, ridge, free)] : [];
  });
  return peaks.reduce((highest, peak) => (peak.surface.height > highest.surface.height ? peak : highest));
}

/** The most that given weights can add to the log-likelihood. */
function liftOf({ interval }: Observed, logWeights: readonly number[]): number {
  const least = Math.min(...logWeights);
  return interval.reduce((lift, j) => lift + logWeights[j]! - least, 0);
}

/** Ridges from `first` on, to where the ridge falls for good. */
function walkUp(studies: Observed, first: Ridge, lift: number, free: number): Ridge[] {
  const path = [first];
  let best = first.surface.height;
  for (let at = first; at.score > 0 || normaliser(studies.vi, at.point.tau2) + lift > best; ) {
    at = ridgeAt(studies, { ...at.point, tau2: 2 * at.point.tau2 }, free);
    best = Math.max(best, at.surface.height);
    path.push(at);
  }
  return path;
}

/** Ridges below `first`, down to 0 or to where none below can be the best. */
function walkDown(studies: Observed, first: Ridge, lift: number, free: number, best: number): Ridge[] {
  const { yi, vi } = studies;
  const path: Ridge[] = [];
  const smallest = Math.min(...vi) / 4;
  for (let at = first; at.point.tau2 > 0; ) {
    // Without selection less tau2 can only raise the sum of squares.
    const below = normaliser(vi, 0) - weighted(yi, vi, at.point.tau2).Q / 2;
    if (at.score > 0 && below + lift < best) break;
    const tau2 = at.point.tau2 > smallest ? at.point.tau2 / 2 : 0;
    at = ridgeAt(studies, { ...at.point, tau2 }, free);
    path.push(at);
  }
  return path;
}

/** The log-likelihood without selection of effects that fit perfectly. */
function normaliser(vi: readonly number[], tau2: number): number {
  let height = 0;
  for (const v of vi) height -= Math.log(2 * Math.PI * (v + tau2)) / 2;
  return height;
}

/** The peak between `rising`, where the score is positive, and `falling`, where it is not. */
function peakBetween(studies: Observed, rising: Ridge, falling: Ridge, free: number): Ridge {
  let below = rising.point.tau2;
  let above = falling.point.tau2;
  let at = ridgeAt(studies, { ...falling.point, tau2: (below + above) / 2 }, free);
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const { tau2 } = at.point;
    if (at.score > 0) below = tau2;
    else above = tau2;
    const newton = tau2 - at.score / at.slope;
    const next = at.slope < 0 && newton > below && newton < above ? newton : (below + above) / 2;
    const near = Math.abs(next - tau2) <= STEP_TOL * tau2;
    at = ridgeAt(studies, { ...at.point, tau2: next }, free);
    if (near) return at;
  }
  return { ...at, converged: false };
}
