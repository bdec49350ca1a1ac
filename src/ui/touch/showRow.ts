import type { RefObject } from "react";
import type { Target } from "../../scene/scene";

const MARGIN = 80; // px that stay free above and below, for what sticks to the edges of the screen
const FRAMES = 12; // that a long figure may take to draw the rows that have come into view

/** Brings a study's row onto the screen; resolves to its checkbox, once that is drawn. */
export async function showRow(
  figure: RefObject<HTMLElement | null>,
  { rowId, box }: Target,
): Promise<HTMLElement | null> {
  const element = figure.current;
  if (!element) return null;
  const top = element.getBoundingClientRect().top + box.y;
  const isSeen = top >= MARGIN && top + box.height <= innerHeight - MARGIN;
  if (!isSeen) scrollBy({ top: top + box.height / 2 - innerHeight / 2, behavior: "instant" });
  for (let i = 0; i < FRAMES; i++) {
    const row = element.querySelector<HTMLElement>(`[data-row="${rowId}"]`);
    if (row) return row;
    await new Promise(requestAnimationFrame);
  }
  return null;
}
