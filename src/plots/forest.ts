import type { GroupMark, Mark, Scene } from "../scene/scene";
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
import { groupMarks, outerMarks, subtotalMarks, summaryMarks } from "./forestResult";
import { studyMarks } from "./forestRow";
import { groupSpots, headSpots, studyTargets } from "./forestSpots";

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
      ...lines.flatMap((line) => [...clearing(layout, line), named(lineMarks(layout, line), !window)]),
      { kind: "group", key: "axis", marks: axisMarks(layout) },
      noteMarks(layout),
      captionMarks(layout.foot.caption, width, theme),
    ],
    targets: studyTargets(layout, lines),
    heads: headSpots(layout),
    groupTargets: groupSpots(layout, lines),
  };
}

function lineMarks(layout: ForestLayout, line: Line): GroupMark {
  const { overall } = layout.input.analysis;
  switch (line.kind) {
    case "outer":
      return outerMarks(layout, line, line.group);
    case "group":
      return groupMarks(layout, line, line.group, line.name);
    case "study":
      return studyMarks(layout, line);
    case "summary":
      return summaryMarks(layout, line, line.group);
    case "subtotal":
      return subtotalMarks(layout, line, line.group);
    case "overall":
      return overallMarks(layout, line, overall!);
    case "predint":
      return predintMarks(layout, line, overall!);
  }
}

/** A figure drawn in part has no names of its own on its rows: the page names them, and each costs an element. */
function named(mark: GroupMark, isNamed: boolean): Mark {
  const { label: _name, ...unnamed } = mark;
  return isNamed ? mark : unnamed;
}

/** In a narrow figure text stands over the panel: the ground keeps its lines from crossing the words. */
function clearing({ narrow, columns, theme }: ForestLayout, line: Line): readonly Mark[] {
  if (!narrow) return [];
  const isHeading = line.kind === "group" || line.kind === "outer";
  const top = isHeading ? line.top - 3 : line.top;
  const height = isHeading ? line.height + 3 : NARROW_TEXT;
  return [{ kind: "rect", at: [0, top], size: [columns.width, height], fill: theme.background }];
}

function noteMarks({ foot, theme }: ForestLayout): Mark {
  const look = { size: NOTE_SIZE, fill: theme.muted };
  const marks = foot.notes.map(({ x, y, text }): Mark => ({ kind: "text", at: [x, y], text, ...look }));
  return { kind: "group", key: "notes", marks };
}
