import { requirePoint, requireProbability, requireShape, type Tail, type Tails } from "./domain";
import { dgamma, pgamma } from "./incompleteGamma";
import { qnorm } from "./normal";
import { solveTail } from "./solveTail";

/**
 * Tails of the chi-squared distribution; relative error below 1e-12.
 * @throws RangeError if df is not > 0 or x is NaN.
 */
export function pchisq(x: number, df: number): Tails {
  requirePoint("pchisq", x);
  requireShape("pchisq: df", df);
  return pgamma(x / 2, df / 2);
}

/**
 * Quantile of the chi-squared distribution; relative error below 1e-11.
 * @throws RangeError if df is not > 0 or p is not in [0, 1].
 */
export function qchisq(p: number, df: number, tail: Tail = "lower"): number {
  requireProbability("qchisq", p);
  requireShape("qchisq: df", df);
  if (p === 0 || p === 1) return (p === 0) === (tail === "lower") ? 0 : Infinity;
  if (p > 0.5) return qchisq(1 - p, df, tail === "lower" ? "upper" : "lower");
  const chiSquared = { tails: (x: number) => pchisq(x, df), xDensity: (x: number) => (x / 2) * dgamma(x / 2, df / 2) };
  return solveTail(chiSquared, p, tail, guess(p, df, tail));
}

/** Wilson & Hilferty (1931): the cube root is nearly normal; kept away from 0, where that fails. */
function guess(p: number, df: number, tail: Tail): number {
  const c = 2 / (9 * df);
  return df * Math.max(1e-3, 1 - c + qnorm(p, tail) * Math.sqrt(c)) ** 3;
}
