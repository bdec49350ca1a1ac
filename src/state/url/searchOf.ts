import { NO_LENS } from "../../model/lens";
import { DEFAULT_LOOK } from "../../model/look";
import type { AppState, Held } from "../appState";
import { defaultAsked } from "../selectors";
import { toSearch } from "./link";
import type { Linked } from "./params";

/** The search part of the link to a dataset and all that is chosen of it. */
export function searchOf(state: AppState, held: Held, defaultData: string): string {
  return toSearch(held.key, state, defaultsOf(held), defaultData, held.link);
}

/** What a link to a dataset means where it says nothing else. */
export function defaultsOf({ dataset }: Held): Linked {
  return { ...defaultAsked(dataset), look: DEFAULT_LOOK, lens: NO_LENS, view: "forest" };
}
