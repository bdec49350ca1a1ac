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
  const pressed = useRef<{ top: number; at: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `drawn` is not read, its change is the moment to look
  useLayoutEffect(() => {
    const { top, at } = pressed.current ?? {};
    if (top === undefined || at === undefined || !figure.current || performance.now() - at > FRESH_MS) return;
    pressed.current = null;
    scrollBy(0, figure.current.getBoundingClientRect().top - top);
  }, [figure, drawn]);
  return () => {
    if (figure.current) pressed.current = { top: figure.current.getBoundingClientRect().top, at: performance.now() };
  };
}
