import type { Answered, Pooled } from "../model/analysis";
import type { Lens } from "../model/lens";
import type { ForestInput } from "../plots/forestInput";
import type { Held } from "../state/appState";
import { captionLines } from "../words/caption";
import { outcomeThrough } from "../words/midThreshold";
import { outcomeOf } from "../words/phrase";
import { rowOf } from "./rowOf";

/** What a figure of this answer draws, on the page and in a file alike. */
export function figureInput(held: Held, { analysis }: Answered, ghost: Pooled | null, lens: Lens): ForestInput {
  const { descriptor } = held.dataset;
  return {
    analysis,
    rows: rowOf(held.dataset),
    descriptor,
    outcome: outcomeThrough(lens, outcomeOf(descriptor, analysis.selection.outcome), analysis.measure),
    ghost,
    caption: captionLines(analysis, descriptor, __APP_VERSION__),
  };
}
