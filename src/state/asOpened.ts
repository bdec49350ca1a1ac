import { NO_LENS } from "../model/lens";
import { DEFAULT_LOOK } from "../model/look";
import type { AppState, Chosen } from "./appState";
import { defaultAsked } from "./selectors";

/** True where all that can be chosen is as the dataset opens: what is asked, how it is drawn, what it is read by. */
export function isAsOpened({ held, selection, preset, custom, look, lens }: AppState): boolean {
  if (!held) return true;
  const first: Chosen = { ...defaultAsked(held.dataset), look: DEFAULT_LOOK, lens: NO_LENS };
  // A custom model that is not on asks nothing.
  const now: Chosen = { selection, preset, custom: preset === "custom" ? custom : first.custom, look, lens };
  return (["selection", "preset", "custom", "look", "lens"] as const).every(
    (key) => now[key] === first[key] || JSON.stringify(now[key]) === JSON.stringify(first[key]),
  );
}
