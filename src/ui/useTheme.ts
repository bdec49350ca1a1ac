import { useEffect, useSyncExternalStore } from "react";
import type { Theme } from "../scene/scene";
import { DARK, LIGHT } from "../scene/themes";

export type ThemeChoice = "auto" | "light" | "dark";

const KEY = "understory.theme";
const dark = matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();
let choice: ThemeChoice = remembered();

/** The reader's choice of theme, the figure theme that follows from it, and the way to change it. */
export function useTheme(): { choice: ThemeChoice; figure: Theme; setChoice: (next: ThemeChoice) => void } {
  const chosen = useSyncExternalStore(subscribe, () => choice);
  const isDark = useSyncExternalStore(subscribe, () => (choice === "auto" ? dark.matches : choice === "dark"));
  useEffect(() => {
    document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
  }, [isDark]);
  return { choice: chosen, figure: isDark ? DARK : LIGHT, setChoice };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  dark.addEventListener("change", listener);
  return () => {
    listeners.delete(listener);
    dark.removeEventListener("change", listener);
  };
}

function setChoice(next: ThemeChoice): void {
  choice = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Storage may be denied: the choice then lasts for this visit.
  }
  for (const listener of listeners) listener();
}

function remembered(): ThemeChoice {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === "light" || stored === "dark" ? stored : "auto";
  } catch {
    return "auto";
  }
}
