import { temporal } from "zundo";
import { createStore } from "zustand/vanilla";
import { COCHRANE_2024 } from "../model/poolingModel";
import type { Selection } from "../model/selection";
import type { AppState, Asked } from "./appState";

export const NOTHING_SELECTED: Selection = {
  outcome: "",
  timepoint: "",
  hiddenComparators: [],
  compareBy: null,
  filters: {},
  excluded: [],
  measure: null,
};

const INITIAL: AppState = {
  selection: NOTHING_SELECTED,
  preset: "cochrane",
  custom: COCHRANE_2024,
  held: null,
  own: [],
  loading: null,
  pending: null,
  status: "idle",
  answered: null,
  answeredFor: null,
  previous: null,
  published: [],
  view: "forest",
  openStudy: null,
  notices: [],
};

/** Only what is asked goes into the history of undo. */
function askedOf({ selection, preset, custom }: AppState): Asked {
  return { selection, preset, custom };
}

/** The state of one page, with undo and redo over what is asked. It knows nothing of React or of the address bar. */
export function createAppStore() {
  return createStore<AppState>()(
    temporal(() => INITIAL, {
      partialize: askedOf,
      equality: (a, b) => a.selection === b.selection && a.preset === b.preset && a.custom === b.custom,
    }),
  );
}

export type AppStore = ReturnType<typeof createAppStore>;
