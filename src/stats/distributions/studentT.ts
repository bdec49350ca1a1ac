import { requirePoint, requireProbability, requireShape, type Tail, type Tails } from "./domain";
import { betaKernel, pbeta } from "./incompleteBeta";
import { qnorm } from "./normal";
import { solveTail } from "./solveTail";

/**
 * Tails of Student's t distribution; relative error below 1e-12.
 * @throws RangeError if df is not > 0 or t is NaN.
 */
export function pt(t: number, df: number): Tails {
  requirePoint("pt", t);
  requireShape("pt: df", df);
  const { lower: inside, upper: outside } = absoluteT(Math.abs(t), df);
  const near = 0.5 + inside / 2;
  const far = outside / 2;
  return t < 0 ? { lower: far, upper: near } : { lower: near, upper: far };
}

/**
 * Quantile of Student's t distribution; relative error below 1e-11 for p from 1e-100.
 * @throws RangeError if df is not > 0 or p is not in [0, 1].
 */
export function qt(p: number, df: number, tail: Tail = "lower"): number {
  requireProbability("qt", p);
  requireShape("qt: df", df);
  if (tail === "upper") return 0 - qt(p, df);
  if (p === 0.5) return 0;
  const outside = 2 * Math.min(p, 1 - p);
  const t = outside === 0 ? Infinity : rememberedQuantile(outside, df);
  return p < 0.5 ? -t : t;
}

/** Tails of |T|: t² / (df + t²) follows a beta distribution. */
function absoluteT(t: number, df: number): Tails {
  const odds = (t / df) * t;
  if (odds === Infinity) return { lower: 1, upper: 0 };
  return pbeta(odds / (1 + odds), 0.5, df / 2, 1 / (1 + odds));
}

// A quantile outcosts a fit, and fits ask for the same one again: all of a leave-one-out, or each of a cumulative
// analysis once for its interval and once for its prediction interval. Each place holds the last one found for its df.
const PLACES = 64;
const keptDf = new Float64Array(PLACES);
const keptOutside = new Float64Array(PLACES);
const keptT = new Float64Array(PLACES);

function rememberedQuantile(outside: number, df: number): number {
  const place = Math.floor(df) % PLACES;
  if (keptDf[place] !== df || keptOutside[place] !== outside) {
    keptT[place] = quantileOfAbsoluteT(outside, df);
    keptDf[place] = df;
    keptOutside[place] = outside;
  }
  return keptT[place]!;
}

function quantileOfAbsoluteT(outside: number, df: number): number {
  const distribution = {
    tails: (t: number) => absoluteT(t, df),
    xDensity: (t: number) => {
      const odds = (t / df) * t;
      return 2 * betaKernel(odds / (1 + odds), 1 / (1 + odds), 0.5, df / 2);
    },
  };
  // Near the middle what lies inside ±t is the smaller probability, and 1 − outside is exact there.
  const [p, tail]: [number, Tail] = outside > 0.5 ? [1 - outside, "lower"] : [outside, "upper"];
  return solveTail(distribution, p, tail, guess(outside, df));
}

/** Gaver & Kafadar (1984), The American Statistician 38:308–311: t from z, good to a few per cent. */
function guess(outside: number, df: number): number {
  const z = qnorm(outside / 2);
  const g = (df - 5 / 6) / (df - 2 / 3 + 1 / (10 * df)) ** 2;
  const square = df * Math.expm1(Math.min(g * z * z, 200));
  return square > 0 ? Math.sqrt(square) : Math.abs(z);
}
