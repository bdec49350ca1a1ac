import type { Mark, Point } from "../scene/scene";
import { limit } from "./funnelContours";
import { type FunnelLayout, Z05 } from "./funnelLayout";
import { shapeMark } from "./shapeMark";

/** Dashes of the upright lines, by what they stand for; the legend shows the same. */
export const DASHES = { pooled: "2 3", limits: "6 4", group: undefined, filled: "7 2 1 2" } as const;

const SIGN = 4; // px, radius of a group's sign on its line

/**
 * The upright lines: no effect, the pooled estimate with the limits within which 95% of studies lie where they differ by
 * chance alone, each group's estimate under its sign, the estimate with what trim and fill adds, and Egger's line.
 */
export function lineMarks(layout: FunnelLayout): readonly Mark[] {
  const { axis, theme, input, groups, filled, top } = layout;
  const { overall } = input.analysis;
  const none = upright(layout, 0, theme.ink, undefined, 1);
  const ofGroups = groups.flatMap(({ pooled, style }): Mark[] => {
    if (pooled === null || pooled.k < 2) return [];
    const sign = shapeMark(style.shape, [axis.x(pooled.mu), top], SIGN, { fill: style.colour });
    return [upright(layout, pooled.mu, style.colour, DASHES.group, 1.5), sign];
  });
  const withAdded =
    filled === null || filled.studies.length === 0 ? [] : [upright(layout, filled.mu, theme.ink, DASHES.filled, 1.75)];
  return [
    none,
    ...(overall === null || overall.k < 2 ? [] : pooledMarks(layout, overall.mu)),
    ...ofGroups,
    ...withAdded,
    ...eggerMarks(layout),
  ];
}

function pooledMarks(layout: FunnelLayout, mu: number): readonly Mark[] {
  const { theme } = layout;
  const line = { stroke: theme.muted, strokeWidth: 1.25, dash: DASHES.limits } as const;
  const limits = ([-1, 1] as const).flatMap((side): Mark[] => {
    const points = limit(layout, mu, side * Z05);
    return points.length < 2 ? [] : [{ kind: "polyline", points, ...line }];
  });
  return [upright(layout, mu, theme.ink, DASHES.pooled, 1), ...limits];
}

function eggerMarks(layout: FunnelLayout): readonly Mark[] {
  const { line, theme, axis, scale } = layout;
  if (line.length === 0) return [];
  const points = line.map(({ yi, sei }): Point => [axis.x(yi), scale.y(scale.valueOf({ sei, size: null }))]);
  return [{ kind: "polyline", points, stroke: theme.study, strokeWidth: 2 }];
}

function upright(
  { axis, top, bottom }: FunnelLayout,
  effect: number,
  stroke: string,
  dash: string | undefined,
  strokeWidth: number,
): Mark {
  const x = axis.x(effect);
  const width = strokeWidth === 1 ? {} : { strokeWidth };
  return { kind: "rule", from: [x, top], to: [x, bottom], stroke, ...width, ...(dash ? { dash } : {}) };
}
