import type { AppState } from "../appState";
import type { Autosave } from "./autosave";
import { heldAs, keyOf, withHeld } from "./heldAs";
import type { Kept, KeptEntry } from "./keepStore";
import { copyOf, freeName } from "./names";
import type { Needs } from "./needs";
import { notKeptBecause } from "./notices";

/** What was deleted, so that it can be put back. */
export interface Deleted extends Kept {
  readonly wasOpen: boolean;
}

interface Heard {
  readonly written: (entry: KeptEntry) => void;
  /** Called when data were deleted. */
  readonly deleted: () => Promise<void>;
}

/** What the reader can do to the data that are kept. What the storage refuses is said. */
export function createManaging({ store, loading, db, defaultData }: Needs, autosave: Autosave, heard: Heard) {
  async function attempt<T>(name: string, act: () => Promise<T>): Promise<T | null> {
    try {
      await autosave.flush();
      return await act();
    } catch (fault) {
      store.setState((s) => ({ notices: [...s.notices, notKeptBecause(fault, name)] }));
      return null;
    }
  }

  /** Takes data off the page; a dataset of the site takes their place in view. */
  async function close(isClosed: (key: string) => boolean): Promise<boolean> {
    const { held } = store.getState();
    const wasOpen = held !== null && isClosed(held.key);
    store.setState((s): Partial<AppState> => ({ own: s.own.filter(({ key }) => !isClosed(key)) }));
    if (wasOpen) await loading.openBundled(defaultData);
    return wasOpen;
  }

  return {
    rename: (id: string, name: string) =>
      attempt(name, async () => {
        const kept = await db.get(id);
        if (!kept) return;
        const entry = { ...kept.entry, name, updatedAt: Date.now() };
        const saved = await db.save({ entry, own: { ...kept.own, name }, expected: kept.entry.revision });
        if (saved.kind !== "saved") return;
        heard.written(saved.entry);
        const open = store.getState().own.find(({ key }) => key === keyOf(id));
        // Where another page has changed the data since, this one still shows a state before.
        if (!open?.own || autosave.revisionOf(id) !== kept.entry.revision) return;
        const own = { ...open.own, name };
        autosave.learn({ entry: saved.entry, own });
        store.setState((s) => withHeld(s, open, heldAs(open, own)));
      }),

    duplicate: (id: string) =>
      attempt("", async () => {
        const kept = await db.get(id);
        if (!kept) return;
        const own = copyOf(
          kept.own,
          freeName(
            kept.own.name,
            (await db.list()).map(({ name }) => name),
          ),
        );
        const entry = { ...kept.entry, id: own.id, name: own.name, updatedAt: Date.now() };
        const saved = await db.save({ entry, own, expected: 0 });
        if (saved.kind === "saved") heard.written(saved.entry);
      }),

    /** Deletes data; what it returns can be put back. */
    remove: (id: string): Promise<Deleted | null> =>
      attempt("", async () => {
        const kept = await db.get(id);
        autosave.drop(id);
        await db.remove(id);
        await heard.deleted();
        const wasOpen = await close((key) => key === keyOf(id));
        return kept && { ...kept, wasOpen };
      }),

    putBack: ({ entry, own }: Deleted) =>
      attempt(entry.name, async () => {
        autosave.pickUp(entry.id);
        const saved = await db.save({ entry, own, expected: 0 });
        if (saved.kind === "saved") heard.written(saved.entry);
      }),

    /** Deletes all that Understory has stored in this browser: data, and what it remembers of columns and settings. */
    removeAll: () =>
      attempt("", async () => {
        const entries = await db.list();
        for (const { id } of entries) autosave.drop(id);
        for (const { own } of store.getState().own) if (own) autosave.drop(own.id);
        await db.clear();
        forgetSettings();
        await heard.deleted();
        await close((key) => store.getState().own.some((held) => held.key === key));
      }),
  };
}

/** What is not in the database, since it is drawn before that can answer: the theme, and whether the lens is open. */
function forgetSettings(): void {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? "");
    for (const key of keys) if (key.startsWith("understory.")) localStorage.removeItem(key);
  } catch {
    // Where storage is denied, nothing is remembered.
  }
}
