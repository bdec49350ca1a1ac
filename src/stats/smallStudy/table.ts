import type { CountsData } from "../../model/study";

/** True for a table with events and with participants free of them: only such a table says something of odds. */
export function hasBothOutcomes({ ai, n1i, ci, n2i }: CountsData): boolean {
  return ai + ci > 0 && ai + ci < n1i + n2i;
}
