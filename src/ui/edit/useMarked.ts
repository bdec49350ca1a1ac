import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { type Extent, type Marked, markedAt, type Place, within } from "./place";

/** The marked cells, the cell that is being written, and where the focus is brought. */
export interface Marking {
  readonly marked: Marked;
  /** What the editor begins with; null while no cell is being written. */
  readonly writing: string | null;
  /** Marks one cell, or up to it, and takes the focus there. */
  mark(place: Place, isExtending?: boolean): void;
  markAll(marked: Marked): void;
  /** Opens the editor in the cell of the focus. */
  write(text: string): void;
  /** Marks a cell and opens the editor in it, empty. */
  writeAt(place: Place): void;
  stopWriting(): void;
}

/** Which cells are marked; the cell at the end of the marking has the focus, once the reader has been in the grid. */
export function useMarked(table: RefObject<HTMLTableElement | null>, extent: Extent, first: Place): Marking {
  const [state, setState] = useState(() => ({ marked: markedAt(first), writing: null as string | null }));
  const isAsked = useRef(false);
  const { anchor, focus } = state.marked;
  // An undo may have taken rows away.
  const marked = { anchor: within(anchor, extent), focus: within(focus, extent) };
  const { row, column } = marked.focus;

  useLayoutEffect(() => {
    if (!isAsked.current || state.writing !== null) return;
    isAsked.current = false;
    const cell = table.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [state, row, column, table]);

  function set(next: Marked, writing: string | null): void {
    isAsked.current = true;
    setState({ marked: next, writing });
  }

  return {
    marked,
    writing: state.writing,
    mark: (place, isExtending = false) =>
      set(isExtending ? { anchor: marked.anchor, focus: place } : markedAt(place), null),
    markAll: (all) => set(all, null),
    write: (text) => set(markedAt(marked.focus), text),
    writeAt: (place) => set(markedAt(place), ""),
    stopWriting: () => set(marked, null),
  };
}
