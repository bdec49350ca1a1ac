/** Why a test or an adjustment for small-study effects has no answer for these data. */
export type SmallStudyReason =
  | "not-for-this-measure" // the test was made for another effect measure
  | "needs-counts" // some study does not give its events and participants
  | "needs-arm-sizes" // some study does not give the participants of its arms
  | "needs-three-studies"
  | "no-spread-in-precision" // the predictor is the same in every study: nothing can be regressed on it or ranked by it
  | "equal-effects" // no study lies above another
  | "perfect-fit"; // the studies lie on the line itself: no scatter to measure its error by

/** What every answer says about its basis. */
export interface Basis {
  /** Studies in the answer. */
  readonly k: number;
  /** True below ten studies, where chance and small-study effects cannot be told apart: always shown. */
  readonly tooFew: boolean;
}

/** An answer, or why these data do not give one. */
export type AnswerOrReason<Answer> = Answer | { readonly reason: SmallStudyReason };

const ENOUGH = 10;

/** The basis of an answer from k studies. Sterne et al. (2011), BMJ 343:d4002, doi:10.1136/bmj.d4002. */
export function basisOf(k: number): Basis {
  return { k, tooFew: k < ENOUGH };
}
