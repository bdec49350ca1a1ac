import { temporal } from "zundo";
import { createStore } from "zustand/vanilla";
import { DEFAULT_LOOK } from "../model/look";
import { COCHRANE_2024 } from "../model/poolingModel";
import type { Selection } from "../model/selection";
import type { AppState, Chosen } from "./appState";

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
  look: DEFAULT_LOOK,
  held: null,
  own: [],
  loading: null,
  pending: null,
  status: "idle",
  answered: null,
  overview: null,
  answeredFor: null,
  previous: null,
  published: [],
  view: "forest",
  lit: null,
  picked: [],
  pinned: null,
  openStudy: null,
  notices: [],
};

/** Only what is chosen goes into the history of undo. */
function chosenOf({ selection, preset, custom, look }: AppState): Chosen {
  return { selection, preset, custom, look };
}

/** The state of one page, with undo and redo over what is chosen. It knows nothing of React or of the address bar. */
export function createAppStore() {
  return createStore<AppState>()(
    temporal(() => INITIAL, {
      partialize: chosenOf,
      equality: (a, b) =>
        a.selection === b.selection && a.preset === b.preset && a.custom === b.custom && a.look === b.look,
    }),
  );
}

export type AppStore = ReturnType<typeof createAppStore>;
