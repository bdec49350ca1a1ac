import { MEASURES_FOR, type Measure } from "../../model/measure";
import { COCHRANE_2024 } from "../../model/poolingModel";
import { effectOf } from "../effects";
import type { PlacedRow, Slips } from "./slips";

/** A row's effect, signed like its outcome; null where it cannot be estimated. @param measure else the usual one. */
export function effectOfRow(
  slips: Slips,
  { row }: PlacedRow,
  measure: Measure = MEASURES_FOR[row.data.kind][0] ?? "GEN",
): { readonly yi: number; readonly vi: number } | null {
  return effectOf(row, slips.outcome(row.outcome), measure, COCHRANE_2024).effect;
}
