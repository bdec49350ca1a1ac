import { useEffect } from "react";
import { useServices } from "./appContext";

/** Keys that work everywhere but in a field: undo, redo, and “?” for help. */
export function useKeys(openHelp: () => void): void {
  const { actions } = useServices();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const act = isTyping(event.target) ? null : actOf(event);
      if (!act) return;
      event.preventDefault();
      if (act === "help") openHelp();
      else actions[act]();
    }
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [actions, openHelp]);
}

/** What a key asks for wherever nothing is being typed. */
export function actOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): "undo" | "redo" | "help" | null {
  if (altKey) return null;
  if (!ctrlKey && !metaKey) return key === "?" ? "help" : null;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" ? "redo" : null;
}

/** True where a key means a letter and no command. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && ["text", "search", "number"].includes(target.type);
}
