import type { Dataset } from "../../model/descriptor";
import type { Correct } from "../loading";
import { startAutosave } from "./autosave";
import { createBell } from "./bell";
import { openCarried } from "./carried";
import type { KeptEntry } from "./keepStore";
import { byName, withEntry } from "./keptList";
import { createManaging } from "./managing";
import type { Needs } from "./needs";
import { siteDataChanged } from "./notices";
import { createOwnOpening } from "./opening";
import { openProject, projectOf } from "./projects";

/** So many hexadecimal digits of a fingerprint stand in a link. */
const SHORT_HASH = 12;

/**
 * Keeps the reader's own data in this browser from now on, lists them in the state, and brings them back. Nothing of it
 * stands between the reader and the page: where storage is denied, that is said once, and the session goes on.
 */
export function startKeeping(needs: Needs) {
  const { store, db } = needs;
  const ring = createBell(() => void list());
  const written = (entry: KeptEntry) => {
    store.setState((s) => ({ kept: withEntry(s.kept, entry) }));
    ring();
  };
  const deleted = async () => {
    await list();
    ring();
  };
  const autosave = startAutosave({ ...needs, written });
  const opening = createOwnOpening(needs, autosave);

  /** Takes in what is kept; denied storage keeps nothing, which is said when there is something to keep. */
  async function list(): Promise<void> {
    const kept = await db.list().catch(() => []);
    store.setState({ kept: byName(kept) });
  }

  const leaving = () => {
    if (document.visibilityState === "hidden") void autosave.flush();
  };
  document.addEventListener("visibilitychange", leaving);
  addEventListener("pagehide", () => void autosave.flush());
  void list();

  return {
    ...createManaging(needs, autosave, { written, deleted }),
    openKept: opening.openKept,
    reopen: opening.reopen,
    /** Opens the data in a link's fragment. */
    openCarried: (text: string, correct: Correct) => openCarried(needs, opening, autosave, text, correct),
    openProject: (text: string) => openProject(needs, { opening, autosave, written }, text),

    /** A project file with some of the data that are kept, or open and not kept. */
    async projectOf(ids: readonly string[]): Promise<string> {
      await autosave.flush();
      return projectOf(needs, ids);
    },

    /** The first digits of the fingerprint of a dataset's rows, as a link has them; null where there are none. */
    hashOf: async (dataset: Dataset): Promise<string | null> =>
      (await needs.digest(dataset))?.slice(0, SHORT_HASH) ?? null,

    /** Says so where a link was made of other rows than the site's dataset has now. @param hash of the link. */
    async checkRows(hash: string): Promise<void> {
      const { held } = store.getState();
      const now = held && (await needs.digest(held.dataset));
      if (!now || now.startsWith(hash) || store.getState().held !== held) return;
      opening.say(siteDataChanged(held.dataset.descriptor.shortTitle, hash, now.slice(0, SHORT_HASH)));
    },
  };
}

export type Keep = ReturnType<typeof startKeeping>;
