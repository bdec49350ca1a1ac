import type { CountsData } from "../../model/study";
import { egger } from "./egger";
import type { LineTest } from "./lineTest";
import type { AnswerOrReason } from "./reason";
import { hasBothOutcomes } from "./table";

/**
 * Harbord's test for odds ratios: Egger's, on the score Z over the information V of the log odds ratio at 0, with the
 * variance 1 / V, which is far less correlated with the effect than Woolf's. Z = a − n1 m / N and V = n1 n2 m (N − m) /
 * (N² (N − 1)), m the events in both arms. The slope is the intercept of Harbord's own form, Z / √V on √V.
 *
 * @param tables studies as 2×2 tables; those without events, or with nothing but events, have V = 0 and are left out of
 *   k.
 * @param level of the intervals, as a proportion.
 * @returns a reason as `lineTest`.
 * @throws RangeError as `lineTest`.
 *
 * Harbord, Egger & Sterne (2006), Stat Med 25:3443–3457, doi:10.1002/sim.2380.
 */
export function harbord(tables: readonly CountsData[], level: number): AnswerOrReason<LineTest> {
  const scores = tables.filter(hasBothOutcomes).map(({ ai, n1i, ci, n2i }) => {
    const N = n1i + n2i;
    const m = ai + ci;
    // a − n1 m / N over one denominator: no cancellation between counts.
    const Z = (ai * n2i - ci * n1i) / N;
    const V = ((n1i / N) * (n2i / N) * m * (N - m)) / (N - 1);
    return { yi: Z / V, vi: 1 / V };
  });
  if (scores.length < 3) return { reason: "needs-three-studies" };
  return egger(
    scores.map(({ yi }) => yi),
    scores.map(({ vi }) => vi),
    level,
  );
}
