import { useSyncExternalStore } from "react";

const KEY = "understory.dismissed-findings";
const MOST = 1000; // the oldest are forgotten

const listeners = new Set<() => void>();
let dismissed: ReadonlySet<string> = new Set(stored());

/** Findings that the reader has looked at and put aside, by id; kept from visit to visit. */
export function useDismissed(): ReadonlySet<string> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => dismissed,
  );
}

/** Puts a finding aside, or takes it up again. */
export function setDismissed(id: string, isDismissed: boolean): void {
  const others = [...dismissed].filter((known) => known !== id);
  dismissed = new Set((isDismissed ? [...others, id] : others).slice(-MOST));
  for (const listener of listeners) listener();
  try {
    localStorage.setItem(KEY, JSON.stringify([...dismissed]));
  } catch {
    // The choice then lasts for this visit.
  }
}

function stored(): string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}
