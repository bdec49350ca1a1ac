import type { Tail, Tails } from "./domain";

const MAX_STEPS = 400;
const STEP_TOL = 4e-16;

/** A continuous distribution on x > 0. */
export interface Positive {
  readonly tails: (x: number) => Tails;
  /** The density times x: the derivative of the lower tail by log x. */
  readonly xDensity: (x: number) => number;
}

/**
 * The x > 0 at which a tail holds the probability p: Newton's method on log p against log x, where the distributions
 * used here are nearly straight, inside a bracket that bisection (of log x) falls back on.
 *
 * @param p > 0; the smaller tail gives the more digits.
 * @param start a guess > 0.
 */
export function solveTail({ tails, xDensity }: Positive, p: number, tail: Tail, start: number): number {
  const sign = tail === "lower" ? 1 : -1;
  let low = 0;
  let high = Infinity;
  let x = start;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const probability = tails(x)[tail];
    const excess = probability > 0 ? Math.log(probability / p) : -Infinity;
    if (excess === 0) return x;
    if (sign * excess > 0) high = x;
    else low = x;
    const step = (-sign * excess * probability) / xDensity(x);
    const newton = x * Math.exp(step);
    if (newton > low && newton < high) {
      if (Math.abs(step) <= STEP_TOL) return newton;
      x = newton;
    } else {
      if (Math.abs(step) <= 8 * STEP_TOL) return x;
      x = between(low, high);
    }
  }
  return x;
}

function between(low: number, high: number): number {
  if (low === 0) return high / 1024;
  return high === Infinity ? low * 1024 : Math.sqrt(low) * Math.sqrt(high);
}
