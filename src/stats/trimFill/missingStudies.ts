import type { SignedRanks } from "./signedRanks";

/** Estimators of the number of missing studies: from the signed ranks `L0`, `Q0`; from the rightmost run `R0`. */
export type MissingEstimator = "L0" | "R0" | "Q0";

/**
 * An estimate of how many studies are missing below the centre, not rounded, and below 0 where none is; null where Q0
 * does not exist: with T beyond k²/2 its equation has no root.
 *
 * @param k studies observed.
 *
 * Duval & Tweedie (2000), J Am Stat Assoc 95:89–98, doi:10.1080/01621459.2000.10473905.
 */
export function missingStudies(estimator: MissingEstimator, { T, run }: SignedRanks, k: number): number | null {
  switch (estimator) {
    case "L0":
      return (4 * T - k * (k + 1)) / (2 * k - 1);
    case "R0":
      return run - 1;
    case "Q0": {
      const square = 2 * k * k - 4 * T + 0.25;
      return square > 0 ? k - 0.5 - Math.sqrt(square) : null;
    }
  }
}

/**
 * The standard error of such an estimate: by its large-sample variance at the estimate itself, at 0 where that is below.
 *
 * The same source.
 */
export function missingStudiesSe(estimator: MissingEstimator, estimate: number, k: number): number {
  const k0 = Math.max(0, estimate);
  switch (estimator) {
    case "L0":
      return (4 * Math.sqrt(rankSumVariance(k, k0))) / (2 * k - 1);
    case "R0":
      return Math.sqrt(2 + 2 * k0);
    case "Q0":
      return (2 * Math.sqrt(rankSumVariance(k, k0))) / (k - k0 - 0.5);
  }
}

/** Variance of T with k studies observed and k0 missing. */
function rankSumVariance(k: number, k0: number): number {
  const none = k * (k + 1) * (2 * k + 1);
  return (none + 10 * k0 ** 3 + 27 * k0 ** 2 + 17 * k0 - 18 * k * k0 ** 2 - 18 * k * k0 + 6 * k * k * k0) / 24;
}
