import type { MapCell, Pooled } from "../model/analysis";
import type { Mark, Scene, Theme } from "../scene/scene";
import type { EffectAxis } from "./axis";
import { effectDomain } from "./effectDomain";
import { groupColour } from "./groupStyle";
import { clipArrows, diamondPoints, intervalMarks } from "./interval";
import { linear } from "./linear";

export interface GlyphOptions {
  /** On the analysis scale; common to all cells of an outcome, so that they can be compared along the row. */
  readonly domain: readonly [number, number];
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
  /** The dataset's comparators in its own order, which gives each its colour. */
  readonly comparators: readonly string[];
}

const PAD = 8; // px, enough for an arrow where an interval is clipped
const HALF_HEIGHT = 5;
const OVERALL_BAND = 14; // px of height for the pooled result
const MIN_BAND = 5; // px of height for a comparator; without room for it comparators are left out

/** The effect axis that the cells of one outcome share: no effect and all their confidence intervals. */
export function rowDomain(cells: readonly MapCell[]): readonly [number, number] {
  const pooled = cells.flatMap((cell) => [cell.pooled, ...cell.byComparator.map((c) => c.pooled)]);
  const intervals = pooled.flatMap((p) => (p ? [{ lb: p.ciLb, ub: p.ciUb }] : []));
  return effectDomain(intervals, []);
}

/**
 * A cell's result at a glance: a diamond on the row's common axis, solid where its interval excludes no effect and
 * hollow where it does not, over half-size ones per comparator; a single study is a box with its interval.
 */
export function cellGlyph(cell: MapCell, { domain, width, height, theme, comparators }: GlyphOptions): Scene {
  const range = [PAD, width - PAD] as const;
  const axis: EffectAxis = { domain, range, ticks: [], x: linear(domain, range) };
  const compared = cell.byComparator.filter((c) => c.pooled !== null);
  const band = (height - OVERALL_BAND) / Math.max(1, compared.length);
  const isSplit = compared.length > 1 && band >= MIN_BAND;
  const middle = isSplit ? OVERALL_BAND / 2 : height / 2;
  const none = axis.x(0);

  const parts = isSplit
    ? compared.flatMap(({ comparator, pooled }, i) => {
        const colour = groupColour(Math.max(0, comparators.indexOf(comparator)), theme);
        return resultMarks(axis, pooled, OVERALL_BAND + (i + 0.5) * band, HALF_HEIGHT / 2, colour);
      })
    : [];
  return {
    ...{ width, height, background: "none", title: "", description: "", targets: [] },
    marks: [
      { kind: "rule", from: [none, 0], to: [none, height], stroke: theme.faint },
      ...parts,
      ...resultMarks(axis, cell.pooled, middle, HALF_HEIGHT, theme.ink),
    ],
  };
}

function resultMarks(
  axis: EffectAxis,
  pooled: Pooled | null,
  y: number,
  halfHeight: number,
  colour: string,
): readonly Mark[] {
  if (pooled === null) return [];
  const { k, mu, ciLb, ciUb } = pooled;
  const excludesNone = ciLb > 0 || ciUb < 0;
  const paint = excludesNone ? { fill: colour, stroke: colour } : { stroke: colour, strokeWidth: 1.25 };
  if (k > 1) {
    const points = diamondPoints(axis, pooled, y, halfHeight);
    return [{ kind: "polygon", points, ...paint }, ...clipArrows(axis, pooled, y, halfHeight, colour)];
  }
  const line = intervalMarks(axis, ciLb, ciUb, y, { stroke: colour, strokeWidth: 1 });
  const x = axis.x(mu);
  const side = 1.2 * halfHeight;
  return [...line, { kind: "rect", at: [x - side / 2, y - side / 2], size: [side, side], ...paint }];
}
