import { temporal } from "zundo";
import { createStore } from "zustand/vanilla";
import { NO_LENS } from "../model/lens";
import { DEFAULT_LOOK } from "../model/look";
import { COCHRANE_2024 } from "../model/poolingModel";
import type { Selection } from "../model/selection";
import type { AppState, Chosen } from "./appState";

export const NOTHING_SELECTED: Selection = {
  outcome: "",
  timepoint: "",
  hiddenComparators: [],
  compareBy: null,
  thenBy: null,
  filters: {},
  excluded: [],
  measure: null,
};

const INITIAL: AppState = {
  selection: NOTHING_SELECTED,
  preset: "cochrane",
  custom: COCHRANE_2024,
  look: DEFAULT_LOOK,
  lens: NO_LENS,
  held: null,
  own: [],
  kept: [],
  loading: null,
  pending: null,
  status: "idle",
  answered: null,
  overview: null,
  answeredFor: null,
  previous: null,
  comparedBy: [],
  published: [],
  view: "forest",
  lit: null,
  picked: [],
  pinned: null,
  openStudy: null,
  notices: [],
};

/** What is chosen goes into the history of undo, and the data, which the reader may edit. */
function undoableOf({ selection, preset, custom, look, lens, held }: AppState): Chosen & Pick<AppState, "held"> {
  return { selection, preset, custom, look, lens, held };
}

/** The state of one page, with undo and redo over what is chosen and edited. It knows nothing of React or of the address bar. */
export function createAppStore() {
  return createStore<AppState>()(
    temporal(() => INITIAL, {
      partialize: undoableOf,
      equality: (a, b) =>
        (["selection", "preset", "custom", "look", "lens", "held"] as const).every((key) => a[key] === b[key]),
    }),
  );
}

export type AppStore = ReturnType<typeof createAppStore>;
