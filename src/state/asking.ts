import type { PoolClient } from "../worker/client";
import type { AppState } from "./appState";
import { questionOf, sameCell } from "./selectors";
import { share } from "./share";
import type { AppStore } from "./store";

const NOTICEABLE_MS = 150;

/** Asks the worker whenever what is asked changes, and keeps the newest answer. Returns the way to stop. */
export function keepAnswered(store: AppStore, client: PoolClient): () => void {
  return store.subscribe((state, before) => {
    if (asksAnew(state, before)) void ask(store, client);
  });
}

function asksAnew(state: AppState, before: AppState): boolean {
  return (
    state.held !== null &&
    (state.held !== before.held ||
      state.selection !== before.selection ||
      state.preset !== before.preset ||
      state.custom !== before.custom)
  );
}

async function ask(store: AppStore, client: PoolClient): Promise<void> {
  const state = store.getState();
  if (!state.held) return;
  const { key, dataset } = state.held;
  // Most answers come within a frame: saying "running" for those would only draw the page twice.
  const slow = setTimeout(() => store.setState({ status: "running" }), NOTICEABLE_MS);
  performance.mark("understory:asked");
  try {
    const answer = await client.answer(key, questionOf(state, dataset.descriptor));
    if (!answer) return; // a newer question is on its way
    performance.measure("understory:answer", "understory:asked");
    const last = store.getState().answered;
    const answered = share(last, answer);
    // What undo brings back is no change to be told: there is nothing to put back.
    const isUndone = store.temporal.getState().futureStates.length > 0;
    const previous = last && !isUndone && sameCell(last.analysis, answered.analysis) ? last : null;
    store.setState({ status: "done", answered, answeredFor: state, previous });
  } catch (fault) {
    store.setState({ status: "failed" });
    throw fault;
  } finally {
    clearTimeout(slow);
  }
}
