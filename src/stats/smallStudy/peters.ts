import type { CountsData } from "../../model/study";
import { type LineTest, lineTest } from "./lineTest";
import type { AnswerOrReason } from "./reason";
import { hasBothOutcomes } from "./table";

/** A study with its log odds ratio and the 2×2 table that it came from. */
export interface OddsRatioStudy {
  readonly yi: number;
  readonly table: CountsData;
}

/**
 * Peters' test for odds ratios: the log odds ratio regressed on 1 / N, weighted by 1 / (1 / m + 1 / (N − m)), m the
 * events in both arms of N participants. Neither depends on the effect, as its standard error does.
 *
 * @param studies those without events, or with nothing but events, have no weight and are left out of k.
 * @param level of the intervals, as a proportion.
 * @returns a reason as `lineTest`; the slope is the change of the log odds ratio by one unit of 1 / N.
 * @throws RangeError as `lineTest`.
 *
 * Peters, Sutton, Jones, Abrams & Rushton (2006), JAMA 295:676–680, doi:10.1001/jama.295.6.676.
 */
export function peters(studies: readonly OddsRatioStudy[], level: number): AnswerOrReason<LineTest> {
  const used = studies.filter(({ table }) => hasBothOutcomes(table));
  if (used.length < 3) return { reason: "needs-three-studies" };
  const tables = used.map(({ table: { ai, n1i, ci, n2i } }) => ({ N: n1i + n2i, m: ai + ci }));
  return lineTest(
    used.map(({ yi }) => yi),
    tables.map(({ N, m }) => 1 / m + 1 / (N - m)),
    tables.map(({ N }) => 1 / N),
    level,
  );
}
