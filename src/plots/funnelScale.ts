import { max, min, ticks } from "d3";
import type { FunnelAxis } from "../model/look";
import type { Row } from "../model/study";
import { linear } from "./linear";

/** What a point of the funnel stands at, beside its effect. */
export interface Precision {
  /** Standard error on the analysis scale. */
  readonly sei: number;
  /** √(1/n1 + 1/n2); null where an arm's size is not known. */
  readonly size: number | null;
}

/** The vertical axis of a funnel plot, large studies on top. */
export interface FunnelScale {
  readonly axis: FunnelAxis;
  readonly title: string;
  readonly ticks: readonly number[];
  /** A value of the axis in CSS pixels. */
  readonly y: (value: number) => number;
  /** The axis' value of a study. */
  readonly valueOf: (study: Precision) => number;
  /** Standard errors at the upper and the lower edge; null where the axis does not tell them. */
  readonly edges: { readonly top: number; readonly bottom: number } | null;
}

const TITLES: Readonly<Record<FunnelAxis, string>> = {
  se: "Standard error",
  precision: "1 / standard error",
  size: "√(1/n₁ + 1/n₂)",
};
const ROOM = 1.06; // beyond the outermost study

/** √(1/n1 + 1/n2) of a study's arms, which does not depend on its effect; null where a size is not known. */
export function sizeOf({ data: { n1i, n2i } }: Row): number | null {
  return n1i === null || n2i === null ? null : Math.sqrt(1 / n1i + 1 / n2i);
}

/** True where the funnel can stand on the sizes of the arms: every study gives them. */
export function hasSizes(studies: readonly Precision[]): boolean {
  return studies.length > 0 && studies.every(({ size }) => size !== null);
}

/** The axis asked for, or standard errors where arm sizes are wanted and not known. `top` and `bottom` in CSS pixels. */
export function funnelScale(
  asked: FunnelAxis,
  studies: readonly Precision[],
  top: number,
  bottom: number,
): FunnelScale {
  const axis = asked === "size" && !hasSizes(studies) ? "se" : asked;
  const maxSe = ROOM * (max(studies, ({ sei }) => sei) ?? 1);
  const base = { axis, title: TITLES[axis] };
  if (axis === "precision") {
    const most = ROOM / (min(studies, ({ sei }) => sei) ?? 1);
    const least = 1 / maxSe;
    return {
      ...{ ...base, ticks: ticks(least, most, 5), y: linear([least, most], [bottom, top]) },
      valueOf: ({ sei }) => 1 / sei,
      edges: { top: 1 / most, bottom: maxSe },
    };
  }
  const isSize = axis === "size";
  const largest = isSize ? ROOM * (max(studies, ({ size }) => size) ?? 1) : maxSe;
  return {
    ...{ ...base, ticks: ticks(0, largest, 5), y: linear([0, largest], [top, bottom]) },
    valueOf: ({ sei, size }) => (isSize ? (size ?? 0) : sei),
    edges: isSize ? null : { top: 0, bottom: maxSe },
  };
}
