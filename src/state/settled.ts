import type { AppState } from "./appState";
import type { AppStore } from "./store";

/** Longer than most answers take, shorter than a frame. */
const PATIENCE_MS = 12;

/** What a drawing needs of a store. */
export type SettledStore = Pick<AppStore, "getState" | "getInitialState" | "subscribe">;

/**
 * The store as it is drawn: while a question is on its way it waits a moment for the answer, so that a change is drawn
 * once, with its result, and not twice. A slow answer is not waited for, unless the data themselves were edited: an
 * answer of the former rows is never drawn beside the new ones.
 */
export function createSettled(store: AppStore): SettledStore {
  const listeners = new Set<(state: AppState, before: AppState) => void>();
  let shown = store.getState();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(): void {
    clearTimeout(timer);
    timer = undefined;
    if (isOfFormerData(store.getState())) return;
    const before = shown;
    shown = store.getState();
    if (shown !== before) for (const listener of listeners) listener(shown, before);
  }

  store.subscribe((state) => {
    if (!isAwaiting(state)) show();
    else timer ??= setTimeout(show, PATIENCE_MS);
  });
  return {
    getState: () => shown,
    getInitialState: store.getInitialState,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** True while the data are not those that the answer on the page is of. */
function isOfFormerData({ held, answered, answeredFor }: AppState): boolean {
  return answered !== null && answeredFor !== null && answeredFor.held !== held;
}

/** True while what is asked is not yet what was answered, and nothing has gone wrong. */
function isAwaiting({ held, status, answeredFor, selection, preset, custom }: AppState): boolean {
  if (!held || !answeredFor || status === "failed") return false;
  return answeredFor.selection !== selection || answeredFor.preset !== preset || answeredFor.custom !== custom;
}
