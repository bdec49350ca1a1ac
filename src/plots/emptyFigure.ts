import { wrapText } from "../scene/measureText";
import type { Mark, Scene, Theme } from "../scene/scene";
import { figureDescription } from "../words/caption";
import { captionBlock, captionMarks } from "./captionBlock";
import type { PlotInput } from "./forestInput";
import { emptyText } from "./summaryText";

const TOP = 64;
const CAPTION_TOP = 150;

/** A calm figure for a question that no study answers: it says so, and carries the caption all the same. */
export function emptyFigure(input: PlotInput, width: number, theme: Theme): Scene {
  const [headline, detail] = emptyText(input.analysis, input.descriptor);
  const caption = captionBlock(input.caption, [], width, CAPTION_TOP);
  const centre = width / 2;
  const lines = wrapText(detail, width - 40, 13);
  const words: Mark[] = [
    { kind: "text", at: [centre, TOP], text: headline, size: 16, weight: "bold", anchor: "middle", fill: theme.ink },
    ...lines.map(
      (text, i): Mark => ({
        ...{ kind: "text", at: [centre, TOP + 26 + 18 * i], text, size: 13 },
        ...{ anchor: "middle", fill: theme.muted },
      }),
    ),
  ];
  return {
    width,
    height: caption.bottom,
    background: theme.background,
    title: headline,
    description: figureDescription(input.analysis, input.descriptor),
    marks: [...words, captionMarks(caption, width, theme)],
    targets: [],
  };
}
