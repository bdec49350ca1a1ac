import type { Method } from "../../model/poolingModel";
import { xoshiro128 } from "../gosh/xoshiro";
import { requireStudies } from "../requireStudies";
import { estimateAt } from "./estimate";
import { type LeastSquares, leastSquares } from "./leastSquares";
import { waldStatistic } from "./moderatorTest";
import { type Orthonormal, orthonormal } from "./orthonormal";
import { type Rearranged, rowsRearranged, signsRearranged } from "./rearranged";
import type { RegressionReason, RegressionTest } from "./regression";
import { intercept, requireDesign } from "./requireDesign";
import { residualTau2 } from "./residualTau2";

const STEP = 64; // fits between two reports of progress
const EQUAL = 1.5e-8; // statistics nearer than this are equal but for rounding

/** A request for the permutation test of a meta-regression of k effects on p columns. */
export interface PermutationRequest {
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  readonly design: readonly (readonly number[])[];
  readonly method: Method;
  readonly test: RegressionTest;
  /** The most fits: where all arrangements are no more, each is fitted once; else so many are drawn. */
  readonly fits: number;
  /** Brings the same draws back. */
  readonly seed: number;
}

/** How many arrangements have been fitted, of how many. */
export interface PermutationProgress {
  readonly done: number;
  readonly total: number;
}

/** Permutation p-values: the share of arrangements, the observed one among them, that are as extreme. */
export interface PermutationTest {
  /** True where every arrangement was fitted; else they were drawn by the seed. */
  readonly exact: boolean;
  readonly fits: number;
  /** Two-sided, of each coefficient's statistic, in the order of the columns. */
  readonly pvals: readonly number[];
  /** Of the test of all columns but the intercept; null where there are none. */
  readonly moderators: number | null;
}

/**
 * Permutation test of a meta-regression: each arrangement gives the rows of the design to other studies, which keep
 * their effects and variances, and tau2 is estimated anew. With nothing but an intercept the effects' signs are turned
 * instead. Yields its progress after each 64 fits, so that a worker can answer or stop; returns the test, or the reason
 * why there is none, as `metaRegression`.
 *
 * @throws RangeError as `metaRegression`, or unless `fits` is a whole number > 0 and `seed` a whole number.
 *
 * Higgins & Thompson (2004), Stat Med 23:1663–1682, doi:10.1002/sim.1752; signs: Follmann & Proschan (1999), Biometrics
 * 55:732–737, doi:10.1111/j.0006-341X.1999.00732.x.
 */
export function* permutationTest(
  request: PermutationRequest,
): Generator<PermutationProgress, PermutationTest | { readonly reason: RegressionReason }, void> {
  const prepared = prepare(request);
  if ("reason" in prepared) return prepared;
  const { rearranged, others } = prepared;
  const { total, advance, draw } = rearranged.arrangements;
  const exact = total <= request.fits;
  const fits = exact ? total : request.fits;
  const bits = xoshiro128(request.seed);
  const observed = statistics(request, prepared);
  const asExtreme = observed.map(() => 1); // the observed arrangement
  for (let done = 1; done < fits; done++) {
    if (done % STEP === 0) yield { done, total: fits };
    if (exact) advance();
    else draw(bits);
    statistics(request, prepared).forEach((statistic, j) => {
      if (statistic >= observed[j]! - EQUAL) asExtreme[j]!++;
    });
  }
  const shares = asExtreme.map((count) => count / fits);
  const moderators = others.length > 0 ? shares.pop()! : null;
  return { exact, fits, pvals: shares, moderators };
}

interface Prepared {
  readonly fit: LeastSquares;
  readonly basis: Orthonormal;
  readonly rearranged: Rearranged;
  readonly constant: number | null;
  /** The columns but the intercept. */
  readonly others: readonly number[];
}

function prepare({ yi, vi, design, fits, seed }: PermutationRequest): Prepared | { readonly reason: RegressionReason } {
  requireStudies("permutationTest", yi, vi);
  const columns = requireDesign("permutationTest", design, yi.length);
  if (!(Number.isSafeInteger(fits) && fits > 0 && Number.isSafeInteger(seed))) {
    throw new RangeError(`permutationTest: ${fits} fits from seed ${seed}`);
  }
  if (yi.length <= columns.length) return { reason: "too-few-studies" };
  const basis = orthonormal(columns);
  if (basis === null) return { reason: "redundant-moderators" };
  const constant = intercept(columns);
  const others = columns.flatMap((_, j) => (j === constant ? [] : [j]));
  const origin = constant === null ? 0 : yi[0]!;
  const fit = leastSquares(yi, vi, basis.Q, origin);
  const rearranged = others.length > 0 ? rowsRearranged(fit, yi, design, origin) : signsRearranged(fit, yi);
  return { fit, basis, rearranged, constant, others };
}

/** The size of each coefficient's statistic in the arrangement of the moment, and QM or F behind them. */
function statistics({ method, test }: PermutationRequest, prepared: Prepared): number[] {
  const { fit, basis, rearranged, constant, others } = prepared;
  const origin = rearranged.apply();
  const { tau2 } = residualTau2(fit, method);
  const { beta, root, df } = estimateAt(fit, basis.R, tau2, test);
  const sizes = beta.map((b, j) => Math.abs(j === constant ? b + origin : b) / Math.hypot(...root[j]!));
  if (others.length > 0) sizes.push(waldStatistic(beta, root, others) / (df === null ? 1 : others.length));
  return sizes;
}
