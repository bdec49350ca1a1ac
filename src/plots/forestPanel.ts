import { measureText } from "../scene/measureText";
import type { Mark } from "../scene/scene";
import { type FavoursLabel, type ForestFoot, NOTE_SIZE } from "./forestFoot";
import type { ForestLayout } from "./forestLayout";
import { rowStripes } from "./grounds";
import { arrowHead } from "./interval";
import { bandMarks } from "./panelBands";

const TICK = 5;
const GAP = 8; // px between the line of no effect and the labels beside it

/** What lies behind the rows: bands, grid, no effect, the pooled estimate. */
export function panelMarks(layout: ForestLayout): readonly Mark[] {
  const { axis, axisY, headBottom, theme, input, look } = layout;
  const { overall } = input.analysis;
  const upright = (value: number, stroke: string, dash?: string): Mark => {
    const x = axis.x(value);
    return { kind: "rule", from: [x, headBottom], to: [x, axisY], stroke, ...(dash ? { dash } : {}) };
  };
  const marks = [...rowStripes(layout), ...bandMarks(layout)];
  for (const { value } of axis.ticks) if (value !== 0) marks.push(upright(value, theme.line));
  if (isInside(0, axis.domain)) marks.push(upright(0, theme.ink));
  const hasPooled = look.pooledLine && overall && overall.k > 1 && isInside(overall.mu, axis.domain);
  if (hasPooled) marks.push(upright(overall.mu, theme.ink, "2 3"));
  return marks;
}

/** The axis with its numbers and which side favours whom. */
export function axisMarks({
  axis,
  axisY,
  theme,
  foot,
  size,
}: Pick<ForestLayout, "axis" | "axisY" | "theme" | "size"> & {
  readonly foot: Pick<ForestFoot, "favours">;
}): readonly Mark[] {
  const [left, right] = axis.range;
  const ticks = axis.ticks.flatMap(({ value, label }): Mark[] => {
    const x = axis.x(value);
    return [
      { kind: "rule", from: [x, axisY], to: [x, axisY + TICK], stroke: theme.ink },
      { kind: "text", at: [x, axisY + TICK + 14], text: label, size, anchor: "middle", fill: theme.ink },
    ];
  });
  // Where the axis does not reach no effect, the one label left starts at its end.
  const none = Math.min(right, Math.max(left, axis.x(0)));
  return [
    { kind: "rule", from: [left, axisY], to: [right, axisY], stroke: theme.ink },
    ...ticks,
    ...favoursMarks(foot.favours.left, none, -1, theme.muted),
    ...favoursMarks(foot.favours.right, none, 1, theme.muted),
  ];
}

/** A label beside the line of no effect, with an arrow that points away from it. */
function favoursMarks({ lines, y }: FavoursLabel, none: number, direction: -1 | 1, fill: string): readonly Mark[] {
  const [first] = lines;
  if (first === undefined) return [];
  const start = none + direction * GAP;
  const anchor = direction === -1 ? "end" : "start";
  const tip = start + direction * (measureText(first, NOTE_SIZE) + 12);
  return [
    arrowHead([tip, y - 4], direction, fill),
    ...lines.map((text, i): Mark => ({ kind: "text", at: [start, y + i * 16], text, size: NOTE_SIZE, anchor, fill })),
  ];
}

function isInside(value: number, [lo, hi]: readonly [number, number]): boolean {
  return value >= lo && value <= hi;
}
