import { useEffect } from "react";
import { useServices } from "./appContext";

/** Keys that work everywhere but in a field or a dialog: undo and redo. */
export function useKeys(): void {
  const { actions } = useServices();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key === "z" && !event.shiftKey) actions.undo();
      else if (key === "y" || key === "z") actions.redo();
      else return;
      event.preventDefault();
    }
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [actions]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && ["text", "search", "number"].includes(target.type);
}
