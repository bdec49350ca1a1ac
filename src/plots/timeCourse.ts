import type { TimeCourse, TimeLine, TrialPath } from "../model/timeCourse";
import { measureText, truncate } from "../scene/measureText";
import type { Mark, Point, Scene } from "../scene/scene";
import { figureTitle } from "../words/caption";
import { lowerFirst, upperFirst } from "../words/phrase";
import { timeCourseNotes, timeCourseText } from "../words/timeCourse";
import { captionBlock, captionMarks } from "./captionBlock";
import { emptyFigure } from "./emptyFigure";

import { PAD, type PlotInput } from "./forestInput";
import { midReach } from "./panelBands";
import { COUNT_ROWS, colourOf, countMarks } from "./timeCourseCounts";
import { TIME_TEXT, type TimeCourseLayout, type TimeCourseOptions, timeCourseLayout } from "./timeCourseLayout";
import { pointAt } from "./timeCoursePoint";

const RADIUS = 2.5; // of a trial's own effect
const TARGET = 24; // the least size of a pointer target that WCAG 2.2 asks

/**
 * An outcome over time in CSS pixels: for each comparator the pooled effects with their confidence and prediction
 * intervals, each trial's own effects behind them, and how many trials and patients stand behind each point.
 */
export function timeCourseScene(input: PlotInput, course: TimeCourse, options: TimeCourseOptions): Scene {
  if (course.timepoints.length === 0) return emptyFigure(input, options.width, options.theme);
  const layout = timeCourseLayout(input, course, options);
  const { width, theme, bottom } = layout;
  const countsTop = bottom + 24 + (layout.ticks.some((t) => t.line === 1) ? 16 : 0) + 22;
  const captionTop = countsTop + COUNT_ROWS * course.lines.length;
  const caption = captionBlock(
    captionOf(input),
    timeCourseNotes(course, input.descriptor, layout.isToScale),
    width,
    captionTop,
  );
  const lit = course.paths.filter((path) => path.studyId === options.lit);
  return {
    width,
    height: caption.bottom,
    background: theme.background,
    title: `Time course: ${input.analysis.selection.outcome}`,
    description: timeCourseText(course, input.descriptor, input.analysis.model.level),
    marks: [
      { kind: "group", key: "panel", marks: panelMarks(layout) },
      {
        kind: "group",
        key: "paths",
        marks: course.paths.flatMap((path) => pathMarks(layout, path, theme.faint, 0.75)),
      },
      { kind: "group", key: "lit", marks: lit.flatMap((path) => pathMarks(layout, path, theme.ink, 2)) },
      ...course.lines.map((line, i) => lineMarks(layout, line, i)),
      { kind: "group", key: "axes", marks: axisMarks(layout) },
      {
        kind: "group",
        key: "counts",
        marks: course.lines.flatMap((line, i) => countMarks(layout, line, i, countsTop)),
      },
      captionMarks(caption, width, theme),
    ],
    targets: course.paths.flatMap((path) =>
      path.points.map(({ rowId, timepoint, yi }) => {
        const [x, y] = placeOf(layout, path.comparator, timepoint, yi);
        return { rowId, box: { x: x - TARGET / 2, y: y - TARGET / 2, width: TARGET, height: TARGET } };
      }),
    ),
  };
}

/** The figure is about no single timepoint. */
function captionOf({ analysis, caption }: PlotInput): readonly string[] {
  return caption.map((text) => text.replace(figureTitle(analysis), `${analysis.selection.outcome} over time`));
}

/** Grid, the band of differences too small to matter, and no effect. */
function panelMarks({ effects, left, right, theme, input }: TimeCourseLayout): readonly Mark[] {
  const across = (value: number, stroke: string): Mark => {
    const y = effects.x(value);
    return { kind: "rule", from: [left, y], to: [right, y], stroke };
  };
  const grid = effects.ticks.filter((t) => t.value !== 0).map((t) => across(t.value, theme.line));
  const mid = midReach(input);
  if (mid === null) return [...grid, across(0, theme.ink)];
  const [upper, lower] = [effects.x(mid), effects.x(-mid)];
  const band: Mark = { kind: "rect", at: [left, upper], size: [right - left, lower - upper], fill: theme.contours[1] };
  return [band, ...grid, across(0, theme.ink)];
}

