import { measureText } from "../../scene/measureText";
import type { Mark, Point } from "../../scene/scene";
import type { Scatter } from "./scatter";

/** A point that may carry its name. */
export interface NamedPoint {
  readonly at: Point;
  readonly r: number;
  readonly name: string;
}

/** Names beside points, the first ones first, each only where it covers no other and none of `all` points. */
export function nameMarks(
  points: readonly NamedPoint[],
  all: readonly NamedPoint[],
  { left, right, top, bottom, theme }: Scatter,
): readonly Mark[] {
  const taken: Span[] = all.map(({ at: [x, y], r }) => ({ from: x - r, to: x + r, y }));
  const isFree = (span: Span) =>
    span.from > left + 2 &&
    span.to <= right &&
    span.y > top - 8 &&
    taken.every((t) => t.from > span.to || t.to < span.from || Math.abs(t.y - span.y) > LINE);
  return points.flatMap(({ at: [x, y], r, name }): Mark[] => {
    const width = measureText(name, NAME_SIZE);
    const middle = Math.min(y, bottom - LINE / 2); // clear of the axis, on which a point may lie
    const sides = [x + r + 5, x - r - 5 - width].map((from): Span => ({ from, to: from + width, y: middle }));
    const span = sides.find(isFree);
    if (!span) return [];
    taken.push(span);
    return [{ kind: "text", at: [span.from, middle + 4], text: name, size: NAME_SIZE, fill: theme.muted }];
  });
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

const NAME_SIZE = 11;
const LINE = 12; // px between the middles of two names, or of a name and a point
