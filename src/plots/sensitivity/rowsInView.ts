import type { RowWindow } from "../forestInput";

/** The rows that touch the visible part of the figure; all of them without one. */
export function rowsInView<Placed extends { readonly top: number }>(
  rows: readonly Placed[],
  rowHeight: number,
  window: RowWindow | undefined,
): readonly Placed[] {
  if (!window) return rows;
  return rows.filter(({ top }) => top + rowHeight >= window.top && top <= window.bottom);
}
