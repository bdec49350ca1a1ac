import type { Mark, Target } from "../scene/scene";
import { estimateText } from "../words/effectText";
import { formatNumber } from "../words/number";
import type { FilledPoint, FunnelLayout, FunnelPoint } from "./funnelLayout";
import type { GroupStyle } from "./groupStyle";
import { shapeMark } from "./shapeMark";
import { spokenEffect, studyLabel } from "./summaryText";

const RADIUS = 5;
const TARGET = 24; // px, least side of a pointer target
const MOST_POINTS = 2000; // beyond this, points that coincide are drawn once
const CELL = 3; // px within which points then coincide

/** The points that are drawn: all of them, or with very many only one in each small cell. */
export function shownPoints(points: readonly FunnelPoint[]): readonly FunnelPoint[] {
  if (points.length <= MOST_POINTS) return points;
  const byCell = new Map(points.map((p) => [`${Math.round(p.x / CELL)},${Math.round(p.y / CELL)}`, p]));
  return [...byCell.values()];
}

/** Each study in its group's colour and shape; hollow where it is left out. */
export function pointMarks({ input, theme, groups }: FunnelLayout, points: readonly FunnelPoint[]): readonly Mark[] {
  const styles = new Map<number, GroupStyle>(
    groups.flatMap(({ rowIds, style }) => rowIds.map((id) => [id, style] as const)),
  );
  return points.map(({ study, x, y, yi, sei }) => {
    const style = styles.get(study.rowId);
    const out = study.state === "excluded";
    const paint = out
      ? { fill: theme.background, stroke: theme.faint, dash: "2 1.5" }
      : { fill: style?.colour ?? theme.study, stroke: theme.background };
    const name = studyLabel(input.rows(study.rowId));
    const spoken = spokenEffect(name, { mu: yi, ...study.effect! }, input.analysis.measure);
    return {
      kind: "group",
      key: `study-${study.rowId}`,
      label: `${spoken}, standard error ${formatNumber(sei)}${out ? ", left out" : ""}`,
      marks: [shapeMark(style?.shape ?? "circle", [x, y], RADIUS, paint)],
    };
  });
}

/** What trim and fill would add: hollow circles. */
export function addedMarks({ input, theme, added }: FunnelLayout): readonly Mark[] {
  const { measure } = input.analysis;
  return added.map(({ rowId, yi, x, y }: FilledPoint) => ({
    kind: "group",
    key: `added-${rowId}`,
    label: `Added by trim and fill, mirror image of ${studyLabel(input.rows(rowId))}: ${measure.short} ${estimateText(yi, measure)}`,
    marks: [shapeMark("circle", [x, y], RADIUS, { fill: theme.background, stroke: theme.ink })],
  }));
}

/** Where the page makes a point interactive. */
export function pointTarget({ study, x, y }: FunnelPoint): Target {
  return { rowId: study.rowId, box: { x: x - TARGET / 2, y: y - TARGET / 2, width: TARGET, height: TARGET } };
}
