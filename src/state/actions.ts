import { type Lens, NO_LENS, withLensValue } from "../model/lens";
import { DEFAULT_LOOK, type Look } from "../model/look";
import { COCHRANE_2024, type PoolingModel, type Preset } from "../model/poolingModel";
import { type Filter, groupedBy, type Selection } from "../model/selection";
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
          ...comparing(groupedBy(s.selection).filter((column) => column !== "timepoint")),
        },
      })),
    /** Compares by a column, and by a second one within its groups: a column that is already the other is given up. */
    compare: (compareBy: string | null, thenBy: string | null) =>
      select(comparing(compareBy === null ? [] : groupedBy({ compareBy, thenBy }))),
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
    /** Another model, and what goes with it, in one step of undo. */
    analyseBy: (custom: PoolingModel, change: Partial<Selection>) =>
      set((s) => ({ preset: "custom", custom, selection: { ...s.selection, ...change } })),
    reset: () =>
      set((s) => ({
        look: DEFAULT_LOOK,
        lens: NO_LENS,
        ...(s.held ? defaultAsked(s.held.dataset) : { custom: COCHRANE_2024 }),
      })),
    setLook: (change: Partial<Look>) => set((s) => ({ look: { ...s.look, ...change } })),
    /** One number of the lens by its key; null takes it back. */
    setLens: (list: keyof Lens, key: string, value: number | null) =>
      set((s) => ({ lens: withLensValue(s.lens, list, key, value) })),
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

function comparing([first, second]: readonly string[]): Pick<Selection, "compareBy" | "thenBy"> {
  return { compareBy: first ?? null, thenBy: second === undefined || second === first ? null : second };
}

function toggled(selection: Selection, list: "excluded" | "hiddenComparators", item: string): Selection {
  const items = selection[list];
  return { ...selection, [list]: items.includes(item) ? items.filter((i) => i !== item) : [...items, item] };
}
