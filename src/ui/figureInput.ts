import type { Answered, Pooled } from "../model/analysis";
import type { ForestInput } from "../plots/forestInput";
import type { Held } from "../state/appState";
import { captionLines } from "../words/caption";
import { outcomeOf } from "../words/phrase";
import { rowOf } from "./rowOf";

/** What a figure of this answer draws, on the page and in a file alike. */
export function figureInput(held: Held, { analysis }: Answered, ghost: Pooled | null): ForestInput {
  const { descriptor } = held.dataset;
  return {
    analysis,
    rows: rowOf(held.dataset),
    descriptor,
    outcome: outcomeOf(descriptor, analysis.selection.outcome),
    ghost,
    caption: captionLines(analysis, descriptor, __APP_VERSION__),
  };
}
