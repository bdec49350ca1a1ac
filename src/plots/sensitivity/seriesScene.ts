import type { Mark, Scene } from "../../scene/scene";
import { captionMarks } from "../captionBlock";
import { type ForestInput, PAD } from "../forestInput";
import { axisMarks } from "../forestPanel";
import { rowsInView } from "./rowsInView";
import type { Series, SeriesOptions } from "./series";
import { type SeriesLayout, seriesLayout } from "./seriesLayout";
import { overallMarks, rowMarks } from "./seriesRow";

/** A series of pooled results in CSS pixels, on the axis of the forest plot, with the result of all studies below. */
export function seriesScene(input: ForestInput, series: Series, options: SeriesOptions): Scene {
  const layout = seriesLayout(input, series, options);
  const { width, theme, caption, rowHeight, left } = layout;
  const lines = rowsInView(layout.lines, rowHeight, options.window);
  return {
    width,
    height: caption.bottom,
    background: theme.background,
    title: series.title,
    description: series.description,
    marks: [
      { kind: "group", key: "panel", marks: panelMarks(layout) },
      { kind: "group", key: "head", marks: headMarks(layout) },
      ...lines.map((line) => rowMarks(layout, line)),
      overallMarks(layout),
      { kind: "group", key: "axis", marks: axisMarks(layout) },
      captionMarks(caption, width, theme),
    ],
    targets: lines.map(({ row, top }) => ({
      rowId: row.rowId,
      box: { x: left - options.includeColumn, y: top, width: width - PAD - left, height: rowHeight },
    })),
  };
}

/** Grid, the confidence interval of all studies as a band, no effect, and the estimate of all studies. */
function panelMarks({ axis, axisY, headBottom, theme, series: { overall } }: SeriesLayout): readonly Mark[] {
  const [left, right] = axis.range;
  const clamp = (value: number) => Math.min(right, Math.max(left, axis.x(value)));
  const [from, to] = [clamp(overall.ciLb), clamp(overall.ciUb)];
  const upright = (value: number, stroke: string, dash?: string): readonly Mark[] => {
    const x = axis.x(value);
    if (x < left || x > right) return [];
    return [{ kind: "rule", from: [x, headBottom], to: [x, axisY], stroke, ...(dash ? { dash } : {}) }];
  };
  return [
    { kind: "rect", at: [from, headBottom], size: [to - from, axisY - headBottom], fill: theme.contours[1] },
    ...axis.ticks.flatMap(({ value }) => (value === 0 ? [] : upright(value, theme.line))),
    ...upright(0, theme.ink),
    ...upright(overall.mu, theme.ink, "2 3"),
  ];
}

function headMarks(layout: SeriesLayout): readonly Mark[] {
  const { series, effect, spreadRight, left, width, headBottom, size, theme } = layout;
  const look = { size, weight: "bold", fill: theme.ink } as const;
  const head = (text: string, x: number, anchor: "start" | "end"): Mark => {
    return { kind: "text", at: [x, 20], text, anchor, ...look };
  };
  return [
    head(series.head, left, "start"),
    head(effect.head, effect.right, "end"),
    ...(spreadRight === null ? [] : [head("I²", spreadRight, "end")]),
    ...(layout.axisOnTop ? topNumbers(layout) : []),
    { kind: "rule", from: [PAD, headBottom], to: [width - PAD, headBottom], stroke: theme.line },
  ];
}

/** The axis' numbers under the heads, where the axis itself is far below. */
function topNumbers({ axis, headBottom, size, theme }: SeriesLayout): readonly Mark[] {
  return axis.ticks.map(({ value, label }) => {
    const at = [axis.x(value), headBottom - 8] as const;
    return { kind: "text", at, text: label, size, anchor: "middle", fill: theme.muted };
  });
}
