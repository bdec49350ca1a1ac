import { type RefObject, useLayoutEffect, useRef } from "react";

const FRESH_MS = 1000;

/**
 * Keeps a figure where it is on the screen when the text above it grows or shrinks after a press on it, so that the
 * next press meets the row that it was meant for.
 *
 * @param drawn anything that changes when the figure is drawn anew.
 * @returns what the figure calls when it is pressed.
 */
export function useSteady(figure: RefObject<HTMLElement | null>, drawn: unknown): () => void {
  const pressedAt = useRef(Number.NEGATIVE_INFINITY);
  const lastTop = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `drawn` is not read, its change is the moment to look
  useLayoutEffect(() => {
    const element = figure.current;
    if (!element) return;
    // A new observer reports once the page is laid out and before it is painted. Looking right here would lay out the
    // page an extra time.
    const observer = new ResizeObserver(() => {
      observer.disconnect();
      // In the page, not on the screen: nothing has to be measured at the press itself.
      const top = element.getBoundingClientRect().top + scrollY;
      const isFresh = performance.now() - pressedAt.current < FRESH_MS;
      if (isFresh && lastTop.current !== null && top !== lastTop.current) scrollBy(0, top - lastTop.current);
      if (isPressed(pressedAt.current)) setAnchoring(true);
      pressedAt.current = Number.NEGATIVE_INFINITY;
      lastTop.current = top;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [figure, drawn]);
  return () => {
    pressedAt.current = performance.now();
    setAnchoring(false);
  };
}

function isPressed(at: number): boolean {
  return at > Number.NEGATIVE_INFINITY;
}

/** Whether the browser keeps the page in its place by itself: where both do it, it moves twice as far. */
function setAnchoring(isOn: boolean): void {
  document.documentElement.style.overflowAnchor = isOn ? "" : "none";
}
