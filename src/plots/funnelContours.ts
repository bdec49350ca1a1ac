import type { Mark, Point } from "../scene/scene";
import { type FunnelLayout, Z01, Z05, Z10 } from "./funnelLayout";

/**
 * Where a study would have p < 0.10, 0.05 and 0.01 against no effect, from the white centre outwards, so that missing
 * studies can be seen to lie in regions of low significance or not.
 *
 * Peters, Sutton, Jones, Abrams & Rushton (2008), J Clin Epidemiol 61:991–996, doi:10.1016/j.jclinepi.2007.11.010.
 */
export function contourMarks(layout: FunnelLayout): readonly Mark[] {
  const { axis, top, bottom, theme } = layout;
  const [left, right] = axis.range;
  const [outer, middle, inner] = theme.contours;
  return [
    { kind: "rect", at: [left, top], size: [right - left, bottom - top], fill: outer },
    wedge(layout, Z01, middle),
    wedge(layout, Z05, inner),
    wedge(layout, Z10, theme.background),
  ];
}

/** The pooled estimate upright, and the limits within which 95% of studies lie where they differ by chance alone. */
export function limitMarks(layout: FunnelLayout): readonly Mark[] {
  const { axis, top, bottom, theme, input } = layout;
  const { overall } = input.analysis;
  const none = axis.x(0);
  const marks: Mark[] = [{ kind: "rule", from: [none, top], to: [none, bottom], stroke: theme.ink }];
  if (overall === null || overall.k < 2) return marks;
  const x = axis.x(overall.mu);
  return [
    ...marks,
    { kind: "rule", from: [x, top], to: [x, bottom], stroke: theme.ink, dash: "2 3" },
    ...([-1, 1] as const).map((side): Mark => {
      const to = slantEnd(layout, overall.mu, side * Z05);
      return { kind: "rule", from: [x, top], to, stroke: theme.muted, strokeWidth: 1.25, dash: "6 4" };
    }),
  ];
}

/** The region |effect| < z·SE around no effect, cut at the sides of the panel. */
function wedge(layout: FunnelLayout, z: number, fill: string): Mark {
  const { axis, top, bottom } = layout;
  const [leftEnd, rightEnd] = [slantEnd(layout, 0, -z), slantEnd(layout, 0, z)];
  const points: readonly Point[] = [[axis.x(0), top], rightEnd, [rightEnd[0], bottom], [leftEnd[0], bottom], leftEnd];
  return { kind: "polygon", points, fill };
}

/** Where the line from (`centre`, SE 0) with slope `z` leaves the panel: at its foot, or at a side before that. */
function slantEnd({ axis, maxSe, y }: FunnelLayout, centre: number, z: number): Point {
  const [lo, hi] = axis.domain;
  const edge = z < 0 ? lo : hi;
  const se = Math.max(0, Math.min(maxSe, (edge - centre) / z));
  return [axis.x(centre + z * se), y(se)];
}
