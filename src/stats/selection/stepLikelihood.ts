import { ABOVE_ALL, BELOW_ALL, type Cut, cutAt } from "./cutAt";
import type { Observed } from "./observe";

/** Where the likelihood is asked for. */
export interface Point {
  readonly mu: number;
  /** Logarithms of the m + 1 weights. */
  readonly logWeights: readonly number[];
  readonly tau2: number;
}

/** The log-likelihood with its derivatives by mu, the logarithms of the free weights, and tau2, in that order. */
export interface Surface {
  height: number;
  readonly gradient: number[];
  /** Its lower triangle. */
  readonly hessian: number[][];
}

/**
 * The log-likelihood of a random-effects model whose studies were seen with chances given by steps of their p-values:
 * each effect is normal about mu with variance vi + tau2, times the weight of its p, over A = the sum of each weight
 * times the probability of its interval.
 *
 * @param free how many of the last weights are parameters: none, or all but the first.
 *
 * Vevea & Hedges (1995), Psychometrika 60:419–435, doi:10.1007/BF02294384, without moderators.
 */
export function stepLikelihood(studies: Observed, { mu, logWeights, tau2 }: Point, free: number): Surface {
  const { yi, vi, cuts, interval } = studies;
  const weights = logWeights.map(Math.exp);
  const firstFree = weights.length - free;
  const surface = flat(free + 2);
  for (let i = 0; i < yi.length; i++) {
    const sei = Math.sqrt(vi[i]!);
    const eta2 = vi[i]! + tau2;
    const j = interval[i]!;
    addNormal(surface, yi[i]! - mu, eta2);
    surface.height += logWeights[j]!;
    if (j >= firstFree) surface.gradient[1 + j - firstFree]! += 1;
    const at = cuts.map((cut) => cutAt(cut * sei, mu, eta2));
    subtractLogA(surface, at, weights, firstFree);
  }
  return surface;
}

function flat(size: number): Surface {
  const hessian = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  return { height: 0, gradient: new Array<number>(size).fill(0), hessian };
}

/** Adds the log density of a residual r with variance η². */
function addNormal(surface: Surface, r: number, eta2: number): void {
  const { gradient, hessian } = surface;
  const last = gradient.length - 1;
  const z2 = (r * r) / eta2;
  surface.height -= (Math.log(2 * Math.PI * eta2) + z2) / 2;
  gradient[0]! += r / eta2;
  gradient[last]! += (z2 - 1) / (2 * eta2);
  hessian[0]![0]! -= 1 / eta2;
  hessian[last]![0]! -= r / (eta2 * eta2);
  hessian[last]![last]! += (0.5 - z2) / (eta2 * eta2);
}

/** Subtracts log A, given the cuts between its intervals. */
function subtractLogA(surface: Surface, at: readonly Cut[], weights: readonly number[], firstFree: number): void {
  const { gradient, hessian } = surface;
  const last = gradient.length - 1;
  const parts = weights.map((weight, j) => weighInterval(weight, at[j - 1] ?? ABOVE_ALL, at[j] ?? BELOW_ALL));
  const A = { p: 0, m: 0, t: 0, mm: 0, mt: 0, tt: 0 };
  for (const part of parts) {
    A.p += part.p;
    A.m += part.m;
    A.t += part.t;
    A.mm += part.mm;
    A.mt += part.mt;
    A.tt += part.tt;
  }
  const byMu = A.m / A.p;
  const byTau2 = A.t / A.p;
  surface.height -= Math.log(A.p);
  gradient[0]! -= byMu;
  gradient[last]! -= byTau2;
  hessian[0]![0]! -= A.mm / A.p - byMu * byMu;
  hessian[last]![0]! -= A.mt / A.p - byMu * byTau2;
  hessian[last]![last]! -= A.tt / A.p - byTau2 * byTau2;
  for (let a = 1; a < last; a++) {
    const part = parts[firstFree + a - 1]!;
    const share = part.p / A.p;
    const row = hessian[a]!;
    gradient[a]! -= share;
    row[0]! -= part.m / A.p - share * byMu;
    for (let b = 1; b < a; b++) row[b]! += (share * parts[firstFree + b - 1]!.p) / A.p;
    row[a]! -= share * (1 - share);
    hessian[last]![a]! -= part.t / A.p - share * byTau2;
  }
}

/** An interval's term of A with its derivatives, between its upper and its lower cut. */
function weighInterval(weight: number, above: Cut, below: Cut) {
  // From the nearer tail, so that a small probability keeps its digits.
  const p = below.upper < 0.5 ? below.upper - above.upper : above.lower - below.lower;
  return {
    p: weight * p,
    m: weight * (above.m - below.m),
    t: weight * (above.t - below.t),
    mm: weight * (above.mm - below.mm),
    mt: weight * (above.mt - below.mt),
    tt: weight * (above.tt - below.tt),
  };
}
