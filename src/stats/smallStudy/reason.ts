import type { SmallStudyReason } from "../../model/smallStudy";

export type { SmallStudyReason };

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
