import { type LineTest, lineTest } from "./lineTest";
import type { AnswerOrReason } from "./reason";

/**
 * Egger's test, classical: the effects regressed on their standard errors with multiplicative errors. The slope is the
 * intercept of Egger's own form, yi / sei regressed on 1 / sei; metafor's `regtest(model = "lm")`.
 *
 * @param yi k effects on the analysis scale.
 * @param vi k sampling variances > 0.
 * @param level of the intervals, as a proportion.
 * @returns a reason as `lineTest`.
 * @throws RangeError as `lineTest`.
 *
 * Egger, Davey Smith, Schneider & Minder (1997), BMJ 315:629–634, doi:10.1136/bmj.315.7109.629.
 */
export function egger(yi: readonly number[], vi: readonly number[], level: number): AnswerOrReason<LineTest> {
  return lineTest(yi, vi, vi.map(Math.sqrt), level);
}
