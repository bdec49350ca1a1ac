import { requirePoint, requireProbability, requireShape, type Tail, type Tails } from "./domain";
import { betaKernel, pbeta } from "./incompleteBeta";
import { solveTail } from "./solveTail";

/**
 * Tails of the F distribution with df1 and df2 degrees of freedom; relative error below 1e-12.
 * @throws RangeError if a df is not > 0 or f is NaN.
 */
export function pf(f: number, df1: number, df2: number): Tails {
  requirePoint("pf", f);
  requireShape("pf: df1", df1);
  requireShape("pf: df2", df2);
  if (f <= 0) return { lower: 0, upper: 1 };
  const odds = (df1 / df2) * f;
  if (odds === Infinity) return { lower: 1, upper: 0 };
  return pbeta(odds / (1 + odds), df1 / 2, df2 / 2, 1 / (1 + odds));
}

/**
 * Quantile of the F distribution; relative error below 1e-11.
 * @throws RangeError if a df is not > 0 or p is not in [0, 1].
 */
export function qf(p: number, df1: number, df2: number, tail: Tail = "lower"): number {
  requireProbability("qf", p);
  requireShape("qf: df1", df1);
  requireShape("qf: df2", df2);
  if (p === 0 || p === 1) return (p === 0) === (tail === "lower") ? 0 : Infinity;
  if (p > 0.5) return qf(1 - p, df1, df2, tail === "lower" ? "upper" : "lower");
  const distribution = {
    tails: (f: number) => pf(f, df1, df2),
    xDensity: (f: number) => {
      const odds = (df1 / df2) * f;
      return betaKernel(odds / (1 + odds), 1 / (1 + odds), df1 / 2, df2 / 2);
    },
  };
  return solveTail(distribution, p, tail, 1);
}
