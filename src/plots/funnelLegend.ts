import { measureText } from "../scene/measureText";
import type { Mark, Point } from "../scene/scene";
import { counted } from "../words/phrase";
import { PAD } from "./forestInput";
import type { FunnelLayout } from "./funnelLayout";
import { DASHES } from "./funnelLines";
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
  const rows = [
    groupItems(layout),
    lineItems(layout),
    addedItems(layout),
    eggerItems(layout),
    shadeItems(layout),
  ].filter((items) => items.length > 0);
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

function groupItems({ input, theme, groups }: FunnelLayout): readonly LegendItem[] {
  const ofGroups = groups.map(({ name, style: { colour, shape } }): LegendItem => {
    return { text: name, sign: (at) => [shapeMark(shape, at, 5, { fill: colour })] };
  });
  const hasOut = input.analysis.studies.some((s) => s.state === "excluded" && s.effect);
  const out: LegendItem = {
    text: "left out",
    sign: (at) => [shapeMark("circle", at, 5, { fill: theme.background, stroke: theme.faint, dash: "2 1.5" })],
  };
  return hasOut ? [...ofGroups, out] : ofGroups;
}

function lineItems({ input, theme, groups, scale }: FunnelLayout): readonly LegendItem[] {
  const { overall, model } = input.analysis;
  const effects = model.method === "EE" ? "common-effect" : "random-effects";
  const ofGroups = groups.some(({ pooled }) => pooled !== null && pooled.k > 1)
    ? [lineItem(DASHES.group, "estimate of each group", theme.muted)]
    : [];
  if (overall === null || overall.k < 2) return ofGroups;
  const limits = scale.edges ? [lineItem(DASHES.limits, "pseudo 95% limits around it", theme.muted)] : [];
  return [lineItem(DASHES.pooled, `${effects} estimate`, theme.ink), ...limits, ...ofGroups];
}

function addedItems({ input, theme, added }: FunnelLayout): readonly LegendItem[] {
  if (added.length === 0) return [];
  const text = `${counted(added.length, input.descriptor.studyNoun)} added by trim and fill`;
  return [
    { text, sign: (at) => [shapeMark("circle", at, 5, { fill: theme.background, stroke: theme.ink })] },
    lineItem(DASHES.filled, "estimate with them", theme.ink),
  ];
}

function eggerItems({ line, theme }: FunnelLayout): readonly LegendItem[] {
  return line.length === 0 ? [] : [lineItem(undefined, "Egger’s line: effects against standard errors", theme.study)];
}

function lineItem(dash: string | undefined, text: string, stroke: string): LegendItem {
  const sign: LegendItem["sign"] = ([x, y]) => [
    { kind: "rule", from: [x - 8, y], to: [x + 8, y], stroke, strokeWidth: 1.25, ...(dash ? { dash } : {}) },
  ];
  return { text, sign };
}

function shadeItems({ theme, scale }: FunnelLayout): readonly LegendItem[] {
  if (scale.edges === null) return [];
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
