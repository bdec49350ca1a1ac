import { figureTitle } from "../../words/caption";
import type { PlotInput } from "../forestInput";

/** "Pain, 1 week": the one cell whose pooled result is doubted, whatever is compared. */
export function cellTitle({ analysis: { selection } }: PlotInput): string {
  return `${selection.outcome}, ${selection.timepoint}`;
}

/** The sentences under a figure of that cell. */
export function cellCaption(input: PlotInput): readonly string[] {
  return input.caption.map((text) => text.replace(figureTitle(input.analysis), cellTitle(input)));
}
