import { type RefObject, useEffect, useRef } from "react";
import type { GridCommands } from "./gridCommands";
import { blockOf, type Marked } from "./place";
import type { Marking } from "./useMarked";

/**
 * Copy, cut and paste while the focus is on a cell. They are heard on the document: where nothing is being written,
 * browsers send them to the page and not to what has the focus.
 */
export function useClipboard(
  table: RefObject<HTMLTableElement | null>,
  marking: Marking,
  commands: GridCommands,
): void {
  const now = useRef({ marking, commands });
  now.current = { marking, commands };
  useEffect(() => {
    function onClipboard(event: ClipboardEvent): void {
      const focused = document.activeElement;
      const { clipboardData } = event;
      if (!clipboardData || focused instanceof HTMLInputElement || !table.current?.contains(focused)) return;
      event.preventDefault();
      const block = blockOf(now.current.marking.marked);
      const { copy, cut, paste } = now.current.commands;
      if (event.type === "paste") {
        const text = clipboardData.getData("text/plain");
        if (text !== "") now.current.marking.markAll(ends(paste(block, text)));
        return;
      }
      const text = event.type === "cut" ? cut(block) : copy(block);
      if (text !== null) clipboardData.setData("text/plain", text);
    }
    const types = ["copy", "cut", "paste"] as const;
    for (const type of types) document.addEventListener(type, onClipboard);
    return () => {
      for (const type of types) document.removeEventListener(type, onClipboard);
    };
  }, [table]);
}

/** The marking goes back to the corner that the paste began at. */
function ends({ top, bottom, left, right }: ReturnType<GridCommands["paste"]>): Marked {
  return { anchor: { row: bottom, column: right }, focus: { row: top, column: left } };
}
