import { groupedBy, type Question, type Selection } from "../model/selection";
import type { PoolClient } from "../worker/client";
import type { AppState, Held } from "./appState";
import { questionOf, sameCell } from "./selectors";
import { share } from "./share";
import type { AppStore } from "./store";

const NOTICEABLE_MS = 150;

/**
 * Asks the worker whenever what is asked changes, and keeps the newest answer; what surrounds it is asked for once the
 * answer is drawn. Returns the way to stop.
 *
 * @param drawn resolves when what has just been stored is on the screen.
 */
export function keepAnswered(store: AppStore, client: PoolClient, drawn: () => Promise<void>): () => void {
  return store.subscribe((state, before) => {
    if (state.held === null || !asksAnew(state, before)) return;
    const { held } = state;
    // An edit or its undo: the worker gets the data before it is asked of them.
    if (held !== before.held && held.own) void client.keep(held.key, held.dataset);
    const question = questionOf(state, held.dataset.descriptor);
    // A first view has nothing to draw before its map is there.
    const isFirst = state.overview === null;
    const answered = ask(store, client, held, question);
    if (isFirst) void askAround(store, client, held, question);
    else void askAroundOnceDrawn();

    async function askAroundOnceDrawn(): Promise<void> {
      if (!(await answered)) return;
      await drawn();
      await askAround(store, client, held, question);
    }
  });
}

function asksAnew(state: AppState, before: AppState): boolean {
  return (
    state.held !== before.held ||
    state.selection !== before.selection ||
    state.preset !== before.preset ||
    state.custom !== before.custom
  );
}

/** True where the answer came and was the newest. */
async function ask(store: AppStore, client: PoolClient, held: Held, question: Question): Promise<boolean> {
  const { selection, preset, custom } = store.getState();
  const answeredFor = { selection, preset, custom, held };
  // Most answers come within a frame: saying "running" for those would only draw the page twice.
  const slow = setTimeout(() => store.setState({ status: "running" }), NOTICEABLE_MS);
  // The mark is taken away by the first painting after it, perhaps of the answer before: it cannot be counted on.
  const { startTime: start } = performance.mark("understory:asked");
  try {
    const answer = await client.answer(held.key, question);
    if (!answer) return false; // a newer question is on its way
    performance.measure("understory:answer", { start });
    const last = store.getState().answered;
    const answered = share(last, { analysis: answer });
    // What undo brings back is no change to be told: there is nothing to put back.
    const isUndone = store.temporal.getState().futureStates.length > 0;
    const previous = last && !isUndone && sameCell(last.analysis, answered.analysis) ? last : null;
    const comparedBy = withCompared(store.getState().comparedBy, question.selection);
    store.setState({ status: "done", answered, answeredFor, previous, comparedBy });
    return true;
  } catch (fault) {
    // An answer of other data than those on the page has no place there.
    store.setState((s) => ({ status: "failed", ...(s.answeredFor?.held !== s.held && { answered: null }) }));
    throw fault;
  } finally {
    clearTimeout(slow);
  }
}

/** Timepoints are not tested against each other, so that looking at them is no search for a difference. */
function withCompared(known: readonly string[], selection: Selection): readonly string[] {
  const added = groupedBy(selection).filter((column) => column !== "timepoint" && !known.includes(column));
  return added.length > 0 ? [...known, ...added] : known;
}

async function askAround(store: AppStore, client: PoolClient, held: Held, question: Question): Promise<void> {
  const overview = await client.overview(held.key, question);
  if (!overview || store.getState().held !== held) return;
  store.setState((s) => ({ overview: share(s.overview, overview) }));
}
