import { requirePoint, requireShape, type Tails } from "./domain";
import { log1pMinus, stirlingError } from "./logGamma";

const MAX_TERMS = 100_000;
const TOLERANCE = 4 * Number.EPSILON;

/**
 * Tails of the beta distribution: the regularised incomplete beta functions I_x(a, b) and I_{1−x}(b, a).
 *
 * @param y 1 − x; give it where it is known to more digits than the subtraction leaves.
 * @throws RangeError if a or b is not > 0 or x is NaN.
 *
 * Didonato & Morris (1992), ACM Trans Math Softw 18:360–373, doi:10.1145/131766.131776: BFRAC, the
 * continued fraction whose terms do not cancel, on the side of the mean where it converges fast.
 */
export function pbeta(x: number, a: number, b: number, y = 1 - x): Tails {
  requirePoint("pbeta", x);
  requireShape("pbeta: a", a);
  requireShape("pbeta: b", b);
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  const kernel = betaKernel(x, y, a, b);
  if (x < (a + 1) / (a + b + 2)) {
    const lower = kernel * continuedFraction(x, y, a, b);
    return { lower, upper: 1 - lower };
  }
  const upper = kernel * continuedFraction(y, x, b, a);
  return { lower: 1 - upper, upper };
}

/**
 * x^a y^b / B(a, b) with y = 1 − x, in saddle-point form: the density of the beta distribution times x y.
 * Loader (2000), Fast and accurate computation of binomial probabilities.
 */
export function betaKernel(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  const offset = b * x - a * y; // n x − a = −(n y − b), free of cancellation where one tail is small
  const exponent = a * logRatioMinus(offset / a, (n * x) / a) + b * logRatioMinus(-offset / b, (n * y) / b);
  const stirling = stirlingError(n) - stirlingError(a) - stirlingError(b);
  return Math.sqrt((a * b) / (2 * Math.PI * n)) * Math.exp(exponent + stirling);
}

/** log(ratio) − offset, where ratio = 1 + offset; each form used where it is the accurate one. */
function logRatioMinus(offset: number, ratio: number): number {
  return offset < -0.5 ? Math.log(ratio) - offset : log1pMinus(offset);
}

/** B(a, b) I_x(a, b) / (x^a y^b), by Lentz's method. */
function continuedFraction(x: number, y: number, a: number, b: number): number {
  const lambda = a * y - b * x; // a − (a + b) x
  let c = (a / (a + 1)) * (lambda + 1);
  let d = 0;
  let value = c;
  for (let n = 1; n <= MAX_TERMS; n++) {
    const even = a + 2 * n;
    const alpha = ((a + n - 1) / (even - 1)) * ((a + b + n - 1) / (even - 1)) * n * (b - n) * x * x;
    const beta = n + (n * (b - n) * x) / (even - 1) + ((a + n) / (even + 1)) * (lambda + 1 + n * (1 + y));
    d = 1 / (beta + alpha * d);
    c = beta + alpha / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) <= TOLERANCE) break;
  }
  return 1 / value;
}
