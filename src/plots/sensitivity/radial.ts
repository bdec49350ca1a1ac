import type { Influence } from "../../model/sensitivity";
import type { Mark, Point, Scene } from "../../scene/scene";
import { radialText } from "../../words/sensitivity/studyPlots";
import { effectAxis } from "../axis";
import { captionBlock, captionMarks } from "../captionBlock";
import { emptyFigure } from "../emptyFigure";
import type { PlotInput } from "../forestInput";
import { spokenEffect, studyLabel } from "../summaryText";
import { cellCaption, cellTitle } from "./cellCaption";
import { cellStudies } from "./cellStudies";
import { AXIS_ROOM, domainOf, type Scatter, type ScatterOptions, scatter, scatterAxes } from "./scatter";
import { pointMark, pointTargets, type ScatterPoint } from "./scatterPoint";

const RADIUS = 5;
const SCALE = 52; // px for the scale of effects at the right

/**
 * Galbraith's radial plot in CSS pixels: effects in standard errors against precision, so that a line from the origin
 * has one effect, which the scale at the right tells; the pooled line with its band.
 */
export function radialScene(input: PlotInput, influence: Influence, options: ScatterOptions): Scene {
  const { overall, band } = influence;
  const studies = cellStudies(input);
  if (!overall || studies.length === 0) return emptyFigure(input, options.width, options.theme);
  const placed = studies.map((study) => {
    const x = 1 / Math.sqrt(study.effect.vi + overall.tau2);
    return { study, x, z: study.effect.yi * x };
  });
  const [from, to] = domainOf(
    placed.map(({ x }) => x),
    { fromZero: true },
  );
  const [first, last] = [-band, band].map((z) => [z, z + overall.mu * to] as const) as [Ends, Ends];
  const isRandom = overall.tau2 > 0;
  const plot = scatter(
    {
      x: { title: isRandom ? "1 / √(SE² + τ²)" : "1 / standard error", domain: [from, to] },
      y: { title: "Effect in standard errors", domain: domainOf([0, ...placed.map(({ z }) => z), ...first, ...last]) },
    },
    options,
    { right: SCALE },
  );
  const points = placed.map(({ study: { rowId, effect, state }, x, z }): ScatterPoint => {
    const spoken = spokenEffect(studyLabel(input.rows(rowId)), { mu: effect.yi, ...effect }, influence.measure);
    const isMarked = Math.abs(z - overall.mu * x) > band;
    return { rowId, at: [plot.x(x), plot.y(z)], r: RADIUS, label: spoken, isOut: state === "excluded", isMarked };
  });
  const { width, theme, bottom } = plot;
  const text = radialText(influence, input.analysis.model, input.descriptor);
  const caption = captionBlock(cellCaption(input), [text], width, bottom + AXIS_ROOM);
  return {
    width,
    height: caption.bottom,
    background: theme.background,
    title: `Radial plot: ${cellTitle(input)}`,
    description: text,
    marks: [
      { kind: "group", key: "panel", marks: panelMarks(plot, overall.mu, band, to) },
      { kind: "group", key: "scale", marks: scaleMarks(plot, influence, to) },
      scatterAxes(plot),
      ...points.map((point) => pointMark(point, theme)),
      captionMarks(caption, width, theme),
    ],
    targets: pointTargets(points),
  };
}

type Ends = readonly [start: number, end: number];

/** The band about the pooled line, no effect, and the pooled line, all from the left edge to the right. */
function panelMarks({ x, y, left, right, theme }: Scatter, mu: number, band: number, end: number): readonly Mark[] {
  const at = (z: number, along: number): Point => [along === 0 ? left : right, y(z + mu * along)];
  const corners = [at(band, 0), at(band, end), at(-band, end), at(-band, 0)];
  return [
    { kind: "polygon", points: corners, fill: theme.contours[1] },
    { kind: "rule", from: [x(0), y(0)], to: [right, y(0)], stroke: theme.ink },
    { kind: "rule", from: [x(0), y(0)], to: [right, y(mu * end)], stroke: theme.ink, strokeWidth: 1.5, dash: "5 4" },
  ];
}

/** Effects at the right edge: where the line from the origin to a tick meets the points of that effect. */
function scaleMarks(
  { axes, y, right, top, bottom, theme }: Scatter,
  { measure }: Influence,
  end: number,
): readonly Mark[] {
  const [lo, hi] = axes.y.domain;
  const scale = effectAxis([lo / end, hi / end], measure.scale, [0, 2 * (bottom - top)]); // numbers need less room down the page than across
  const ticks = scale.ticks.filter(({ value }) => value * end >= lo && value * end <= hi);
  return [
    { kind: "rule", from: [right, top], to: [right, bottom], stroke: theme.line },
    { kind: "text", at: [right + 9, 20], text: measure.short, size: 12, weight: "bold", fill: theme.ink },
    ...ticks.flatMap(({ value, label }): Mark[] => [
      { kind: "rule", from: [right, y(value * end)], to: [right + 5, y(value * end)], stroke: theme.ink },
      { kind: "text", at: [right + 9, y(value * end) + 4], text: label, size: 12, fill: theme.ink },
    ]),
  ];
}