function pathMarks(layout: TimeCourseLayout, path: TrialPath, stroke: string, strokeWidth: number): readonly Mark[] {
  const { top, bottom } = layout;
  const points = path.points.map(({ timepoint, yi }) => placeOf(layout, path.comparator, timepoint, yi));
  const inside = points.filter(([, y]) => y >= top && y <= bottom);
  const line: Mark[] =
    points.length > 1 && inside.length === points.length ? [{ kind: "polyline", points, stroke, strokeWidth }] : [];
  return [...line, ...inside.map((at): Mark => ({ kind: "circle", at, r: RADIUS, fill: stroke }))];
}

function placeOf(layout: TimeCourseLayout, comparator: string, timepoint: string, value: number): Point {
  const tick = layout.ticks.find(({ name }) => name === timepoint);
  return [(tick?.x ?? layout.left) + layout.aside(comparator), layout.effects.x(value)];
}

/** One comparator's pooled effects, joined. */
function lineMarks(layout: TimeCourseLayout, { comparator, points }: TimeLine, index: number): Mark {
  const colour = colourOf(layout, comparator, index);
  const known = points.flatMap(({ timepoint, pooled }) =>
    pooled ? [{ pooled, at: placeOf(layout, comparator, timepoint, pooled.mu) }] : [],
  );
  const joined: Mark[] =
    known.length > 1 ? [{ kind: "polyline", points: known.map(({ at }) => at), stroke: colour, strokeWidth: 1.5 }] : [];
  return {
    kind: "group",
    key: `line-${comparator}`,
    label: comparator,
    marks: [...joined, ...known.flatMap(({ pooled, at }) => pointAt(layout, pooled, at, { colour, index }))],
  };
}

function axisMarks(layout: TimeCourseLayout): readonly Mark[] {
  const { effects, ticks, left, right, top, bottom, theme, input, course } = layout;
  const { ink: fill, ink: stroke } = theme;
  const { intervention, control } = input.descriptor.arms;
  const [lower, higher] = input.outcome.better === "lower" ? [intervention, control] : [control, intervention];
  return [
    { kind: "rule", from: [left, bottom], to: [right, bottom], stroke },
    { kind: "rule", from: [left, top], to: [left, bottom], stroke },
    ...effects.ticks.flatMap(({ value, label }): Mark[] => {
      const y = effects.x(value);
      return [
        { kind: "rule", from: [left - 5, y], to: [left, y], stroke },
        { kind: "text", at: [left - 9, y + 4], text: label, size: TIME_TEXT, anchor: "end", fill },
      ];
    }),
    ...ticks.flatMap(({ name, x, line }): Mark[] => [
      { kind: "rule", from: [x, bottom], to: [x, bottom + 5], stroke },
      { kind: "text", at: [x, bottom + 20 + 16 * line], text: name, size: TIME_TEXT, anchor: "middle", fill },
    ]),
    { kind: "text", at: [PAD, 20], text: upperFirst(course.measure.name), size: TIME_TEXT, weight: "bold", fill },
    ...sideMarks(layout, `Above the line: favours ${lowerFirst(higher)}`, top + 14),
    ...sideMarks(layout, `Below it: favours ${lowerFirst(lower)}`, bottom - 8),
  ];
}

/** What one side of no effect means, on a ground of its own, so that no grid line crosses the words. */
function sideMarks({ right, theme, left }: TimeCourseLayout, text: string, y: number): readonly Mark[] {
  const shown = truncate(text, right - left - 12, TIME_TEXT);
  const width = measureText(shown, TIME_TEXT) + 8;
  return [
    { kind: "rect", at: [right - width, y - 12], size: [width, 17], fill: theme.background },
    { kind: "text", at: [right - 4, y], text: shown, size: TIME_TEXT, anchor: "end", fill: theme.muted },
  ];
}
