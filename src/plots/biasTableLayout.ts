import { max } from "d3";
import type { Row } from "../model/study";
import { measureText } from "../scene/measureText";
import type { BiasRow } from "./biasRows";
import { PAD } from "./forestInput";
import { studyLabel } from "./summaryText";

/** Size of names and weights in CSS pixels. */
export const BIAS_TEXT = 13;
const PITCH = [26, 56] as const; // px between the columns of the table
const NAMES = [120, 300] as const; // px for the studies' names

/** Middles of the columns and the right edge of the last: right after the longest name, as far apart as there is room. */
export function columnMiddles(
  rows: readonly BiasRow[],
  count: number,
  width: number,
  { isNarrow, aside }: { readonly isNarrow: boolean; readonly aside: number },
): { readonly xs: readonly number[]; readonly right: number } {
  const longest = max(rows, ({ row }) => measureText(biasLabel(row, isNarrow), BIAS_TEXT)) ?? 0;
  const room = width - 2 * PAD - aside;
  const names = Math.min(Math.max(longest + 16, NAMES[0]), NAMES[1], Math.max(NAMES[0], room - count * PITCH[0]));
  const pitch = Math.min(PITCH[1], Math.max(PITCH[0], (room - names) / count));
  const left = PAD + names;
  return { xs: Array.from({ length: count }, (_, i) => left + (i + 0.5) * pitch), right: left + count * pitch };
}

/** What a study is called in the table: a narrow one has no room for the year. */
export function biasLabel(row: Row, isNarrow: boolean): string {
  return isNarrow ? row.slab : studyLabel(row);
}
