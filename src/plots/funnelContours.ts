import type { Mark, Point } from "../scene/scene";
import { type FunnelLayout, Z01, Z05, Z10 } from "./funnelLayout";

const PIECES = 40; // of a limit that is curved

/**
 * Where a study would have p < 0.10, 0.05 and 0.01 against no effect, from the white centre outwards, so that missing
 * studies can be seen to lie in regions of low significance or not. Without standard errors there is a panel alone.
 *
 * Peters, Sutton, Jones, Abrams & Rushton (2008), J Clin Epidemiol 61:991–996, doi:10.1016/j.jclinepi.2007.11.010.
 */
export function contourMarks(layout: FunnelLayout): readonly Mark[] {
  const { axis, top, bottom, theme, scale } = layout;
  const [left, right] = axis.range;
  const [outer, middle, inner] = theme.contours;
  if (scale.edges === null) return [];
  return [
    { kind: "rect", at: [left, top], size: [right - left, bottom - top], fill: outer },
    wedge(layout, Z01, middle),
    wedge(layout, Z05, inner),
    wedge(layout, Z10, theme.background),
  ];
}

/** The region |effect| < z·SE around no effect, cut at the sides of the panel. */
function wedge(layout: FunnelLayout, z: number, fill: string): Mark {
  const { bottom } = layout;
  const [left, right] = [limit(layout, 0, -z), limit(layout, 0, z)];
  const foot = (line: readonly Point[]): Point => [line.at(-1)![0], bottom];
  return { kind: "polygon", points: [...right, foot(right), foot(left), ...left.toReversed()], fill };
}

/**
 * Where effects lie `z` standard errors from `centre`, from the upper edge to the foot of the panel, or to its side
 * where that comes first: a straight line over standard errors, a curve over their reciprocals.
 */
export function limit({ axis, scale, bottom }: FunnelLayout, centre: number, z: number): readonly Point[] {
  if (scale.edges === null) return [];
  const [lo, hi] = axis.domain;
  const { top: least, bottom: most } = scale.edges;
  const atSide = ((z < 0 ? lo : hi) - centre) / z;
  const last = Math.max(least, Math.min(most, atSide));
  const point = (value: number): Point => {
    const se = scale.axis === "precision" ? 1 / value : value;
    const effect = Math.min(hi, Math.max(lo, centre + z * se));
    return [axis.x(effect), Math.min(bottom, scale.y(value))];
  };
  if (scale.axis === "se") return [point(least), point(last)];
  const [from, to] = [1 / least, 1 / last];
  return Array.from({ length: PIECES + 1 }, (_, i) => point(from * (to / from) ** (i / PIECES)));
}
