import { type RefObject, useEffect, useState } from "react";
import type { RowWindow } from "../plots/forestInput";

/** Rows beyond the screen that are drawn all the same, so that arrow keys meet no gap. */
const BEYOND = 48; // px
/** The window moves in steps of this size, so that most scroll events change nothing. */
const STEP = 48; // px

/** The stretch of a tall figure that is in view; undefined, for all of it, while `tall` is false. */
export function useRowWindow(ref: RefObject<HTMLElement | null>, tall: boolean): RowWindow | undefined {
  const [{ top, bottom }, setWindow] = useState<RowWindow>(() => ({ top: 0, bottom: innerHeight }));
  useEffect(() => {
    if (!tall) return;
    const read = () => {
      const above = -(ref.current?.getBoundingClientRect().top ?? 0);
      const next = {
        top: Math.floor(Math.max(0, above - BEYOND) / STEP) * STEP,
        bottom: Math.ceil(Math.max(STEP, above + innerHeight + BEYOND) / STEP) * STEP,
      };
      setWindow((last) => (last.top === next.top && last.bottom === next.bottom ? last : next));
    };
    // What stands above the figure may grow or shrink without a scroll.
    const observer = new ResizeObserver(read);
    observer.observe(document.body);
    addEventListener("scroll", read, { passive: true });
    addEventListener("resize", read);
    return () => {
      observer.disconnect();
      removeEventListener("scroll", read);
      removeEventListener("resize", read);
    };
  }, [ref, tall]);
  return tall ? { top, bottom } : undefined;
}
