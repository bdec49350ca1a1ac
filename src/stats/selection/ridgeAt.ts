import type { Observed } from "./observe";
import { solve } from "./solve";
import { type Point, type Surface, stepLikelihood } from "./stepLikelihood";

const MAX_STEPS = 200;
// Newton decrements, squared distances from the top in standard errors: from CLOSE on each step doubles the digits, so
// that the step after CLOSED is the last.
const CLOSE = 1e-9;
const CLOSED = 1e-14;
const ROUNDING = 1e-12;

/** The highest point at one tau2, with the surface there. */
export interface Ridge {
  readonly point: Point;
  readonly surface: Surface;
  /** Derivatives of the ridge's height by tau2. */
  readonly score: number;
  readonly slope: number;
  readonly converged: boolean;
}

/**
 * The highest point of the likelihood at the tau2 of `start`, over mu and the free weights, by Newton's method from
 * there. At a given tau2 mu and the logarithms of the weights are natural parameters of an exponential family: the
 * likelihood is concave in them, and a step that is halved until it climbs cannot go astray.
 */
export function ridgeAt(studies: Observed, start: Point, free: number): Ridge {
  let point = start;
  let surface = stepLikelihood(studies, point, free);
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const step = newtonStep(surface);
    if (step === null) break;
    const decrement = step.reduce((sum, change, a) => sum + change * surface.gradient[a]!, 0);
    const next = climb(studies, point, surface, step, free, decrement);
    point = next.point;
    surface = next.surface;
    if (decrement <= CLOSED) return ridge(point, surface, true);
  }
  return ridge(point, surface, false);
}

/** Newton's step in all parameters but tau2, the last. */
function newtonStep({ gradient, hessian }: Surface): number[] | null {
  const size = gradient.length - 1;
  return solve(negative(hessian, size), gradient.slice(0, size));
}

function climb(
  studies: Observed,
  from: Point,
  { height }: Surface,
  step: readonly number[],
  free: number,
  decrement: number,
): { readonly point: Point; readonly surface: Surface } {
  for (let part = 1; ; part /= 2) {
    const point = moved(from, step, part);
    const surface = stepLikelihood(studies, point, free);
    // Close to the top the height changes by less than its rounding, and the full step is right. Far out A may be too
    // small for a double: that is no climb.
    const climbs = surface.height < Infinity && surface.height >= height - ROUNDING * Math.abs(height);
    if (decrement < CLOSE || climbs || part < ROUNDING) return { point, surface };
  }
}

function moved({ mu, logWeights, tau2 }: Point, step: readonly number[], part: number): Point {
  const firstFree = logWeights.length - step.length + 1;
  return {
    mu: mu + part * step[0]!,
    logWeights: logWeights.map((value, j) => (j < firstFree ? value : value + part * step[1 + j - firstFree]!)),
    tau2,
  };
}

/** By the envelope theorem the ridge rises as the surface does; its slope follows from the surface's curvature. */
function ridge(point: Point, surface: Surface, converged: boolean): Ridge {
  const { gradient, hessian } = surface;
  const size = gradient.length - 1;
  const byTau2 = hessian[size]!;
  const drift = solve(negative(hessian, size), byTau2.slice(0, size)) ?? new Array<number>(size).fill(0);
  const slope = drift.reduce((sum, change, a) => sum + change * byTau2[a]!, byTau2[size]!);
  return { point, surface, score: gradient[size]!, slope, converged };
}

function negative(hessian: readonly (readonly number[])[], size: number): number[][] {
  return hessian.slice(0, size).map((row) => row.slice(0, size).map((value) => 0 - value));
}
