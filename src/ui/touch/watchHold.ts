/** Where a finger is, as its pointer events say. */
export type Spot = Pick<PointerEvent, "clientX" | "clientY">;

const LONG = 500; // ms, as long as phones take a press to be a long one
const STILL = 10; // px that a finger may stray meanwhile
const CLICK_WITHIN = 350; // ms after the finger has gone, if the browser makes a click of it at all

/**
 * Tells of a finger that is held still on an element; `onHold` says whether something was there. The press that ends it
 * is then none, and the browser's own menu stays away. Returns the way to stop.
 */
export function watchHold(element: HTMLElement, onHold: (at: Spot) => boolean): () => void {
  let from: Spot | null = null;
  let isHeld = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function forget(): void {
    clearTimeout(timer);
    from = null;
  }

  function onDown(event: PointerEvent): void {
    forget(); // a second finger pinches
    isHeld = false;
    const isOnButton = event.target instanceof Element && event.target.closest("button") !== null;
    if (event.pointerType !== "touch" || !event.isPrimary || isOnButton) return;
    from = event;
    timer = setTimeout(() => {
      isHeld = onHold(event);
      from = null;
    }, LONG);
  }

  function onMove({ clientX, clientY }: PointerEvent): void {
    if (from && Math.hypot(clientX - from.clientX, clientY - from.clientY) > STILL) forget();
  }

  function onUp(): void {
    forget();
    // Not every browser follows with a click; a later one, perhaps by a key, is meant.
    if (isHeld) timer = setTimeout(() => (isHeld = false), CLICK_WITHIN);
  }

  function onMenu(event: Event): void {
    if (from || isHeld) event.preventDefault();
  }

  function onClick(event: MouseEvent): void {
    if (!isHeld) return;
    isHeld = false;
    event.preventDefault();
    event.stopPropagation();
  }

  const stop = new AbortController();
  const { signal } = stop;
  element.addEventListener("pointerdown", onDown, { signal });
  element.addEventListener("pointermove", onMove, { signal });
  element.addEventListener("pointerup", onUp, { signal });
  element.addEventListener("pointercancel", forget, { signal });
  element.addEventListener("contextmenu", onMenu, { signal });
  element.addEventListener("click", onClick, { signal, capture: true });
  return () => {
    forget();
    stop.abort();
  };
}
