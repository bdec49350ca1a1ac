import type { Pooled } from "../model/analysis";
import type { Mark, Point } from "../scene/scene";
import type { EffectAxis } from "./axis";

interface LinePaint {
  readonly stroke: string;
  readonly strokeWidth?: number;
  readonly dash?: string;
}

const ARROW = 7; // px, length of an arrow head
const MIN_BOX = 4;
const MAX_BOX = 14;

/** Side in px of a study's box: its area is proportional to the weight, the heaviest study's being the largest. */
export function boxSide(weight: number, maxWeight: number): number {
  if (weight >= maxWeight) return MAX_BOX;
  return Math.max(MIN_BOX, MAX_BOX * Math.sqrt(weight / maxWeight));
}

/** An interval's line; where the axis clips it, an arrow at that end, never a missing line. */
export function intervalMarks(axis: EffectAxis, lb: number, ub: number, y: number, paint: LinePaint): readonly Mark[] {
  const [left, right] = axis.range;
  const [from, to] = [axis.x(lb), axis.x(ub)];
  const marks: Mark[] = [];
  const halfHeight = Math.max(4, paint.strokeWidth ?? 0);
  const start = from < left ? left + ARROW - 1 : from;
  const end = to > right ? right - ARROW + 1 : to;
  if (start < end) marks.push({ kind: "rule", from: [start, y], to: [end, y], strokeWidth: 1.5, ...paint });
  if (from < left) marks.push(arrowHead([left, y], -1, paint.stroke, halfHeight));
  if (to > right) marks.push(arrowHead([right, y], 1, paint.stroke, halfHeight));
  return marks;
}

/** Arrow heads outside the axis where it clips an interval that is drawn as a shape. */
export function clipArrows(
  { x, range: [left, right] }: EffectAxis,
  { ciLb, ciUb }: Pick<Pooled, "ciLb" | "ciUb">,
  y: number,
  halfHeight: number,
  fill: string,
): readonly Mark[] {
  return [
    ...(x(ciLb) < left ? [arrowHead([left - ARROW, y], -1, fill, halfHeight)] : []),
    ...(x(ciUb) > right ? [arrowHead([right + ARROW, y], 1, fill, halfHeight)] : []),
  ];
}

/** A filled arrow head with its point at `tip`, towards the left (−1) or the right (1). */
export function arrowHead([x, y]: Point, direction: -1 | 1, fill: string, halfHeight = 4): Mark {
  const back = x - direction * ARROW;
  const points: readonly Point[] = [
    [x, y],
    [back, y - halfHeight],
    [back, y + halfHeight],
  ];
  return { kind: "polygon", points, fill };
}

/** A point estimate's box, or null where the estimate lies outside the axis: the interval's arrow then stands for it. */
export function boxMark(
  axis: EffectAxis,
  yi: number,
  y: number,
  side: number,
  paint: { readonly fill?: string; readonly stroke?: string; readonly dash?: string },
): Mark | null {
  const x = axis.x(yi);
  if (x < axis.range[0] || x > axis.range[1]) return null;
  return { kind: "rect", at: [x - side / 2, y - side / 2], size: [side, side], ...paint };
}

/**
 * The outline of a pooled result: as wide as its interval, highest at the estimate. Where the axis ends first, the
 * outline is cut there, so that it never claims a narrower interval.
 */
export function diamondPoints(
  axis: EffectAxis,
  { mu, ciLb, ciUb }: Pick<Pooled, "mu" | "ciLb" | "ciUb">,
  y: number,
  halfHeight: number,
): readonly Point[] {
  const [left, right] = axis.range;
  const [from, middle, to] = [axis.x(ciLb), axis.x(mu), axis.x(ciUb)];
  const lift = (x: number) => {
    const share = x < middle ? (x - from) / (middle - from) : (to - x) / (to - middle);
    return Number.isFinite(share) ? halfHeight * Math.min(1, Math.max(0, share)) : halfHeight;
  };
  const clamp = (x: number) => Math.min(right, Math.max(left, x));
  const [start, top, end] = [clamp(from), clamp(middle), clamp(to)];
  return [
    ...side(start, y, from < left ? lift(start) : 0),
    [top, y - lift(top)],
    ...side(end, y, to > right ? -lift(end) : 0),
    [top, y + lift(top)],
  ];
}

/** One end of a diamond: its tip, or the cut edge of height 2 × `lift`, from the lower left round clockwise. */
function side(x: number, y: number, lift: number): readonly Point[] {
  return lift === 0
    ? [[x, y]]
    : [
        [x, y + lift],
        [x, y - lift],
      ];
}
