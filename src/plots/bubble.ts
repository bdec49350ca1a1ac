import type { Bubble, BubbleFit, BubblePoint } from "../model/bubble";
import type { Mark, Point, Scene } from "../scene/scene";
import { bubbleText, sidesText } from "../words/bubble";
import { figureTitle } from "../words/caption";
import { formatNumber } from "../words/number";
import { columnTitle, upperFirst, words } from "../words/phrase";
import { weightingNote } from "../words/weightingNote";
import { BUBBLE_TOP, type BubbleLayout, type BubbleOptions, bubbleLayout, placeOf, radiusOf } from "./bubbleLayout";
import { captionBlock, captionMarks } from "./captionBlock";
import { emptyFigure } from "./emptyFigure";
import { MAX_FUNNEL, PAD, type PlotInput } from "./forestInput";
import { spokenEffect, studyLabel } from "./summaryText";

const SIZE = 12;
const TARGET = 24; // px, least side of a pointer target

/**
 * Effects against a numeric property of studies in CSS pixels: circles of an area proportional to weight, over the
 * meta-regression with its confidence band and the limits of its prediction interval.
 */
export function bubbleScene(input: PlotInput, bubble: Bubble, options: BubbleOptions): Scene {
  const { analysis, descriptor } = input;
  if (bubble.points.length === 0) return emptyFigure(input, options.width, options.theme);
  const width = Math.min(options.width, MAX_FUNNEL);
  const layout = bubbleLayout(input, bubble, options.theme, width);
  const { bottom, theme } = layout;
  const note = weightingNote(analysis.model, "The regression weighs effects");
  const text = words(bubbleText(bubble, descriptor, analysis.model.level), note);
  const caption = captionBlock(
    input.caption,
    [text, `${KEY} ${sidesText(descriptor, input.outcome)}`],
    width,
    bottom + 56,
  );
  // Small circles last, so that none is hidden behind a larger one.
  const points = bubble.points.toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
  return {
    width,
    height: caption.bottom,
    background: theme.background,
    title: `Bubble plot: ${figureTitle(analysis)}, by ${columnTitle(bubble.column, descriptor)}`,
    description: text,
    marks: [
      { kind: "group", key: "panel", marks: gridMarks(layout) },
      ...(bubble.fit ? [{ kind: "group", key: "line", marks: lineMarks(layout, bubble.fit) } as const] : []),
      across(layout, 0, theme.ink),
      { kind: "group", key: "axes", marks: axisMarks(layout) },
      ...points.map((point) => pointMark(layout, point)),
      captionMarks(caption, width, theme),
    ],
    targets: bubble.points.map((point) => {
      const [x, y] = placeOf(layout, point);
      const side = Math.max(TARGET, 2 * radiusOf(layout, point));
      return { rowId: point.rowId, box: { x: x - side / 2, y: y - side / 2, width: side, height: side } };
    }),
  };
}

const KEY = "Shaded: confidence interval of the line. Dashed: prediction interval. Areas are proportional to weight.";

function gridMarks(layout: BubbleLayout): readonly Mark[] {
  const { effects, theme } = layout;
  return effects.ticks.filter((t) => t.value !== 0).map((t) => across(layout, t.value, theme.line));
}

function across({ effects, left, right }: BubbleLayout, value: number, stroke: string): Mark {
  const y = effects.x(value);
  return { kind: "rule", from: [left, y], to: [right, y], stroke };
}

/** The line, its confidence band and its prediction limits, each cut where the panel ends. */
function lineMarks({ x, effects, bottom, theme }: BubbleLayout, { line }: BubbleFit): readonly Mark[] {
  const y = (value: number) => Math.min(bottom, Math.max(BUBBLE_TOP, effects.x(value)));
  const upper = line.map((p): Point => [x(p.x), y(p.ciUb)]);
  const lower = line.map((p): Point => [x(p.x), y(p.ciLb)]);
  const limit = (of: "piLb" | "piUb"): Mark[] => {
    const points = line.flatMap((p): Point[] => {
      const at = p.predint ? effects.x(p.predint[of]) : Number.NaN;
      return at >= BUBBLE_TOP && at <= bottom ? [[x(p.x), at]] : [];
    });
    return points.length > 1 ? [{ kind: "polyline", points, stroke: theme.muted, dash: "5 4" }] : [];
  };
  const fitted = line.map((p): Point => [x(p.x), y(p.fitted)]);
  return [
    { kind: "polygon", points: [...upper, ...lower.toReversed()], fill: theme.contours[1] },
    ...limit("piLb"),
    ...limit("piUb"),
    { kind: "polyline", points: fitted, stroke: theme.ink, strokeWidth: 1.75 },
  ];
}

function pointMark(layout: BubbleLayout, point: BubblePoint): Mark {
  const { theme, input, bubble } = layout;
  const { effect, state } = input.analysis.studies.find(({ rowId }) => rowId === point.rowId) ?? {};
  const out = state === "excluded";
  const paint = out
    ? { fill: theme.background, stroke: theme.faint, dash: "2 1.5" }
    : { fill: theme.study, fillOpacity: 0.55, stroke: theme.study };
  const name = studyLabel(input.rows(point.rowId));
  const spoken = effect ? spokenEffect(name, { mu: point.yi, ...effect }, bubble.measure) : name;
  return {
    kind: "group",
    key: `study-${point.rowId}`,
    label: `${spoken}, ${columnTitle(bubble.column, input.descriptor)} ${point.x}${out ? ", left out" : ""}`,
    marks: [{ kind: "circle", at: placeOf(layout, point), r: radiusOf(layout, point), ...paint }],
  };
}

function axisMarks({ effects, left, right, bottom, x, xTicks, theme, bubble, input }: BubbleLayout): readonly Mark[] {
  const { ink: fill, ink: stroke } = theme;
  const digits = Math.max(0, ...xTicks.map((t) => (String(Number(t.toFixed(6))).split(".")[1] ?? "").length));
  // A year has no thousands separator.
  const label = (t: number) => (bubble.column === "year" ? String(t) : formatNumber(t, digits));
  const bold = { size: SIZE, weight: "bold", fill } as const;
  const middle = (left + right) / 2;
  return [
    { kind: "rule", from: [left, bottom], to: [right, bottom], stroke },
    { kind: "rule", from: [left, BUBBLE_TOP], to: [left, bottom], stroke },
    ...effects.ticks.flatMap(({ value, label: text }): Mark[] => {
      const y = effects.x(value);
      return [
        { kind: "rule", from: [left - 5, y], to: [left, y], stroke },
        { kind: "text", at: [left - 9, y + 4], text, size: SIZE, anchor: "end", fill },
      ];
    }),
    ...xTicks.flatMap((t): Mark[] => [
      { kind: "rule", from: [x(t), bottom], to: [x(t), bottom + 5], stroke },
      { kind: "text", at: [x(t), bottom + 19], text: label(t), size: SIZE, anchor: "middle", fill },
    ]),
    { kind: "text", at: [PAD, 20], text: upperFirst(bubble.measure.name), ...bold },
    {
      ...{ kind: "text", at: [middle, bottom + 40], anchor: "middle" },
      ...{ text: upperFirst(columnTitle(bubble.column, input.descriptor)), ...bold },
    },
  ];
}
