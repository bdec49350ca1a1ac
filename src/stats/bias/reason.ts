/** Why a method for small-study effects has no answer for these data. */
export type BiasReason =
  | "needs-two-studies"
  | "needs-three-studies"
  | "equal-precision" // the predictor does not vary between studies, so that nothing can be regressed on it
  | "equal-effects" // every effect is the common one, so that there is no order among them
  | "perfect-fit" // the studies lie on the line itself: no residual scatter to measure the slope against
  | "estimator-undefined"; // Q0 asks for the root of a negative number where nearly all ranks are on one side

/** A method's answer, or why these data do not give one. */
export type AnswerOrReason<Answer> = Answer | { readonly reason: BiasReason };

/** What must be said beside an answer: below ten studies chance and small-study effects cannot be told apart. */
export type BiasWarning = "fewer-than-ten-studies";

const ENOUGH = 10;

/** Sterne et al. (2011), BMJ 343:d4002, doi:10.1136/bmj.d4002: no test of funnel asymmetry below ten studies. */
export function warningFor(k: number): BiasWarning | null {
  return k < ENOUGH ? "fewer-than-ten-studies" : null;
}
