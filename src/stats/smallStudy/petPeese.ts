import { weighted } from "../weighted";
import { type Estimate, lineTest } from "./lineTest";
import { type AnswerOrReason, type Basis, basisOf } from "./reason";

const SIGNIFICANT = 0.05; // one-sided

/** Effects adjusted by the precision-effect test and the precision-effect estimate with standard error. */
export interface PetPeese extends Basis {
  /** Limit of the line on the standard error: the better one where there is no effect. */
  readonly pet: Estimate;
  /** Limit of the line on the variance: the better one where there is an effect. */
  readonly peese: Estimate;
  /** The one that the conditional rule takes. */
  readonly chosen: "pet" | "peese";
}

/**
 * PET, PEESE and the conditional choice between them. Both are weighted by 1 / vi with multiplicative errors, and read
 * against t(k − 2).
 *
 * The rule: PEESE where PET's estimate differs from 0 by a one-sided test at 0.05 towards the side of the common effect,
 * else PET. With studies that favour a positive effect that is Stanley and Doucouliagos' own test.
 *
 * @param yi k effects on the analysis scale.
 * @param vi k sampling variances > 0.
 * @param level of the intervals, as a proportion; the rule does not depend on it.
 * @returns a reason as `lineTest`.
 * @throws RangeError as `lineTest`.
 *
 * Stanley & Doucouliagos (2014), Res Synth Methods 5:60–78, doi:10.1002/jrsm.1095.
 */
export function petPeese(yi: readonly number[], vi: readonly number[], level: number): AnswerOrReason<PetPeese> {
  const byError = lineTest(yi, vi, vi.map(Math.sqrt), level);
  if ("reason" in byError) return byError;
  const byVariance = lineTest(yi, vi, vi, level);
  if ("reason" in byVariance) return byVariance;
  const pet = byError.limit;
  const sameSide = Math.sign(pet.estimate) === Math.sign(weighted(yi, vi, 0).mu);
  const hasEffect = sameSide && pet.pval / 2 < SIGNIFICANT;
  return { ...basisOf(yi.length), pet, peese: byVariance.limit, chosen: hasEffect ? "peese" : "pet" };
}
