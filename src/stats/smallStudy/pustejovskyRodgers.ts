import { type LineTest, lineTest } from "./lineTest";
import type { AnswerOrReason } from "./reason";

/** A standardised mean difference with the participants of its arms, each >= 1. */
export interface SmdStudy {
  readonly yi: number;
  readonly vi: number;
  readonly n1i: number;
  readonly n2i: number;
}

/**
 * Pustejovsky and Rodgers' test for standardised mean differences: Egger's, on √(1 / n1 + 1 / n2) instead of the
 * standard error, which contains the effect and so goes with it where no small-study effect is.
 *
 * Of the variants in use this one changes the predictor only: studies keep the weight 1 / vi of the effect's usual
 * variance, errors are multiplicative and the test is t(k − 2), as in R's meta.
 *
 * @param level of the intervals, as a proportion.
 * @returns a reason as `lineTest`.
 * @throws RangeError as `lineTest`, or for arms without participants.
 *
 * Pustejovsky & Rodgers (2019), Res Synth Methods 10:57–71, doi:10.1002/jrsm.1332.
 */
export function pustejovskyRodgers(studies: readonly SmdStudy[], level: number): AnswerOrReason<LineTest> {
  return lineTest(
    studies.map(({ yi }) => yi),
    studies.map(({ vi }) => vi),
    studies.map(({ n1i, n2i }) => Math.sqrt(1 / n1i + 1 / n2i)),
    level,
  );
}
