import type { ReviewAnalysis, ReviewRow } from "./review";
import { usableNumbers } from "./usableNumbers";

/** An analysis with its usable rows alone. */
export interface Kept {
  readonly analysis: ReviewAnalysis;
  readonly dropped: readonly ReviewRow[];
  /** Rows that count in subgroups alone were left out beside rows that count in the whole. */
  readonly withoutSubgroups: boolean;
}

/**
 * The rows that give an effect; where some rows count in subgroups alone beside others that count in the whole, they are
 * left out with the subgroups' results, since the same participants would count twice.
 */
export function keepUsable(analysis: ReviewAnalysis): Kept {
  const mixed =
    analysis.rows.some(({ partOf }) => partOf !== "subgroup") &&
    analysis.rows.some(({ partOf }) => partOf === "subgroup");
  const counted = mixed ? analysis.rows.filter(({ partOf }) => partOf !== "subgroup") : analysis.rows;
  const rows: ReviewRow[] = [];
  const dropped: ReviewRow[] = [];
  for (const row of counted) {
    const numbers = usableNumbers(analysis.data, row.numbers);
    if (numbers && row.study !== "") rows.push({ ...row, numbers });
    else dropped.push(row);
  }
  const exported =
    analysis.exported && mixed ? { ...analysis.exported, subgroups: [], difference: null } : analysis.exported;
  return { analysis: { ...analysis, rows, exported }, dropped, withoutSubgroups: mixed };
}
