import { createContext, use } from "react";
import { useStore } from "zustand";
import type { Actions } from "../state/actions";
import type { AppState } from "../state/appState";
import type { Keep } from "../state/keep/keep";
import type { Loading } from "../state/loading";
import type { Opening } from "../state/opening";
import type { OwnEdits } from "../state/ownEdits";
import type { SettledStore } from "../state/settled";
import type { AppStore } from "../state/store";
import type { PoolClient } from "../worker/client";

export interface AppServices {
  readonly store: AppStore;
  /** The same store as it is drawn. */
  readonly settled: SettledStore;
  readonly actions: Actions;
  readonly loading: Loading;
  /** Opens the reader's own files; fetched when first asked for. */
  readonly opening: () => Promise<Opening>;
  /** Keeps the reader's own data in this browser and brings them back; fetched after the first answer. */
  readonly keep: () => Promise<Keep>;
  /** Edits the reader's own data; fetched when first asked for. */
  readonly edits: () => Promise<OwnEdits>;
  /** What a view asks of the worker beside the answer. */
  readonly explore: PoolClient["explore"];
}

export const AppContext = createContext<AppServices | null>(null);

/** What the page can do. */
export function useServices(): AppServices {
  const services = use(AppContext);
  if (!services) throw new Error("useServices: no AppContext above");
  return services;
}

/** The part of the drawn state that `selector` picks; the component is drawn anew only when that changes. */
export function useApp<T>(selector: (state: AppState) => T): T {
  return useStore(useServices().settled, selector);
}

/** The same of the state as it is this very moment: for fields, which must not wait for an answer to show a press. */
export function useAsked<T>(selector: (state: AppState) => T): T {
  return useStore(useServices().store, selector);
}

/** Whether there is a step to undo, and one to redo. */
export function useHistory(): { readonly canUndo: boolean; readonly canRedo: boolean } {
  const { temporal } = useServices().store;
  const canUndo = useStore(temporal, (t) => t.pastStates.length > 0);
  const canRedo = useStore(temporal, (t) => t.futureStates.length > 0);
  return { canUndo, canRedo };
}
