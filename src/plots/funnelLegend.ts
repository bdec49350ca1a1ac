import { measureText } from "../scene/measureText";
import type { Mark, Point } from "../scene/scene";
import { groupName } from "../words/groupsText";
import { PAD } from "./forestInput";
import type { FunnelLayout } from "./funnelLayout";
import { groupStyle } from "./groupStyle";
import { shapeMark } from "./shapeMark";

interface LegendItem {
  readonly text: string;
  readonly sign: (at: Point) => readonly Mark[];
}

export interface Legend {
  readonly marks: readonly Mark[];
  readonly bottom: number;
}

const SIZE = 12;
const SIGN = 22; // px that a sign takes
const STEP = 20;
const GAP = 18;

/** What shapes, lines and shades stand for, in rows that fit the figure's width; `top` in CSS pixels. */
export function funnelLegend(layout: FunnelLayout, top: number): Legend {
  const rows = [groupItems(layout), lineItems(layout), shadeItems(layout)].filter((items) => items.length > 0);
  const marks: Mark[] = [];
  let y = top;
  for (const items of rows) {
    let x = PAD;
    for (const { text, sign } of items) {
      const width = SIGN + measureText(text, SIZE);
      if (x > PAD && x + width > layout.width - PAD) {
        x = PAD;
        y += STEP;
      }
      marks.push(...sign([x + 8, y]));
      marks.push({ kind: "text", at: [x + SIGN, y + 4], text, size: SIZE, fill: layout.theme.muted });
      x += width + GAP;
    }
    y += STEP;
  }
  return { marks, bottom: y };
}

function groupItems({ input, theme }: FunnelLayout): readonly LegendItem[] {
  const { analysis, descriptor } = input;
  const groups = analysis.groups.map(({ key }): LegendItem => {
    const { colour, shape } = groupStyle(analysis, descriptor, key, theme);
    return { text: groupName(key), sign: (at) => [shapeMark(shape, at, 5, { fill: colour })] };
  });
  const hasOut = analysis.studies.some((s) => s.state === "excluded" && s.effect);
  const out: LegendItem = {
    text: "left out",
    sign: (at) => [shapeMark("circle", at, 5, { fill: theme.background, stroke: theme.faint, dash: "2 1.5" })],
  };
  return hasOut ? [...groups, out] : groups;
}

function lineItems({ input, theme }: FunnelLayout): readonly LegendItem[] {
  const line = (dash: string, text: string, stroke: string): LegendItem => ({
    text,
    sign: ([x, y]) => [{ kind: "rule", from: [x - 8, y], to: [x + 8, y], stroke, strokeWidth: 1.25, dash }],
  });
  const { overall, model } = input.analysis;
  if (overall === null || overall.k < 2) return [];
  const name = model.method === "EE" ? "common-effect" : "random-effects";
  return [line("2 3", `${name} estimate`, theme.ink), line("6 4", "pseudo 95% limits around it", theme.muted)];
}

function shadeItems({ theme }: FunnelLayout): readonly LegendItem[] {
  const [outer, middle, inner] = theme.contours;
  const shade = (fill: string, text: string): LegendItem => ({
    text,
    sign: ([x, y]) => [
      { kind: "rect", at: [x - 8, y - 6], size: [16, 12], fill, stroke: theme.faint, strokeWidth: 0.5 },
    ],
  });
  return [
    shade(theme.background, "p > 0.10"),
    shade(inner, "0.05 to 0.10"),
    shade(middle, "0.01 to 0.05"),
    shade(outer, "p < 0.01"),
  ];
}
