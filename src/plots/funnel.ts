import type { Scene } from "../scene/scene";
import { figureDescription, figureTitle } from "../words/caption";
import { captionBlock, captionMarks } from "./captionBlock";
import { emptyFigure } from "./emptyFigure";
import type { PlotInput } from "./forestInput";
import { axisMarks } from "./funnelAxes";
import { contourMarks } from "./funnelContours";
import { type FunnelOptions, funnelLayout } from "./funnelLayout";
import { funnelLegend } from "./funnelLegend";
import { lineMarks } from "./funnelLines";
import { cautionMarks, funnelNotes } from "./funnelNotes";
import { addedMarks, pointMarks, pointTarget, shownPoints } from "./funnelPoints";

/**
 * A funnel plot in CSS pixels: effects against the precision or size of their studies, the large ones on top, over
 * contours of significance, with the pooled estimate and its pseudo-confidence limits; under it what a test says of its
 * asymmetry, and on request what trim and fill would add.
 */
export function funnelScene(input: PlotInput, options: FunnelOptions): Scene {
  const layout = funnelLayout(input, options);
  const { width, theme, points, bottom } = layout;
  const { analysis, descriptor } = input;
  if (points.length === 0) return emptyFigure(input, width, theme);

  const shown = shownPoints(points);
  const legend = funnelLegend(layout, bottom + 64);
  const notes = funnelNotes(layout, shown.length);
  const caption = captionBlock(input.caption, notes, width, legend.bottom);
  return {
    width,
    height: caption.bottom,
    background: theme.background,
    title: `Funnel plot: ${figureTitle(analysis)}`,
    description: [figureDescription(analysis, descriptor), ...notes].join(" "),
    marks: [
      { kind: "group", key: "panel", marks: [...contourMarks(layout), ...lineMarks(layout)] },
      { kind: "group", key: "axes", marks: [...axisMarks(layout), ...cautionMarks(layout)] },
      ...addedMarks(layout),
      ...pointMarks(layout, shown),
      { kind: "group", key: "legend", marks: legend.marks },
      captionMarks(caption, width, theme),
    ],
    targets: shown.map(pointTarget),
  };
}
