import { createContext, use } from "react";
import { useStore } from "zustand";
import type { Actions } from "../state/actions";
import type { AppState } from "../state/appState";
import type { Loading } from "../state/loading";
import type { AppStore } from "../state/store";

interface AppServices {
  readonly store: AppStore;
  readonly actions: Actions;
  readonly loading: Loading;
}

export const AppContext = createContext<AppServices | null>(null);

/** What the page can do. */
export function useServices(): AppServices {
  const services = use(AppContext);
  if (!services) throw new Error("useServices: no AppContext above");
  return services;
}

/** The part of the state that `selector` picks; the component is drawn anew only when that changes. */
export function useApp<T>(selector: (state: AppState) => T): T {
  return useStore(useServices().store, selector);
}

/** How many steps can be undone and redone. */
export function useHistory(): { readonly past: number; readonly future: number } {
  const { temporal } = useServices().store;
  const past = useStore(temporal, (t) => t.pastStates.length);
  const future = useStore(temporal, (t) => t.futureStates.length);
  return { past, future };
}
