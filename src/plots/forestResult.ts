import type { GroupResult, Pooled } from "../model/analysis";
import { measureText, truncate } from "../scene/measureText";
import type { GroupMark, Mark } from "../scene/scene";
import { groupName } from "../words/groupsText";
import { formatPercent } from "../words/number";
import { PAD } from "./forestInput";
import type { ForestLayout } from "./forestLayout";
import type { Line } from "./forestLines";
import { effectText, middles } from "./forestRow";
import { clipArrows, diamondPoints } from "./interval";
import { groupSummaries, spokenEffect } from "./summaryText";
import { centredText } from "./textMark";

const SWATCH = 12;
const OUTER = 1; // px that an outer heading is larger by
const FOLD = 28; // px after a heading for the page's button, which a file has not
export const HALF_HEIGHT = 8; // px, of a diamond

/** The heading over the headings of several groups. */
export function outerMarks(
  { columns, narrow, size, theme }: ForestLayout,
  line: Line,
  { key }: GroupResult,
): GroupMark {
  const room = (narrow ? columns.effect.right : columns.panel[0] - 8) - columns.left;
  const name = truncate(groupName(key), room, size + OUTER, "bold");
  const look = { size: size + OUTER, weight: "bold", fill: theme.ink } as const;
  return {
    kind: "group",
    key: `outer-${key}`,
    label: groupName(key),
    marks: [centredText(name, columns.left, line.top + line.height / 2, look)],
  };
}

/** A group's heading: its colour and its name. */
export function groupMarks(layout: ForestLayout, line: Line, { key }: GroupResult, called: string): GroupMark {
  const { styles, size, theme } = layout;
  const colour = styles.get(key)?.colour ?? theme.study;
  const y = line.top + line.height / 2;
  const { left, nameLeft, name } = heading(layout, called);
  return {
    kind: "group",
    key: `group-${key}`,
    label: groupName(key),
    marks: [
      { kind: "rect", at: [left, y - SWATCH / 2], size: [SWATCH, SWATCH], rx: 3, fill: colour },
      centredText(name, nameLeft, y, { size, weight: "bold", fill: theme.ink }),
    ],
  };
}

/** Where a group's heading ends, in CSS pixels: the page has a button there. */
export function headingRight(layout: ForestLayout, key: string): number {
  const line = layout.lines.find((one) => one.kind === "group" && one.group.key === key);
  const { nameLeft, name } = heading(layout, line?.kind === "group" ? line.name : groupName(key));
  return nameLeft + measureText(name, layout.size, "bold") + 4;
}

function heading({ columns, narrow, size }: ForestLayout, called: string) {
  const { left } = columns;
  const nameLeft = left + SWATCH + 6;
  const end = narrow ? columns.effect.right : columns.panel[0] - 8;
  const room = end - nameLeft - (left > PAD ? FOLD : 0);
  return { left, nameLeft, name: truncate(called, room, size, "bold") };
}

/** A group's result: what it rests on, its diamond and effect; a single study is not pooled. */
export function summaryMarks(layout: ForestLayout, line: Line, group: GroupResult): GroupMark {
  const texts = groupSummaries(group, layout.input.analysis.model, layout.input.descriptor);
  return resultMarks(layout, line, group, texts, "summary");
}

/** The result over all groups under an outer heading, which it names. */
export function subtotalMarks(layout: ForestLayout, line: Line, group: GroupResult): GroupMark {
  const texts = groupSummaries(group, layout.input.analysis.model, layout.input.descriptor);
  const name = groupName(group.key);
  return resultMarks(layout, line, group, [...texts.map((text) => `${name}: ${text}`), ...texts], "subtotal");
}

function resultMarks(
  layout: ForestLayout,
  line: Line,
  group: GroupResult,
  texts: readonly string[],
  kind: "summary" | "subtotal",
): GroupMark {
  const { input, size, theme } = layout;
  const { analysis } = input;
  const [y] = middles(layout, line);
  const pooled = group.pooled && group.pooled.k > 1 ? group.pooled : null;
  const words = summaryWords(layout, texts, y, pooled !== null);
  const key = `${kind}-${group.key}`;
  if (pooled === null) return { kind: "group", key, label: `${groupName(group.key)}: ${texts[0]}`, marks: [words] };

  // A subtotal is of several groups, and has the colour of none.
  const colour = kind === "subtotal" ? theme.ink : (layout.styles.get(group.key)?.colour ?? theme.study);
  const share = analysis.overall ? groupWeight(layout, group) : null;
  return {
    kind: "group",
    key,
    label: `${spokenEffect(groupName(group.key), pooled, analysis.measure)}, ${texts[0]}`,
    marks: [
      words,
      ...diamondMarks(layout, line, pooled, { fill: colour, fillOpacity: 0.35, stroke: colour, strokeWidth: 1.25 }),
      ...effectText(layout, [pooled.mu, pooled.ciLb, pooled.ciUb], y, { size, weight: "bold", fill: theme.ink }),
      ...weightText(layout, share, y),
    ],
  };
}

/** A pooled result's diamond, with arrows where the axis clips it. */
export function diamondMarks(
  layout: ForestLayout,
  line: Line,
  pooled: Pooled,
  paint: {
    readonly fill: string;
    readonly fillOpacity?: number;
    readonly stroke?: string;
    readonly strokeWidth?: number;
  },
): readonly Mark[] {
  const { axis } = layout;
  const [, y] = middles(layout, line);
  return [
    { kind: "polygon", points: diamondPoints(axis, pooled, y, HALF_HEIGHT), ...paint },
    ...clipArrows(axis, pooled, y, HALF_HEIGHT, paint.fill),
  ];
}

/** The fullest wording that ends before the interval panel, or before the effect where that stands above it. */
function summaryWords(layout: ForestLayout, texts: readonly string[], y: number, hasEffect: boolean): Mark {
  const { columns, narrow, size, theme } = layout;
  const end = narrow ? (hasEffect ? columns.nameRight : columns.effect.right) : columns.panel[0] - 8;
  const room = end - columns.nameLeft;
  const fitting = texts.find((text) => measureText(text, size) <= room) ?? truncate(texts.at(-1) ?? "", room, size);
  return centredText(fitting, columns.nameLeft, y, { size, fill: theme.muted });
}

function groupWeight({ input }: ForestLayout, { rowIds }: GroupResult): number {
  const members = new Set(rowIds);
  return input.analysis.studies.reduce((sum, s) => sum + (members.has(s.rowId) ? (s.weight ?? 0) : 0), 0);
}

/** A weight in percent at its column, where there is one. */
export function weightText({ columns, size, theme }: ForestLayout, weight: number | null, y: number): readonly Mark[] {
  if (columns.weightRight === null || weight === null) return [];
  const digits = weight === 100 ? 0 : 1;
  return [centredText(formatPercent(weight, digits), columns.weightRight, y, { size, anchor: "end", fill: theme.ink })];
}
