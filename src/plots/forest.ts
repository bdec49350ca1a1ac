import type { Mark, Scene, Target } from "../scene/scene";
import { figureDescription, figureTitle } from "../words/caption";
import { captionMarks } from "./captionBlock";
import { emptyFigure } from "./emptyFigure";
import { NOTE_SIZE } from "./forestFoot";
import { headMarks } from "./forestHead";
import type { ForestInput, ForestOptions, RowWindow } from "./forestInput";
import { type ForestLayout, forestLayout } from "./forestLayout";
import { type Line, linesWithin } from "./forestLines";
import { overallMarks, predintMarks } from "./forestOverall";
import { axisMarks, panelMarks } from "./forestPanel";
import { groupMarks, summaryMarks } from "./forestResult";
import { studyMarks } from "./forestRow";

const NARROW_TEXT = 23; // px of a narrow line that its words take

/**
 * A forest plot in CSS pixels: studies with their arms, intervals, effects and weights, in groups where something is
 * compared, then the overall result, its prediction interval, the tests, the axis and the caption.
 */
export function forestScene(input: ForestInput, options: ForestOptions): Scene {
  return drawForest(forestLayout(input, options), options.window);
}

/**
 * Draws a forest plot that is already laid out. With a window only the lines in view are drawn, so that scrolling
 * costs the same however many studies there are.
 */
export function drawForest(layout: ForestLayout, window?: RowWindow): Scene {
  const { width, height, theme } = layout;
  const { analysis, descriptor } = layout.input;
  if (analysis.studies.length === 0) return emptyFigure(layout.input, width, theme);
  const lines = window ? linesWithin(layout.lines, window.top, window.bottom) : layout.lines;
  return {
    width,
    height,
    background: theme.background,
    title: `Forest plot: ${figureTitle(analysis)}`,
    description: figureDescription(analysis, descriptor),
    marks: [
      { kind: "group", key: "panel", marks: panelMarks(layout) },
      { kind: "group", key: "head", marks: headMarks(layout) },
      ...lines.flatMap((line) => [...clearing(layout, line), lineMarks(layout, line)]),
      { kind: "group", key: "axis", marks: axisMarks(layout) },
      noteMarks(layout),
      captionMarks(layout.foot.caption, width, theme),
    ],
    targets: lines.flatMap((line) => target(layout, line)),
  };
}

function lineMarks(layout: ForestLayout, line: Line): Mark {
  const { overall } = layout.input.analysis;
  switch (line.kind) {
    case "group":
      return groupMarks(layout, line, line.group);
    case "study":
      return studyMarks(layout, line);
    case "summary":
      return summaryMarks(layout, line, line.group);
    case "overall":
      return overallMarks(layout, line, overall!);
    case "predint":
      return predintMarks(layout, line, overall!);
  }
}

/** In a narrow figure text stands over the panel: the ground keeps its lines from crossing the words. */
function clearing({ narrow, columns, theme }: ForestLayout, line: Line): readonly Mark[] {
  if (!narrow) return [];
  const isHeading = line.kind === "group";
  const top = isHeading ? line.top - 3 : line.top;
  const height = isHeading ? line.height + 3 : NARROW_TEXT;
  return [{ kind: "rect", at: [0, top], size: [columns.width, height], fill: theme.background }];
}

function noteMarks({ foot, theme }: ForestLayout): Mark {
  const look = { size: NOTE_SIZE, fill: theme.muted };
  const marks = foot.notes.map(({ x, y, text }): Mark => ({ kind: "text", at: [x, y], text, ...look }));
  return { kind: "group", key: "notes", marks };
}

function target({ width }: ForestLayout, line: Line): readonly Target[] {
  if (line.kind !== "study") return [];
  return [{ rowId: line.study.rowId, box: { x: 0, y: line.top, width, height: line.height } }];
}
