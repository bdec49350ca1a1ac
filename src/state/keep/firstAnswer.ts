import type { Analysis } from "../../model/analysis";
import type { Held } from "../appState";
import type { AppStore } from "../store";

/** The first answer about a dataset that is on the page; null where another took its place before. */
export function firstAnswer(store: AppStore, held: Held): Promise<Analysis | null> {
  return new Promise((resolve) => {
    const isOver = () => {
      const state = store.getState();
      if (state.held !== held) resolve(null);
      else if (state.answered) resolve(state.answered.analysis);
      else return false;
      return true;
    };
    if (isOver()) return;
    const stop = store.subscribe(() => {
      if (isOver()) stop();
    });
  });
}
