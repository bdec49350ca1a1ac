import { DEFAULT_LOOK, type Look } from "../model/look";
import { COCHRANE_2024, type PoolingModel, type Preset } from "../model/poolingModel";
import type { Filter, Selection } from "../model/selection";
import type { UserError } from "../model/userError";
import type { View } from "./appState";
import { defaultAsked, resolveModel } from "./selectors";
import type { AppStore } from "./store";

/** Everything that a reader can do to what is asked and how it is shown. */
export function createActions(store: AppStore) {
  const set = store.setState;
  const select = (change: Partial<Selection>) => set((s) => ({ selection: { ...s.selection, ...change } }));

  return {
    select,
    showCell: (outcome: string, timepoint: string) =>
      set((s) => ({
        openStudy: null,
        selection: {
          ...s.selection,
          outcome,
          timepoint,
          // A cell is one timepoint; comparing by timepoint would show them all whichever was picked.
          compareBy: s.selection.compareBy === "timepoint" ? null : s.selection.compareBy,
        },
      })),
    toggleComparator: (comparator: string) =>
      set((s) => ({ selection: toggled(s.selection, "hiddenComparators", comparator) })),
    toggleStudy: (studyId: string) => set((s) => ({ selection: toggled(s.selection, "excluded", studyId) })),
    setExcluded: (excluded: readonly string[]) => select({ excluded }),
    setFilter: (column: string, filter: Filter | null) =>
      set((s) => {
        const { [column]: _replaced, ...others } = s.selection.filters;
        return { selection: { ...s.selection, filters: filter ? { ...others, [column]: filter } : others } };
      }),
    setPreset: (preset: Preset) =>
      set((s) => ({
        preset,
        // "Custom" starts from what is on the page, so that choosing it changes no number.
        custom: preset === "custom" && s.held ? resolveModel(s, s.held.dataset.descriptor) : s.custom,
      })),
    setModel: (change: Partial<PoolingModel>) => set((s) => ({ preset: "custom", custom: { ...s.custom, ...change } })),
    reset: () =>
      set((s) => ({ look: DEFAULT_LOOK, ...(s.held ? defaultAsked(s.held.dataset) : { custom: COCHRANE_2024 }) })),
    setLook: (change: Partial<Look>) => set((s) => ({ look: { ...s.look, ...change } })),
    /** Lights a study up in every view, or none. */
    light: (studyId: string | null) => {
      if (store.getState().lit !== studyId) set({ lit: studyId });
    },
    pick: (studyIds: readonly string[]) => set({ picked: studyIds }),
    /** Holds on to the present answer, or lets go of the one that is held. */
    pin: (isOn: boolean) => set((s) => ({ pinned: isOn ? s.answered : null })),
    undo: () => store.temporal.getState().undo(),
    redo: () => store.temporal.getState().redo(),
    show: (view: View) => set({ view }),
    openStudy: (studyId: string | null) => set({ openStudy: studyId }),
    dismiss: (notice: UserError) => set((s) => ({ notices: s.notices.filter((n) => n !== notice) })),
  };
}

export type Actions = ReturnType<typeof createActions>;

function toggled(selection: Selection, list: "excluded" | "hiddenComparators", item: string): Selection {
  const items = selection[list];
  return { ...selection, [list]: items.includes(item) ? items.filter((i) => i !== item) : [...items, item] };
}
