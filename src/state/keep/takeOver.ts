import type { KeepStore } from "./keepStore";

const PREFIX = "understory.";
/** They are drawn before a database can answer, and stay where they are read at once. */
const STAY = new Set(["understory.theme", "understory.lens"]);

/**
 * Moves what former versions remembered in `localStorage` to the store, each under its key without "understory.". What
 * is remembered there already is newer and stays. Where storage is denied nothing is moved, and nothing is lost.
 */
export async function takeOver(db: Pick<KeepStore, "change">): Promise<void> {
  try {
    for (const key of formerKeys()) {
      const value = parsed(localStorage.getItem(key));
      if (value !== null) await db.change(key.slice(PREFIX.length), (now) => now ?? value);
      localStorage.removeItem(key);
    }
  } catch {
    // The next visit tries again.
  }
}

function formerKeys(): string[] {
  const keys = Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? "");
  return keys.filter((key) => key.startsWith(PREFIX) && !STAY.has(key));
}

/** Null for what is no JSON: nobody could use it. */
function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}
