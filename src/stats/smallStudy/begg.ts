import { requireStudies } from "../requireStudies";
import { kendall } from "./kendall";
import { varies } from "./line";
import { type AnswerOrReason, type Basis, basisOf } from "./reason";

/** Begg and Mazumdar's rank correlation between standardised effects and variances. */
export interface RankTest extends Basis {
  /** Kendall's tau-b, from −1 to 1; positive where smaller studies have larger effects. */
  readonly tau: number;
  readonly pval: number;
  /** True where the p-value counts permutations; false (ties, or k > 300) where it is the normal approximation. */
  readonly exact: boolean;
}

/**
 * Begg and Mazumdar's test: Kendall's correlation between the variances and the effects' standardised distances from
 * the common effect, (yi − mu) / √(vi − 1 / Σ(1 / vi)). Without continuity correction, as metafor.
 *
 * @param yi k effects on the analysis scale.
 * @param vi k sampling variances > 0.
 * @returns a reason with k < 3, equal variances, or equal effects.
 * @throws RangeError as `requireStudies`.
 *
 * Begg & Mazumdar (1994), Biometrics 50:1088–1101, doi:10.2307/2533446.
 */
export function begg(yi: readonly number[], vi: readonly number[]): AnswerOrReason<RankTest> {
  requireStudies("begg", yi, vi);
  if (yi.length < 3) return { reason: "needs-three-studies" };
  if (!varies(vi)) return { reason: "no-spread-in-precision" };
  const found = kendall(standardised(yi, vi), vi);
  return found ? { ...basisOf(yi.length), ...found } : { reason: "equal-effects" };
}

/**
 * The standardised distances, written as (yi − mu of the others) / √(vi + 1 / weight of the others): the same numbers,
 * but a study that dominates the mean is not lost in vi − 1 / Σ(1 / vi).
 */
function standardised(yi: readonly number[], vi: readonly number[]): readonly number[] {
  // Counted from the most precise study: what dominates the sums is then 0 and takes no digits from the rest.
  const anchor = yi[vi.indexOf(vi.reduce((least, v) => Math.min(least, v)))]!;
  const fromAnchor = yi.map((y) => y - anchor);
  const W = sumsOfOthers(vi.map((v) => 1 / v));
  const Wy = sumsOfOthers(vi.map((v, i) => fromAnchor[i]! / v));
  return fromAnchor.map((y, i) => (y - Wy[i]! / W[i]!) / Math.sqrt(vi[i]! + 1 / W[i]!));
}

/** For each value the sum of all others, from those before and those after it: nothing is subtracted. */
function sumsOfOthers(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length);
  let before = 0;
  for (let i = 0; i < values.length; i++) {
    sums[i] = before;
    before += values[i]!;
  }
  let after = 0;
  for (let i = values.length - 1; i >= 0; i--) {
    sums[i] = sums[i]! + after;
    after += values[i]!;
  }
  return sums;
}
