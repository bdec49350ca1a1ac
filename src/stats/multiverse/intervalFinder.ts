import type { PoolingOptions } from "../../model/poolingModel";
import type { Interval } from "../interval";
import { fitCore, intervalReach, type Reaches, reachesOf } from "./core";

/**
 * The confidence interval that `pool` gives, as a function of k >= 1 effects and variances, for the many subsets of one
 * set of studies: quantiles are found once for each k, and nothing else of a fit is computed. On the scale of the effects.
 *
 * @throws RangeError unless 0 < level < 1. The function expects studies that `pool` accepts, and does not check them.
 */
export function intervalFinder({
  method,
  test,
  level,
}: Pick<PoolingOptions, "method" | "test" | "level">): (yi: readonly number[], vi: readonly number[]) => Interval {
  const known: Reaches[] = [];
  return (yi, vi) => {
    const core = fitCore(yi, vi, method);
    known[core.k] ??= reachesOf(core.k, level);
    const { half } = intervalReach(core, test, known[core.k]!);
    return { ciLb: core.mu - half, ciUb: core.mu + half };
  };
}
