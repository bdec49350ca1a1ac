import { requirePoint, requireProbability, type Tail, type Tails } from "./domain";
import { pgamma } from "./incompleteGamma";

/** Tails of the standard normal distribution; relative error below 1e-12 to |x| = 38. */
export function pnorm(x: number): Tails {
  requirePoint("pnorm", x);
  // x²/2 follows the gamma distribution with shape ½.
  const square = pgamma((x * x) / 2, 0.5);
  const near = 0.5 + square.lower / 2;
  const far = square.upper / 2;
  return x < 0 ? { lower: far, upper: near } : { lower: near, upper: far };
}

/**
 * Quantile of the standard normal distribution: ∓Infinity at p = 0 and 1; relative error near 1e-15.
 *
 * Wichura (1988), Algorithm AS 241, Applied Statistics 37:477–484, doi:10.2307/2347330 (PPND16).
 * @throws RangeError unless 0 <= p <= 1.
 */
export function qnorm(p: number, tail: Tail = "lower"): number {
  requireProbability("qnorm", p);
  if (tail === "upper") return 0 - qnorm(p);
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(CENTRE, 0.180625 - q * q);
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const z = r <= 5 ? ratio(MIDDLE, r - 1.6) : ratio(FAR, r - 5);
  return q < 0 ? -z : z;
}

type Rational = readonly (readonly [numerator: number, denominator: number])[];

/** A ratio of polynomials by Horner's rule, coefficients by rising power. */
function ratio(coefficients: Rational, x: number): number {
  let numerator = 0;
  let denominator = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) {
    const [a, b] = coefficients[i]!;
    numerator = numerator * x + a;
    denominator = denominator * x + b;
  }
  return numerator / denominator;
}

const CENTRE: Rational = [
  [3.3871328727963665, 1],
  [1.3314166789178438e2, 4.231333070160091e1],
  [1.9715909503065513e3, 6.871870074920579e2],
  [1.373169376550946e4, 5.394196021424751e3],
  [4.592195393154987e4, 2.1213794301586597e4],
  [6.72657709270087e4, 3.930789580009271e4],
  [3.343057558358813e4, 2.8729085735721943e4],
  [2.5090809287301227e3, 5.226495278852854e3],
];

const MIDDLE: Rational = [
  [1.4234371107496835, 1],
  [4.630337846156546, 2.053191626637759],
  [5.769497221460691, 1.6763848301838038],
  [3.6478483247632045, 6.897673349851e-1],
  [1.2704582524523684, 1.4810397642748008e-1],
  [2.417807251774506e-1, 1.5198666563616457e-2],
  [2.2723844989269184e-2, 5.475938084995345e-4],
  [7.745450142783414e-4, 1.0507500716444169e-9],
];

const FAR: Rational = [
  [6.657904643501103, 1],
  [5.463784911164114, 5.99832206555888e-1],
  [1.7848265399172913, 1.369298809227358e-1],
  [2.9656057182850487e-1, 1.4875361290850615e-2],
  [2.6532189526576124e-2, 7.868691311456133e-4],
  [1.2426609473880784e-3, 1.8463183175100548e-5],
  [2.7115555687434876e-5, 1.421511758316446e-7],
  [2.0103343992922881e-7, 2.0442631033899397e-15],
];
