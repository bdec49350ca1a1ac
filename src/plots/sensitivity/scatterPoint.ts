import type { GroupMark, Point, Target, Theme } from "../../scene/scene";

const TARGET = 24; // px, least side of a pointer target

/** A study's point; hollow where it is left out, dark with its name where it is to be noticed. */
export interface ScatterPoint {
  readonly rowId: number;
  readonly at: Point;
  readonly r: number;
  /** Spoken name with the numbers. */
  readonly label: string;
  readonly isOut: boolean;
  readonly isMarked: boolean;
}

/** A point as a group that can be followed from one scene to the next. */
export function pointMark({ rowId, at, r, label, isOut, isMarked }: ScatterPoint, theme: Theme): GroupMark {
  const paint = isOut
    ? { fill: theme.background, stroke: theme.faint, dash: "2 1.5" }
    : { fill: theme.study, fillOpacity: isMarked ? 1 : 0.6, stroke: isMarked ? theme.ink : theme.study };
  return {
    kind: "group",
    key: `study-${rowId}`,
    label: isOut ? `${label}, left out` : label,
    marks: [{ kind: "circle", at, r, ...paint }],
  };
}

/** Where the page makes points interactive. */
export function pointTargets(points: readonly ScatterPoint[]): readonly Target[] {
  return points.map(({ rowId, at: [x, y], r }) => {
    const side = Math.max(TARGET, 2 * r);
    return { rowId, box: { x: x - side / 2, y: y - side / 2, width: side, height: side } };
  });
}
