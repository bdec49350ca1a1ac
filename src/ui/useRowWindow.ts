import { type RefObject, useEffect, useState } from "react";
import type { RowWindow } from "../plots/forestInput";

/** Rows beyond the screen that are drawn all the same, so that scrolling and arrow keys meet no gap. */
const BEYOND = 600; // px
/** The window moves in steps of this size, so that most scroll events change nothing. */
const STEP = 300; // px

/** The stretch of a tall figure that is in view; undefined, for all of it, while `tall` is false. */
export function useRowWindow(ref: RefObject<HTMLElement | null>, tall: boolean): RowWindow | undefined {
  const [top, setTop] = useState(0);
  useEffect(() => {
    if (!tall) return;
    const read = () => {
      const above = -(ref.current?.getBoundingClientRect().top ?? 0);
      setTop(Math.floor(Math.max(0, above - BEYOND) / STEP) * STEP);
    };
    read();
    addEventListener("scroll", read, { passive: true });
    addEventListener("resize", read);
    return () => {
      removeEventListener("scroll", read);
      removeEventListener("resize", read);
    };
  }, [ref, tall]);
  return tall ? { top, bottom: top + innerHeight + 2 * BEYOND + STEP } : undefined;
}
