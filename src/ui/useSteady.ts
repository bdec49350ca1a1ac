import { type RefObject, useLayoutEffect, useRef } from "react";

const FRESH_MS = 300; // later, the reader may have scrolled, and that must not be taken back

/**
 * Keeps a figure where it is on the screen when the text above it grows or shrinks after a press on it, so that the
 * next press meets the row that it was meant for.
 *
 * @param drawn anything that changes when the figure is drawn anew.
 * @returns what the figure calls when it is pressed.
 */
export function useSteady(figure: RefObject<HTMLElement | null>, drawn: unknown): () => void {
  const pressed = useRef<{ readonly at: number; readonly top: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `drawn` is not read, its change is the moment to look
  useLayoutEffect(() => {
    const element = figure.current;
    if (!element || !pressed.current) return;
    // A new observer reports once the page is laid out, and has been moved by as much as the browser itself moves it,
    // but before it is painted. Looking right here would lay out the page an extra time.
    const observer = new ResizeObserver(() => {
      observer.disconnect();
      const press = pressed.current;
      pressed.current = null;
      if (!press || performance.now() - press.at > FRESH_MS) return;
      const shift = element.getBoundingClientRect().top - press.top;
      if (shift !== 0) scrollBy(0, shift);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [figure, drawn]);
  return () => {
    if (figure.current) pressed.current = { at: performance.now(), top: figure.current.getBoundingClientRect().top };
  };
}
