import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useRef } from "react";
import type { GridCommands } from "./gridCommands";
import { moved } from "./moved";
import { blockOf, type Extent, type Place } from "./place";
import type { Marking } from "./useMarked";

const PAGE = 10; // rows that Page Up and Page Down go

interface Grid {
  readonly extent: Extent;
  readonly marking: Marking;
  readonly commands: GridCommands;
  /** The text of a cell as it stands. */
  readonly textAt: (place: Place) => string;
}

/** Keys and pointer over the grid, as in a spreadsheet: one tab stop, marking by Shift or by dragging, Enter or typing to write. */
export function useGridEvents({ extent, marking, commands, textAt }: Grid) {
  const { marked, mark, markAll, write } = marking;
  const isDragging = useRef(false);
  // A click does not say in every browser what it was made with, and by then its cell is marked.
  const pressed = useRef({ isMouse: true, focus: marked.focus });
  useEffect(() => {
    const end = () => {
      isDragging.current = false;
    };
    addEventListener("pointerup", end);
    return () => removeEventListener("pointerup", end);
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    if (!placeOf(event.target) || event.target instanceof HTMLInputElement) return;
    const act = keyAct(event);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation(); // “?” typed into a cell asks for no help
    act();
  }

  function keyAct({ key, shiftKey, ctrlKey, metaKey, altKey, ...event }: KeyboardEvent): (() => void) | null {
    const isFar = ctrlKey || metaKey;
    const { focus } = marked;
    const [bottom, right] = [extent.rows - 1, extent.columns - 1];
    if (isFar && key.toLowerCase() === "a")
      return () => markAll({ anchor: { row: 0, column: 0 }, focus: { row: bottom, column: right } });
    if (shiftKey && key === " ") return () => markRow(focus.row);
    if (ctrlKey && key === " ") return () => markColumn(focus.column);
    const to = altKey ? null : moved(focus, key, isFar, extent, PAGE);
    if (to) return () => mark(to, shiftKey);
    if (key === "Enter" || key === "F2") return () => write(textAt(focus));
    if (key === "Delete" || key === "Backspace") return () => commands.clear(blockOf(marked));
    if (key === "Escape") return () => mark(focus);
    const isLetter = [...key].length === 1 && ((!isFar && !altKey) || event.getModifierState("AltGraph"));
    return isLetter ? () => write(key) : null;
  }

  function markRow(row: number, isExtending = false): void {
    const from = isExtending ? marked.anchor.row : row;
    markAll({ anchor: { row: from, column: extent.columns - 1 }, focus: { row, column: 0 } });
  }

  function markColumn(column: number): void {
    markAll({ anchor: { row: extent.rows - 1, column }, focus: { row: 0, column } });
  }

  function onPointerDown(event: PointerEvent): void {
    const place = placeOf(event.target);
    pressed.current = { isMouse: event.pointerType === "mouse", focus: marked.focus };
    // A finger may be about to scroll: it marks with its click.
    if (!place || !pressed.current.isMouse || event.button !== 0 || event.target instanceof HTMLInputElement) return;
    event.preventDefault(); // no text is marked by dragging
    if (marking.writing !== null && document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    isDragging.current = true;
    mark(place, event.shiftKey);
  }

  function onPointerOver(event: PointerEvent): void {
    const place = isDragging.current ? placeOf(event.target) : null;
    if (place) mark(place, true);
  }

  function onClick(event: MouseEvent): void {
    const head = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-head]") : null;
    if (head) {
      const at = Number(head.dataset["at"]);
      if (head.dataset["head"] === "row") markRow(at, event.shiftKey);
      else markColumn(at);
      return;
    }
    const place = placeOf(event.target);
    if (!place || pressed.current.isMouse || event.target instanceof HTMLInputElement) return;
    const { row, column } = pressed.current.focus;
    const isAgain = row === place.row && column === place.column && isWithin(document.activeElement, event.target);
    if (isAgain) write(textAt(place));
    else mark(place);
  }

  function onDoubleClick(event: MouseEvent): void {
    if (placeOf(event.target) && !(event.target instanceof HTMLInputElement)) write(textAt(marked.focus));
  }

  return { onKeyDown, onPointerDown, onPointerOver, onClick, onDoubleClick };
}

/** The cell that an event is about; null outside the cells. */
function placeOf(target: EventTarget | null): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
  return cell && { row: Number(cell.dataset["row"]), column: Number(cell.dataset["column"]) };
}

function isWithin(element: Element | null, target: EventTarget): boolean {
  return target instanceof Node && element instanceof HTMLTableCellElement && element.contains(target);
}
