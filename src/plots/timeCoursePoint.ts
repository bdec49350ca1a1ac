import type { Pooled } from "../model/analysis";
import type { Mark, Point } from "../scene/scene";
import type { TimeCourseLayout } from "./timeCourseLayout";

const HALF = 6; // px, half the height of a pooled result's sign
const CAP = 4; // half the width of a prediction interval's ends

/** A pooled effect with its confidence interval (thick) and prediction interval (dotted); hollow for a single trial. */
export function pointAt(
  layout: TimeCourseLayout,
  { mu, ciLb, ciUb, predint, k }: Pooled,
  [x, y]: Point,
  { colour, index }: { readonly colour: string; readonly index: number },
): readonly Mark[] {
  const marks: Mark[] = [];
  if (predint) marks.push(...upright(layout, x, predint.piLb, predint.piUb, { stroke: colour, dash: "2 3" }, CAP));
  marks.push(...upright(layout, x, ciLb, ciUb, { stroke: colour, strokeWidth: 3 }, 0));
  const isInside = layout.effects.x(mu) >= layout.top && layout.effects.x(mu) <= layout.bottom;
  if (!isInside) return marks;
  const fill = k === 1 ? layout.theme.background : colour;
  return [...marks, signMark(index, [x, y], { fill, stroke: colour })];
}

/** The sign of a comparator, in the order of the figure: they differ in shape too. */
export function signMark(
  index: number,
  [x, y]: Point,
  paint: { readonly fill: string; readonly stroke: string },
): Mark {
  if (index === 1) return { kind: "rect", at: [x - 5, y - 5], size: [10, 10], ...paint };
  if (index > 1) return { kind: "circle", at: [x, y], r: HALF - 1, ...paint };
  const points: readonly Point[] = [
    [x, y - HALF - 1],
    [x + HALF, y],
    [x, y + HALF + 1],
    [x - HALF, y],
  ];
  return { kind: "polygon", points, ...paint };
}

/** An upright interval with ends; where the panel clips it, an arrow at that end, never a missing line. */
function upright(
  { effects, top, bottom }: TimeCourseLayout,
  x: number,
  lb: number,
  ub: number,
  paint: { readonly stroke: string; readonly strokeWidth?: number; readonly dash?: string },
  cap: number,
): readonly Mark[] {
  const [low, high] = [effects.x(lb), effects.x(ub)];
  const [from, to] = [Math.min(bottom, low), Math.max(top, high)];
  if (from <= to) return [];
  return [
    { kind: "rule", from: [x, from], to: [x, to], strokeWidth: 1.25, ...paint },
    ...end(x, high, top, -1, paint.stroke, cap),
    ...end(x, low, bottom, 1, paint.stroke, cap),
  ];
}

function end(x: number, at: number, edge: number, direction: -1 | 1, fill: string, cap: number): readonly Mark[] {
  const isClipped = direction === -1 ? at < edge : at > edge;
  if (!isClipped) return cap === 0 ? [] : [{ kind: "rule", from: [x - cap, at], to: [x + cap, at], stroke: fill }];
  const back = edge - direction * 7;
  const points: readonly Point[] = [
    [x, edge],
    [x - 4, back],
    [x + 4, back],
  ];
  return [{ kind: "polygon", points, fill }];
}
