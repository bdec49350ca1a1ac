import type { OwnData } from "../../model/ownData";
import type { UserError } from "../../model/userError";
import type { Held } from "../appState";
import type { Correct } from "../loading";
import { linkedBy } from "../url/linkedBy";
import type { Autosave } from "./autosave";
import { idIn, keyOf } from "./heldAs";
import type { KeptEntry } from "./keepStore";
import type { Needs } from "./needs";
import { notReadable } from "./notices";
import { pinAgain } from "./pinning";

/** Brings data to the page that are kept, or that came in another way than in a file of foreign make. */
export function createOwnOpening({ store, loading, pool, db, read }: Needs, autosave: Autosave) {
  const say = (notice: UserError) => store.setState((s) => ({ notices: [...s.notices, notice] }));

  /** Reads data and shows them, unless the reader has chosen something else meanwhile; null where they cannot be read. */
  async function show(own: OwnData, correct: Correct, pinned: string | null): Promise<Held | null> {
    store.setState({ loading: own.name });
    const { dataset } = await read(own);
    if (store.getState().loading !== own.name) return null;
    if (!dataset) {
      store.setState({ loading: null });
      say(notReadable(own.name));
      return null;
    }
    const held: Held = { key: keyOf(own.id), dataset, own };
    await loading.keep(held, correct);
    if (pinned !== null) void pinAgain({ store, pool }, held, pinned);
    return held;
  }

  /** The list's entry and the data; null where they are not kept, or storage is denied. */
  async function kept(id: string): Promise<{ readonly entry: KeptEntry; readonly own: OwnData } | null> {
    await autosave.flush();
    return db.get(id).catch(() => null);
  }

  return {
    show,
    say,

    /** Lists data in the picker for this visit, where they cannot be kept. */
    async hold(own: OwnData): Promise<void> {
      const { dataset } = await read(own);
      if (!dataset) return say(notReadable(own.name));
      const held: Held = { key: keyOf(own.id), dataset, own };
      await pool.keep(held.key, dataset);
      store.setState((s) => ({ own: [...s.own.filter(({ key }) => key !== held.key), held] }));
    },

    /** Opens what is kept under a key, as `correct` asks; false where nothing is kept under it. */
    async openKept(key: string, correct: Correct): Promise<boolean> {
      const found = await kept(idIn(key));
      if (!found) return false;
      autosave.learn(found);
      return (await show(found.own, correct, found.entry.pinned)) !== null;
    },

    /** Opens what is kept, or open already in this page, where the reader left it. */
    async reopen(key: string): Promise<void> {
      const open = store.getState().own.find((held) => held.key === key);
      const found = await kept(idIn(key));
      if (open && !found) loading.reopen(open);
      else if (open && found) {
        loading.reopen(open, linkedBy(found.entry.search));
        if (found.entry.pinned !== null) void pinAgain({ store, pool }, open, found.entry.pinned);
      } else if (found) {
        autosave.learn(found);
        await show(found.own, linkedBy(found.entry.search), found.entry.pinned);
      }
    },
  };
}

export type OwnOpening = ReturnType<typeof createOwnOpening>;
