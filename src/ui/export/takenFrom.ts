import { linkTo } from "../../state/url/linkTo";
import type { AppServices } from "../appContext";
import { DEFAULT_DATASET } from "../datasets";
import type { TakenFrom } from "./takenFigure";

/** What is on the page now. @throws Error before the first answer. */
export function takenFrom({ store, explore }: Pick<AppServices, "store" | "explore">): TakenFrom {
  const state = store.getState();
  const { held, answered, look, lens } = state;
  if (!held || !answered) throw new Error("nothing to export yet");
  return { held, answered, look, lens, explore, link: linkTo(state, DEFAULT_DATASET) };
}
