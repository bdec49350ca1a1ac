import type { Reading } from "../data/readDataset";
import { changed } from "../data/tidyTable";
import type { AppliedRemedy, TableChange } from "../model/finding";
import type { OwnData } from "../model/ownData";
import type { UserError } from "../model/userError";
import type { PoolClient } from "../worker/client";
import type { AppState, Held } from "./appState";
import type { AppStore } from "./store";
import { correct } from "./url/correct";

/** What became of an edit; a refused one has changed nothing. */
export type Edited =
  /** With the faults of what is in no result now. */
  | { readonly kind: "done"; readonly reading: Reading }
  | { readonly kind: "refused"; readonly errors: readonly UserError[] };

const NOT_OPEN: Edited = { kind: "refused", errors: [] };

/**
 * Edits the reader's own data that are on the page: they are read again as a whole, and each edit is one step of undo.
 * Edits follow each other in the order in which they were asked for.
 */
export function createOwnEdits(
  store: AppStore,
  client: Pick<PoolClient, "published">,
  read: (own: OwnData) => Promise<Reading>,
) {
  let last: Promise<unknown> = Promise.resolve();

  function inTurn(edit: (own: OwnData) => OwnData): Promise<Edited> {
    const next = last.then(() => carryOut(edit));
    last = next.catch(() => undefined);
    return next;
  }

  async function carryOut(edit: (own: OwnData) => OwnData): Promise<Edited> {
    const { held: before } = store.getState();
    if (!before?.own) return NOT_OPEN;
    const own = edit(before.own);
    const reading = await read(own);
    if (store.getState().held !== before) return NOT_OPEN; // something else was opened, or an edit undone, meanwhile
    const { dataset } = reading;
    if (!dataset) return { kind: "refused", errors: reading.errors };
    // What a link of this site opened becomes the reader's own work, to be kept.
    const { link: _, ...kept } = before;
    store.setState((state) => asked(state, { ...kept, own, dataset }));
    return { kind: "done", reading };
  }

  /** The data are listed, and their printed figures compared, as they are now: also when an edit is undone. */
  store.subscribe(({ held }, { held: before }) => {
    if (!held?.own || held === before || held.key !== before?.key) return;
    store.setState((s) => ({ own: s.own.map((one) => (one.key === held.key ? held : one)) }));
    void client.published(held.key).then((published) => {
      if (store.getState().held === held) store.setState({ published });
    });
  });

  return {
    /** Changes cells, rows and columns. @param remedy what was done about a slip, if that is why. */
    edit: (changes: readonly TableChange[], remedy: AppliedRemedy | null = null): Promise<Edited> =>
      inTurn((own) => ({
        ...own,
        table: changed(own.table, changes),
        remedies: remedy ? [...own.remedies, remedy] : own.remedies,
      })),

    /** Changes what is said of the data beside the table, or several things at once. */
    replace: (edit: (own: OwnData) => OwnData): Promise<Edited> => inTurn(edit),
  };
}

export type OwnEdits = ReturnType<typeof createOwnEdits>;

/** The page with the edited data, what is asked brought to what they can give. */
function asked(before: AppState, held: Held): Partial<AppState> {
  const { selection, preset, custom, look, lens, view, openStudy } = before;
  const { state, notices } = correct({ selection, preset, custom, look, lens, view }, held);
  const isThere = held.dataset.rows.some(({ studyId }) => studyId === openStudy);
  return {
    ...state,
    held,
    openStudy: isThere ? openStudy : null,
    picked: [],
    lit: null,
    notices: notices.length > 0 ? [...before.notices, editedAway(notices)] : before.notices,
  };
}

function editedAway(corrections: readonly UserError[]): UserError {
  const names = corrections.map(({ where }) => `“${where.value}”`).join(", ");
  return {
    code: "edited-away",
    message: `${names}: no longer in the data after the edit.`,
    remedy: "The page shows its usual choice instead; undo brings back both.",
    where: {},
  };
}
