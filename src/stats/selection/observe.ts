import { pnorm, qnorm } from "../distributions/normal";
import type { Alternative } from "./weightFunction";

/** Studies as the likelihood reads them: turned so that large effects have small p. */
export interface Observed {
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  /** m normal deviates at which p crosses a step, descending. */
  readonly cuts: readonly number[];
  /** The interval of p, from 0 to m, that each study lies in. */
  readonly interval: readonly number[];
  /** Studies in each of the m + 1 intervals. */
  readonly counts: readonly number[];
}

/** Sorts k studies into the intervals of their one-tailed p-values, by the normal distribution. */
export function observe(
  yi: readonly number[],
  vi: readonly number[],
  steps: readonly number[],
  alternative: Alternative,
): Observed {
  const turned = alternative === "greater" ? yi.slice() : yi.map((y) => 0 - y);
  const interval = turned.map((y, i) => {
    const p = pnorm(y / Math.sqrt(vi[i]!)).upper;
    const first = steps.findIndex((step) => p <= step);
    return first === -1 ? steps.length : first;
  });
  const counts = new Array<number>(steps.length + 1).fill(0);
  for (const j of interval) counts[j]!++;
  return { yi: turned, vi, cuts: steps.map((step) => qnorm(step, "upper")), interval, counts };
}
