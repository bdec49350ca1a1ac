import type { Point } from "../../scene/scene";

/** A rectangle in CSS pixels from the element's upper left corner. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Watch {
  /** True where a finger draws too; else it scrolls. */
  readonly byTouch: boolean;
  /** While the pointer draws; null once it has ended. */
  readonly onArea: (area: Area | null) => void;
  /** `adds` where Shift was held at the end. */
  readonly onDone: (area: Area, adds: boolean) => void;
}

const LEAST = 5; // px that a pointer moves before it is a drag and no press

/** Tells of rectangles drawn over an element by mouse, pen or finger; a press alone stays a press. Returns the way to stop. */
export function watchDrag(element: HTMLElement, { byTouch, onArea, onDone }: Watch): () => void {
  let from: Point | null = null;
  let drawn: Area | null = null;

  function at({ clientX, clientY }: PointerEvent): Point {
    const { left, top } = element.getBoundingClientRect();
    return [clientX - left, clientY - top];
  }

  function onDown(event: PointerEvent): void {
    drawn = null;
    const isOnButton = event.target instanceof Element && event.target.closest("button") !== null;
    const isOurs = event.isPrimary && event.button === 0 && (byTouch || event.pointerType !== "touch");
    from = isOurs && !isOnButton ? at(event) : null;
  }

  function onMove(event: PointerEvent): void {
    if (!from) return;
    const [x, y] = at(event);
    if (!drawn && Math.hypot(x - from[0], y - from[1]) < LEAST) return;
    if (!drawn) element.setPointerCapture(event.pointerId);
    drawn = areaBetween(from, [x, y]);
    onArea(drawn);
  }

  function onUp(event: PointerEvent): void {
    from = null;
    if (!drawn) return;
    onArea(null);
    onDone(drawn, event.shiftKey);
    // Not every browser follows with a click; the next one, perhaps by a key, is meant.
    setTimeout(() => {
      drawn = null;
    });
  }

  function onCancel(): void {
    from = null;
    drawn = null;
    onArea(null);
  }

  /** The press that ends a drag is none. */
  function onClick(event: MouseEvent): void {
    if (!drawn) return;
    drawn = null;
    event.preventDefault();
    event.stopPropagation();
  }

  const stop = new AbortController();
  const { signal } = stop;
  element.addEventListener("pointerdown", onDown, { signal });
  element.addEventListener("pointermove", onMove, { signal });
  element.addEventListener("pointerup", onUp, { signal });
  element.addEventListener("pointercancel", onCancel, { signal });
  element.addEventListener("click", onClick, { signal, capture: true });
  return () => stop.abort();
}

function areaBetween([x1, y1]: Point, [x2, y2]: Point): Area {
  return { left: Math.min(x1, x2), top: Math.min(y1, y2), width: Math.abs(x1 - x2), height: Math.abs(y1 - y2) };
}
