import { type RefObject, useEffect, useState } from "react";

/** As tall as a row is made in the style sheet. */
export const ROW_HEIGHT = 33; // px
/** Up to so many rows are all drawn. */
const FEW = 100;
/** The window moves in steps of so many rows, and reaches as many beyond what is in view. */
const STEP = 16;

/** The first and last row to draw of a table that scrolls within an element. */
export function useScrolledRows(scroller: RefObject<HTMLElement | null>, rows: number): readonly [number, number] {
  const [[from, to], setSeen] = useState<readonly [number, number]>([0, FEW]);
  const isLong = rows > FEW;
  useEffect(() => {
    const element = scroller.current;
    if (!isLong || !element) return;
    const look = () => {
      const top = Math.floor(element.scrollTop / ROW_HEIGHT);
      const bottom = top + Math.ceil(element.clientHeight / ROW_HEIGHT);
      const next = [Math.floor(top / STEP - 1) * STEP, Math.ceil(bottom / STEP + 1) * STEP] as const;
      setSeen((last) => (last[0] === next[0] && last[1] === next[1] ? last : next));
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [scroller, isLong]);
  return isLong ? [Math.max(0, from), Math.min(rows - 1, to)] : [0, rows - 1];
}
