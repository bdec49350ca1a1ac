import { measureText } from "../scene/measureText";
import type { Mark, Scene, Target } from "../scene/scene";
import { figureDescription, figureTitle } from "../words/caption";
import { formatNumber } from "../words/number";
import { counted, upperFirst } from "../words/phrase";
import { captionBlock, captionMarks } from "./captionBlock";
import { emptyFigure } from "./emptyFigure";
import { PAD, type PlotInput } from "./forestInput";
import { contourMarks, limitMarks } from "./funnelContours";
import { type FunnelLayout, type FunnelOptions, type FunnelPoint, funnelLayout } from "./funnelLayout";
import { funnelLegend } from "./funnelLegend";
import { groupStyle } from "./groupStyle";
import { shapeMark } from "./shapeMark";
import { spokenEffect, studyLabel } from "./summaryText";

const SE_TITLE = "Standard error";
const RADIUS = 5;
const TARGET = 24; // px, least side of a pointer target
const SIZE = 12;
const FEW = 10; // studies below which asymmetry cannot be told from chance (Cochrane Handbook 13.3.5.4)
const MOST_POINTS = 2000; // beyond this, points that coincide are drawn once
const CELL = 3; // px within which points then coincide

/**
 * A funnel plot in CSS pixels: effects against their standard errors, the precise ones on top, over contours of
 * significance, with the pooled estimate and its pseudo-confidence limits.
 */
export function funnelScene(input: PlotInput, options: FunnelOptions): Scene {
  const layout = funnelLayout(input, options);
  const { width, theme, points, bottom } = layout;
  const { analysis, descriptor } = input;
  if (points.length === 0) return emptyFigure(input, width, theme);

  const shown = points.length > MOST_POINTS ? distinct(points) : points;
  const legend = funnelLegend(layout, bottom + 64);
  const caption = captionBlock(input.caption, notes(layout, shown.length), width, legend.bottom);
  return {
    width,
    height: caption.bottom,
    background: theme.background,
    title: `Funnel plot: ${figureTitle(analysis)}`,
    description: figureDescription(analysis, descriptor),
    marks: [
      { kind: "group", key: "panel", marks: [...contourMarks(layout), ...limitMarks(layout)] },
      { kind: "group", key: "axes", marks: [...axisMarks(layout), ...cautionMarks(layout)] },
      ...shown.map((point) => pointMark(layout, point)),
      { kind: "group", key: "legend", marks: legend.marks },
      captionMarks(caption, width, theme),
    ],
    targets: shown.map(target),
  };
}

function pointMark({ input, theme, groupOf }: FunnelLayout, { study, x, y, yi, sei }: FunnelPoint): Mark {
  const { analysis, descriptor, rows } = input;
  const key = groupOf.get(study.rowId);
  const style = key === undefined ? null : groupStyle(analysis, descriptor, key, theme);
  const out = study.state === "excluded";
  const paint = out
    ? { fill: theme.background, stroke: theme.faint, dash: "2 1.5" }
    : { fill: style?.colour ?? theme.study, stroke: theme.background };
  const spoken = spokenEffect(studyLabel(rows(study.rowId)), { mu: yi, ...study.effect! }, analysis.measure);
  return {
    kind: "group",
    key: `study-${study.rowId}`,
    label: `${spoken}, standard error ${formatNumber(sei)}${out ? ", left out" : ""}`,
    marks: [shapeMark(style?.shape ?? "circle", [x, y], RADIUS, paint)],
  };
}

function axisMarks({ axis, top, bottom, y, yTicks, theme, input }: FunnelLayout): readonly Mark[] {
  const [left, right] = axis.range;
  const { ink: fill, ink: stroke } = theme;
  const digits = Math.max(1, ...yTicks.map((t) => (String(Number(t.toFixed(6))).split(".")[1] ?? "").length));
  const across = axis.ticks.flatMap(({ value, label }): Mark[] => {
    const x = axis.x(value);
    return [
      { kind: "rule", from: [x, bottom], to: [x, bottom + 5], stroke },
      { kind: "text", at: [x, bottom + 19], text: label, size: SIZE, anchor: "middle", fill },
    ];
  });
  const down = yTicks.flatMap((se): Mark[] => [
    { kind: "rule", from: [left - 5, y(se)], to: [left, y(se)], stroke },
    { kind: "text", at: [left - 9, y(se) + 4], text: formatNumber(se, digits), size: SIZE, anchor: "end", fill },
  ]);
  const name = upperFirst(input.analysis.measure.name);
  const bold = { size: SIZE, weight: "bold", fill } as const;
  return [
    { kind: "rule", from: [left, bottom], to: [right, bottom], stroke },
    { kind: "rule", from: [left, top], to: [left, bottom], stroke },
    ...across,
    ...down,
    { kind: "text", at: [PAD, top - 16], text: SE_TITLE, ...bold },
    { kind: "text", at: [(left + right) / 2, bottom + 40], text: name, anchor: "middle", ...bold },
  ];
}

/** That few studies cannot show asymmetry; null where there are enough. */
function fewStudies({ input, points }: FunnelLayout): string | null {
  const k = points.filter((p) => p.study.state === "included").length;
  return k < FEW ? `Fewer than ${FEW} ${input.descriptor.studyNoun.many}: asymmetry can hardly be judged` : null;
}

/** True where the caution stands beside the vertical axis' title; else it goes under the figure. */
function fitsOnTop(caution: string, { width }: FunnelLayout): boolean {
  return measureText(caution, SIZE) + measureText(SE_TITLE, SIZE, "bold") + 4 * PAD <= width;
}

function cautionMarks(layout: FunnelLayout): readonly Mark[] {
  const { axis, top, theme } = layout;
  const text = fewStudies(layout);
  if (text === null || !fitsOnTop(text, layout)) return [];
  return [
    { kind: "text", at: [axis.range[1], top - 16], text, size: SIZE, italic: true, anchor: "end", fill: theme.ink },
  ];
}

function notes(layout: FunnelLayout, shown: number): readonly string[] {
  const { input, points } = layout;
  const caution = fewStudies(layout);
  const { studies } = input.analysis;
  const left = studies.length - points.length;
  const { studyNoun } = input.descriptor;
  return [
    caution !== null && !fitsOnTop(caution, layout) ? `${caution}.` : null,
    left > 0 ? `${counted(left, studyNoun)} without an estimable effect not shown.` : null,
    shown < points.length ? `${counted(points.length, studyNoun)}; points that coincide are drawn once.` : null,
  ].filter((note): note is string => note !== null);
}

function distinct(points: readonly FunnelPoint[]): readonly FunnelPoint[] {
  const byCell = new Map(points.map((p) => [`${Math.round(p.x / CELL)},${Math.round(p.y / CELL)}`, p]));
  return [...byCell.values()];
}

function target({ study, x, y }: FunnelPoint): Target {
  return { rowId: study.rowId, box: { x: x - TARGET / 2, y: y - TARGET / 2, width: TARGET, height: TARGET } };
}
