import type { Pooled } from "../../model/analysis";
import type { Measure } from "../../model/measure";
import type { Influence } from "../../model/sensitivity";
import type { Mark, Point, Scene } from "../../scene/scene";
import { formatPercent } from "../../words/number";
import { lowerFirst } from "../../words/phrase";
import { labbeText, risksText } from "../../words/sensitivity/studyPlots";
import { captionBlock, captionMarks } from "../captionBlock";
import { emptyFigure } from "../emptyFigure";
import type { PlotInput } from "../forestInput";
import { studyLabel } from "../summaryText";
import { cellCaption, cellTitle } from "./cellCaption";
import { cellStudies } from "./cellStudies";
import { AXIS_ROOM, type Scatter, type ScatterOptions, scatter, scatterAxes } from "./scatter";
import { pointMark, pointTargets, type ScatterPoint } from "./scatterPoint";

const MIN_RADIUS = 3;
const MAX_RADIUS = 13;
const BELOW = 0.04; // share of the axes below zero, so that circles of rare events do not cover the numbers
const OUT_RADIUS = 5; // of a study that is left out, which has no weight
const STEPS = 60;

/** L'Abbé's plot in CSS pixels: the risk with the intervention against that with the control, with the pooled curve. */
export function labbeScene(input: PlotInput, influence: Influence, options: ScatterOptions): Scene {
  const { analysis, descriptor, outcome } = input;
  const found = cellStudies(input).flatMap((study) => {
    const { data } = input.rows(study.rowId);
    return data.kind === "counts" ? [{ study, x: data.ci / data.n2i, y: data.ai / data.n1i }] : [];
  });
  const { overall, measure, studies } = influence;
  if (!overall || found.length === 0) return emptyFigure(input, options.width, options.theme);
  const reach = reachOf(found.flatMap(({ x, y }) => [x, y]));
  const domain = [-BELOW * reach, reach] as const;
  const format = (tick: number) => formatPercent(100 * tick);
  const plot = scatter(
    {
      x: { title: `Risk with ${lowerFirst(descriptor.arms.control)}`, domain, format },
      y: { title: `Risk with ${lowerFirst(descriptor.arms.intervention)}`, domain, format },
    },
    options,
    { square: true },
  );
  const maxWeight = Math.max(...found.map(({ study }) => study.weight ?? 0), Number.MIN_VALUE);
  const points = found.map(({ study: { rowId, weight, state }, x, y }): ScatterPoint => {
    const isOut = state === "excluded";
    const r = isOut ? OUT_RADIUS : Math.max(MIN_RADIUS, MAX_RADIUS * Math.sqrt((weight ?? 0) / maxWeight));
    const label = `${studyLabel(input.rows(rowId))}: risk ${risksText({ x, y })}`;
    return { rowId, at: [plot.x(x), plot.y(y)], r, label, isOut, isMarked: false };
  });
  const { width, theme, bottom } = plot;
  const isTurned = analysis.studies.some(({ flipped }) => flipped);
  const text = labbeText(studies, measure, descriptor, outcome);
  const caption = captionBlock(cellCaption(input), [text], width, bottom + AXIS_ROOM);
  return {
    width,
    height: caption.bottom,
    background: theme.background,
    title: `L’Abbé plot: ${cellTitle(input)}`,
    description: text,
    marks: [
      { kind: "group", key: "panel", marks: panelMarks(plot, isTurned ? null : overall, measure.measure, reach) },
      scatterAxes(plot),
      // Small circles last, so that none is hidden behind a larger one.
      ...points.toSorted((a, b) => b.r - a.r).map((point) => pointMark(point, theme)),
      captionMarks(caption, width, theme),
    ],
    targets: pointTargets(points),
  };
}

/** A round upper end of both axes, above every risk. */
function reachOf(risks: readonly number[]): number {
  const most = Math.max(...risks) * 1.04;
  return ENDS.find((end) => end >= most) ?? 1;
}

const ENDS = [0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1];

/** Equal risks, and the risks that the pooled effect leads to. */
function panelMarks(
  { x, y, theme }: Scatter,
  overall: Pick<Pooled, "mu"> | null,
  measure: Measure,
  reach: number,
): readonly Mark[] {
  const equal: Mark = { kind: "rule", from: [x(0), y(0)], to: [x(reach), y(reach)], stroke: theme.ink };
  const curve = Array.from({ length: STEPS + 1 }, (_, i): Point[] => {
    const risk = (reach * i) / STEPS;
    const treated = overall ? riskWith(measure, overall.mu, risk) : null;
    return treated === null || treated < 0 || treated > reach ? [] : [[x(risk), y(treated)]];
  }).flat();
  const dashed: Mark = { kind: "polyline", points: curve, stroke: theme.ink, strokeWidth: 1.5, dash: "5 4" };
  return curve.length > 1 ? [equal, dashed] : [equal];
}

/**
 * The risk with the intervention that an effect (analysis scale) makes of the control's; null for a measure of no risks.
 * Arcsine differences are added on their own scale, within 0 and π/2.
 */
export function riskWith(measure: Measure, mu: number, risk: number): number | null {
  switch (measure) {
    case "RR":
      return risk * Math.exp(mu);
    case "OR":
    case "PETO": {
      const ratio = Math.exp(mu);
      return (ratio * risk) / (1 - risk + ratio * risk);
    }
    case "RD":
      return risk + mu;
    case "AS":
      return Math.sin(Math.min(Math.PI / 2, Math.max(0, Math.asin(Math.sqrt(risk)) + mu))) ** 2;
    default:
      return null;
  }
}
