import { requirePoint, requireShape, type Tails } from "./domain";
import { log1pMinus, stirlingError } from "./logGamma";

const MAX_TERMS = 100_000;
const TOLERANCE = 4 * Number.EPSILON;

/**
 * Tails of the gamma distribution with shape `a` and scale 1: the regularised incomplete gamma functions P and Q.
 *
 * Series below a + 1, continued fraction above (Abramowitz & Stegun 1964, 6.5.29 and 6.5.31).
 * @throws RangeError if a is not > 0 or x is NaN.
 */
export function pgamma(x: number, a: number): Tails {
  requirePoint("pgamma", x);
  requireShape("pgamma: a", a);
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const mass = poissonMass(x, a);
  if (x < a + 1) {
    const lower = mass * powerSeries(x, a);
    return { lower, upper: 1 - lower };
  }
  const upper = mass * a * continuedFraction(x, a);
  return { lower: 1 - upper, upper };
}

/** Density of the gamma distribution with shape `a` and scale 1, at x > 0. */
export function dgamma(x: number, a: number): number {
  return (poissonMass(x, a) * a) / x;
}

/**
 * x^a e^−x / Γ(a + 1) in saddle-point form, which keeps its digits where x and a are large and close.
 * Loader (2000), Fast and accurate computation of binomial probabilities.
 */
function poissonMass(x: number, a: number): number {
  const offset = (x - a) / a;
  const exponent = offset < -0.5 ? a * Math.log(x / a) - (x - a) : a * log1pMinus(offset);
  return Math.exp(exponent - stirlingError(a)) / Math.sqrt(2 * Math.PI * a);
}

/** 1 + x/(a+1) + x²/((a+1)(a+2)) + ... */
function powerSeries(x: number, a: number): number {
  let sum = 1;
  let term = 1;
  for (let n = 1; n <= MAX_TERMS && term > 1e-17 * sum; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** Γ(a, x) / (x^a e^−x) for x >= a + 1, where no denominator vanishes, by Lentz's method. */
function continuedFraction(x: number, a: number): number {
  let b = x + 1 - a;
  let c = b;
  let d = 0;
  let value = b;
  for (let n = 1; n <= MAX_TERMS; n++) {
    const an = n * (a - n);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) <= TOLERANCE) break;
  }
  return 1 / value;
}
