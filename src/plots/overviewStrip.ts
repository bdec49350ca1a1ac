import type { Mark, Point, Scene } from "../scene/scene";
import type { ForestLayout } from "./forestLayout";
import type { Line } from "./forestLines";
import { linear } from "./linear";

/** Estimates of the rows that share a stretch of the strip, on the analysis scale. */
interface Bin {
  readonly y: number;
  least: number;
  most: number;
  sum: number;
  count: number;
}

const PAD = 4;
const BIN = 3; // px of the strip's height

/**
 * A long forest plot at a glance, in CSS pixels: how far the estimates reach and where their mean lies, row by row from
 * top to bottom. Its height stands for the figure's; its width for the reach of the estimates and no effect.
 */
export function overviewStrip(layout: ForestLayout, size: { readonly width: number; readonly height: number }): Scene {
  const { theme, lines } = layout;
  const { width, height } = size;
  const bins = binned(lines, height / layout.height);
  const least = bins.reduce((lowest, bin) => Math.min(lowest, bin.least), 0);
  const most = bins.reduce((highest, bin) => Math.max(highest, bin.most), 0);
  const x = linear(least < most ? [least, most] : [-1, 1], [PAD, width - PAD]);
  const lows = bins.map((bin): Point => [x(bin.least), bin.y]);
  const highs = bins.map((bin): Point => [x(bin.most), bin.y]);
  const means = bins.map((bin): Point => [x(bin.sum / bin.count), bin.y]);
  const breaks = lines.flatMap((line): Mark[] => {
    if (line.kind !== "group") return [];
    const y = (line.top * height) / layout.height;
    return [{ kind: "rule", from: [0, y], to: [width, y], stroke: theme.line }];
  });
  return {
    ...{ ...size, background: theme.background, title: "", description: "", targets: [] },
    marks: [
      ...breaks,
      { kind: "polygon", points: [...lows, ...highs.reverse()], fill: theme.contours[2] },
      { kind: "rule", from: [x(0), 0], to: [x(0), height], stroke: theme.faint },
      { kind: "polyline", points: means, stroke: theme.study, strokeWidth: 1.25 },
    ],
  };
}

/** The studies that are in, in stretches of the strip from top to bottom. */
function binned(lines: readonly Line[], scale: number): readonly Bin[] {
  const bins: Bin[] = [];
  for (const line of lines) {
    if (line.kind !== "study" || line.study.state === "excluded" || !line.study.effect) continue;
    const { yi } = line.study.effect;
    const y = (Math.floor(((line.top + line.height / 2) * scale) / BIN) + 0.5) * BIN;
    const bin = bins.at(-1);
    if (bin?.y !== y) {
      bins.push({ y, least: yi, most: yi, sum: yi, count: 1 });
      continue;
    }
    bin.least = Math.min(bin.least, yi);
    bin.most = Math.max(bin.most, yi);
    bin.sum += yi;
    bin.count += 1;
  }
  return bins;
}
