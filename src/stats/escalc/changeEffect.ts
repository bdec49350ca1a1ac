import { sdOfChange } from "../convert/sd";
import { biasCorrection } from "./biasCorrection";
import { type EffectOrReason, usable } from "./effect";

/** One group of `ni` measured before and after, or two matched groups, with the correlation `ri` of the two values. */
export interface ChangeData {
  readonly mPre: number;
  readonly sdPre: number;
  readonly mPost: number;
  readonly sdPost: number;
  readonly ni: number;
  /** From the study, or stated by the analyst: it is seldom reported, and the variance rests on it. */
  readonly ri: number;
}

/** Measures of change, by metafor's codes: in the unit of the data, in SDs before, and in SDs of the change. */
export type ChangeMeasure = "MC" | "SMCR" | "SMCC";

/**
 * One group's change, after minus before.
 *
 * `MC`: mean change, variance sdChange²/n. `SMCR`: in SDs before, corrected by J(n − 1), variance 2(1 − r)/n + g²/(2n)
 * (Becker 1988, Br J Math Stat Psychol 41:257–278, doi:10.1111/j.2044-8317.1988.tb00901.x). `SMCC`: in SDs of
 * the change, corrected likewise, variance 1/n + g²/(2n) (Gibbons, Hedeker & Davis 1993, J Educ Stat 18:271–279,
 * doi:10.3102/10769986018003271). MC needs two participants, the others three.
 */
export function changeEffect(measure: ChangeMeasure, data: ChangeData): EffectOrReason {
  if (!isPossible(data)) return { reason: "impossible" };
  const { mPre, sdPre, mPost, sdPost, ni, ri } = data;
  if (ni < (measure === "MC" ? 2 : 3)) return { reason: "too-few" };
  const change = mPost - mPre;
  const sdChange = sdOfChange(sdPre, sdPost, ri);
  if (measure === "MC") return usable({ yi: change, vi: sdChange ** 2 / ni });
  const correction = biasCorrection(ni - 1);
  if (measure === "SMCR") {
    const g = (change / sdPre) * correction;
    return usable({ yi: g, vi: (2 * (1 - ri)) / ni + g ** 2 / (2 * ni) });
  }
  const g = (change / sdChange) * correction;
  return usable({ yi: g, vi: 1 / ni + g ** 2 / (2 * ni) });
}

function isPossible({ mPre, sdPre, mPost, sdPost, ni, ri }: ChangeData): boolean {
  const finite = [mPre, sdPre, mPost, sdPost, ni].every(Number.isFinite);
  return finite && sdPre >= 0 && sdPost >= 0 && ni >= 1 && Math.abs(ri) <= 1;
}
