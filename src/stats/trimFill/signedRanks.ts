/** Deviations whose sizes differ by less than this part of the largest are tied, and those below it are 0. */
const ROUNDING = 1e-10;

/** What the estimators of the number of missing studies are made of. */
export interface SignedRanks {
  /** Wilcoxon's sum of the ranks, by size from 1, of the deviations above 0. */
  readonly T: number;
  /** How many of the largest sizes in a row belong to deviations above 0. */
  readonly run: number;
}

/**
 * Ranks k deviations from a centre by their size. Tied sizes are ranked in order of the deviations themselves, so that
 * those above 0 come last, as in metafor; a deviation of 0 takes a rank but counts to neither side.
 *
 * Sizes are compared with room for rounding: whether effects lie symmetrically about the centre must not depend on the
 * centre's last digit.
 *
 * Duval & Tweedie (2000), J Am Stat Assoc 95:89–98, doi:10.1080/01621459.2000.10473905.
 */
export function signedRanks(deviations: readonly number[]): SignedRanks {
  const bySize = deviations.toSorted((a, b) => Math.abs(a) - Math.abs(b));
  const room = ROUNDING * Math.abs(bySize.at(-1) ?? 0);
  let T = 0;
  let run = 0;
  let tied = 0;
  let above = 0;
  bySize.forEach((deviation, i) => {
    tied++;
    if (deviation > room) above++;
    const rank = i + 1;
    const next = bySize[rank];
    if (next !== undefined && Math.abs(next) - Math.abs(deviation) <= room) return;
    T += above * rank - (above * (above - 1)) / 2;
    run = above === tied ? run + tied : above;
    tied = 0;
    above = 0;
  });
  return { T, run };
}
