import type { OwnData } from "../../model/ownData";
import type { UserError } from "../../model/userError";
import type { PoolClient } from "../../worker/client";
import type { AppState } from "../appState";
import type { AppStore } from "../store";
import { type Draft, draftOf, entryOf } from "./draft";
import { heldAs, withHeld } from "./heldAs";
import type { KeepStore, Kept, KeptEntry } from "./keepStore";
import { copyOf, freeName } from "./names";
import { deletedElsewhere, notKeptBecause, savedAsCopy } from "./notices";

/** So long after the last change it is written. */
const REST_MS = 300;

/** Writes what the reader does to their own data, as they do it. */
export interface Autosave {
  /** These data are kept as they are: only what changes from here on is written. */
  learn(kept: Kept): void;
  /** The revision that this page's data are of; undefined where it has none of them. */
  revisionOf(id: string): number | undefined;
  /** Writes at once what waits; resolves when it is written. */
  flush(): Promise<void>;
  /** Nothing more of these data is written: they were deleted. */
  drop(id: string): void;
  /** They are to be kept again. */
  pickUp(id: string): void;
}

interface Needs {
  readonly store: AppStore;
  readonly db: KeepStore;
  readonly pool: Pick<PoolClient, "keep">;
  readonly defaultData: string;
  /** Called with what was written. */
  readonly written: (entry: KeptEntry) => void;
}

/**
 * Starts to keep the reader's own data that are on the page, from now on. Data that two pages have changed are kept
 * twice; data that were deleted are not brought back. What cannot be kept is said once, and the page goes on.
 */
export function startAutosave({ store, db, pool, defaultData, written }: Needs): Autosave {
  const known = new Map<string, Kept>();
  /** States to write, by the id of the data: what is to be kept of them is told when the reader's hand rests. */
  const waiting = new Map<string, AppState>();
  const dropped = new Set<string>();
  /** What data became when another page had changed them: undo may bring the former back. */
  const copies = new Map<string, Pick<OwnData, "id" | "name">>();
  const said = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();

  const say = (notice: UserError) => store.setState((s) => ({ notices: [...s.notices, notice] }));

  function look(state: AppState): void {
    const { held } = state;
    // What a link of this site opened comes again with the link.
    if (!held?.own || held.link !== undefined || dropped.has(held.own.id)) return;
    waiting.set(held.own.id, state);
    clearTimeout(timer);
    timer = setTimeout(flush, REST_MS);
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    const drafts = [...waiting.values()].flatMap((state) => draftOf(state, defaultData) ?? []);
    waiting.clear();
    for (const draft of drafts) writing = writing.then(() => write(draft));
    return writing;
  }

  async function write({ own: drafted, ...view }: Draft): Promise<void> {
    const own = { ...drafted, ...copies.get(drafted.id) };
    const last = known.get(own.id);
    const isSame = last !== undefined && last.own === drafted;
    if (dropped.has(own.id) || (isSame && last.entry.search === view.search && last.entry.pinned === view.pinned))
      return;
    try {
      const entry = entryOf({ own, ...view });
      const outcome = await db.save({ entry, own: isSame ? null : own, expected: last?.entry.revision ?? 0 });
      if (outcome.kind === "newer") await keepCopy({ own: drafted, ...view });
      else if (outcome.kind === "gone") {
        dropped.add(own.id);
        say(deletedElsewhere(own.name));
      } else {
        // A change of view leaves what another page made of the data: ours are still those of the revision before.
        const revision = isSame ? last.entry.revision : outcome.entry.revision;
        known.set(own.id, { entry: { ...outcome.entry, revision }, own: drafted });
        written(outcome.entry);
      }
    } catch (fault) {
      const notice = notKeptBecause(fault, own.name);
      if (!said.has(notice.code)) say(notice);
      said.add(notice.code);
    }
  }

  /** Another page has changed the same data: ours become others, so that neither work is lost. */
  async function keepCopy({ own: drafted, ...view }: Draft): Promise<void> {
    const taken = (await db.list()).map(({ name }) => name);
    const own = copyOf(drafted, freeName(drafted.name, taken));
    const outcome = await db.save({ entry: entryOf({ own, ...view }), own, expected: 0 });
    if (outcome.kind !== "saved") return;
    copies.set(drafted.id, { id: own.id, name: own.name });
    known.set(own.id, { entry: outcome.entry, own });
    await takeOver(drafted, own);
    written(outcome.entry);
    say(savedAsCopy(drafted.name, own.name));
  }

  /** The page goes on with the copy. */
  async function takeOver(drafted: OwnData, own: OwnData): Promise<void> {
    const before = store.getState().own.find((held) => held.own?.id === drafted.id);
    if (!before?.own) return;
    // The reader may have gone on while the copy was written.
    const now = before.own === drafted ? own : { ...before.own, id: own.id, name: own.name };
    const after = heldAs(before, now);
    await pool.keep(after.key, after.dataset);
    store.setState((s) => withHeld(s, before, after));
  }

  store.subscribe((state, before) => {
    if (changes(state, before)) look(state);
  });
  look(store.getState());
  return {
    learn: ({ entry, own }) => known.set(entry.id, { entry, own }),
    revisionOf: (id) => known.get(id)?.entry.revision,
    flush,
    drop: (id) => {
      dropped.add(id);
      waiting.delete(id);
      known.delete(id);
    },
    pickUp: (id) => dropped.delete(id),
  };
}

function changes(state: AppState, before: AppState): boolean {
  return (["held", "selection", "preset", "custom", "look", "lens", "view", "pinned"] as const).some(
    (key) => state[key] !== before[key],
  );
}
