import type { CountsData } from "../../model/study";
import type { RiskMeasure } from "../clinic/riskFrom";

/** A study's point in L'Abbé's plot. */
export interface LabbePoint {
  /** Observed risks, from 0 to 1: `x` in arm 2 (the comparator), `y` in arm 1. */
  readonly x: number;
  readonly y: number;
  /**
   * The risks on the measure's scale (logit for OR, log for RR, as they are for RD), with ½ added to all cells of a
   * study that has a zero cell; null where a ratio is undefined: no event in either arm, or all events in both.
   */
  readonly transformed: { readonly x: number; readonly y: number } | null;
}

/**
 * Coordinates of L'Abbé's plot of k studies, in their order.
 *
 * The pooled curve is that of `riskFrom` over the risks of arm 2.
 *
 * @throws RangeError for counts that are none: events below 0 or above n, or n of 0.
 *
 * L'Abbé, Detsky & O'Rourke (1987), Ann Intern Med 107:224–233, doi:10.7326/0003-4819-107-2-224.
 */
export function labbe(measure: RiskMeasure, studies: readonly CountsData[]): readonly LabbePoint[] {
  return studies.map((study) => {
    const { ai, n1i, ci, n2i } = study;
    if (!(ai >= 0 && ai <= n1i && n1i > 0 && ci >= 0 && ci <= n2i && n2i > 0)) {
      throw new RangeError(`labbe: ${ai} of ${n1i} and ${ci} of ${n2i} are not counts of events`);
    }
    return { x: ci / n2i, y: ai / n1i, transformed: transformed(measure, study) };
  });
}

function transformed(measure: RiskMeasure, { ai, n1i, ci, n2i }: CountsData): LabbePoint["transformed"] {
  const none = ai === 0 && ci === 0;
  const all = ai === n1i && ci === n2i;
  if (measure !== "RD" && (none || all)) return null;
  const add = ai === 0 || ci === 0 || ai === n1i || ci === n2i ? 0.5 : 0;
  const scale = SCALES[measure];
  return { x: scale(ci + add, n2i - ci + add), y: scale(ai + add, n1i - ai + add) };
}

const SCALES: Readonly<Record<RiskMeasure, (events: number, others: number) => number>> = {
  OR: (events, others) => Math.log(events / others),
  RR: (events, others) => Math.log(events / (events + others)),
  RD: (events, others) => events / (events + others),
};
