import type { GroupResult, Pooled } from "../model/analysis";
import { measureText, truncate } from "../scene/measureText";
import type { Mark } from "../scene/scene";
import { estimateText, evidenceText } from "../words/effectText";
import { formatPercent } from "../words/number";
import { counted } from "../words/phrase";
import { PAD } from "./forestInput";
import type { ForestLayout } from "./forestLayout";
import type { Line } from "./forestLines";
import { effectText, middles } from "./forestRow";
import { groupName, groupStyle } from "./groupStyle";
import { ARROW, arrowHead, diamondPoints, intervalMarks } from "./interval";
import { groupSummaries, noPredintText, spokenEffect } from "./summaryText";
import { centredText } from "./textMark";

const SWATCH = 12;
const HALF_HEIGHT = 8; // px, of a diamond
const PREDINT = 5; // px, height of the prediction interval's bar

/** A group's heading: its colour and its name. */
export function groupMarks(layout: ForestLayout, line: Line, { key }: GroupResult): Mark {
  const { columns, input, size, theme, narrow } = layout;
  const { colour } = groupStyle(input.analysis, input.descriptor, key, theme);
  const y = line.top + line.height / 2;
  const { left } = columns;
  const nameLeft = left + SWATCH + 6;
  const room = (narrow ? columns.effect.right : columns.panel[0] - 8) - nameLeft;
  const name = truncate(groupName(key), room, size, "bold");
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

/** A group's result: what it rests on, its diamond and effect; a single study is not pooled. */
export function summaryMarks(layout: ForestLayout, line: Line, group: GroupResult): Mark {
  const { input, size, theme } = layout;
  const { analysis, descriptor } = input;
  const [y] = middles(layout, line);
  const texts = groupSummaries(group, analysis.model, descriptor);
  const pooled = group.pooled && group.pooled.k > 1 ? group.pooled : null;
  const words = summaryWords(layout, texts, y, pooled !== null);
  const key = `summary-${group.key}`;
  if (pooled === null) return { kind: "group", key, label: `${groupName(group.key)}: ${texts[0]}`, marks: [words] };

  const { colour } = groupStyle(analysis, descriptor, group.key, theme);
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

/** The overall result over the ghost of the previous one. */
export function overallMarks(layout: ForestLayout, line: Line, overall: Pooled): Mark {
  const { columns, input, size, theme } = layout;
  const { analysis, descriptor, ghost } = input;
  const [y, intervalY] = middles(layout, line);
  const rule: Mark = {
    kind: "rule",
    from: [PAD, line.top - 2],
    to: [columns.width - PAD, line.top - 2],
    stroke: theme.line,
  };
  const evidence = evidenceText(overall, descriptor);
  if (overall.k === 1) {
    const text = `${counted(1, descriptor.studyNoun)}, nothing to pool`;
    const words = centredText(text, columns.left, y, { size, fill: theme.muted });
    return { kind: "group", key: "overall", label: text, marks: [rule, words] };
  }
  const outline: Mark[] = ghost
    ? [
        {
          kind: "polygon",
          points: diamondPoints(layout.axis, ghost, intervalY, HALF_HEIGHT),
          stroke: theme.faint,
          dash: "3 2",
        },
      ]
    : [];
  return {
    kind: "group",
    key: "overall",
    label: `${spokenEffect(`All ${descriptor.studyNoun.many}`, overall, analysis.measure)}, ${evidence}`,
    marks: [
      rule,
      ...overallName(layout, `All ${evidence}`, overall, y),
      ...outline,
      ...diamondMarks(layout, line, overall, { fill: theme.ink }),
      ...effectText(layout, [overall.mu, overall.ciLb, overall.ciUb], y, { size, weight: "bold", fill: theme.ink }),
      ...weightText(layout, 100, y),
    ],
  };
}

/** The prediction interval: where the effect in a new setting may lie; or why there is none. */
export function predintMarks(layout: ForestLayout, line: Line, { predint, predintReason }: Pooled): Mark {
  const { columns, input, size, theme, axis } = layout;
  const [y, intervalY] = middles(layout, line);
  const name = centredText("Prediction interval", columns.left, y, { size, fill: theme.ink });
  if (predint === null) {
    const why = noPredintText(predintReason, input.descriptor) ?? "not available";
    const words = centredText(why, columns.effect.right, y, { size, anchor: "end", italic: true, fill: theme.muted });
    return { kind: "group", key: "predint", label: `Prediction interval: ${why}`, marks: [name, words] };
  }
  const { measure } = input.analysis;
  const { lowerRight, right } = columns.effect;
  const [lower, upper] = [estimateText(predint.piLb, measure), estimateText(predint.piUb, measure)];
  return {
    kind: "group",
    key: "predint",
    label: `Prediction interval: ${lower} to ${upper}`,
    marks: [
      name,
      ...intervalMarks(axis, predint.piLb, predint.piUb, intervalY, { stroke: theme.faint, strokeWidth: PREDINT }),
      centredText(`[${lower},`, lowerRight, y, { size, anchor: "end", fill: theme.ink }),
      centredText(`${upper}]`, right, y, { size, anchor: "end", fill: theme.ink }),
    ],
  };
}

function diamondMarks(
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
  const [left, right] = axis.range;
  const points = diamondPoints(axis, pooled, y, HALF_HEIGHT);
  return [
    { kind: "polygon", points, ...paint },
    ...(axis.x(pooled.ciLb) < left ? [arrowHead([left - ARROW, y], -1, paint.fill, HALF_HEIGHT)] : []),
    ...(axis.x(pooled.ciUb) > right ? [arrowHead([right + ARROW, y], 1, paint.fill, HALF_HEIGHT)] : []),
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

function overallName(layout: ForestLayout, full: string, { k }: Pooled, y: number): readonly Mark[] {
  const { columns, narrow, size, theme, input } = layout;
  const room = (narrow ? columns.nameRight : columns.panel[0] - 8) - columns.left;
  const texts = [full, `All ${counted(k, input.descriptor.studyNoun)}`];
  const text = texts.find((t) => measureText(t, size, "bold") <= room) ?? truncate(full, room, size, "bold");
  return [centredText(text, columns.left, y, { size, weight: "bold", fill: theme.ink })];
}

function groupWeight({ input }: ForestLayout, { rowIds }: GroupResult): number {
  const members = new Set(rowIds);
  return input.analysis.studies.reduce((sum, s) => sum + (members.has(s.rowId) ? (s.weight ?? 0) : 0), 0);
}

function weightText({ columns, size, theme }: ForestLayout, weight: number | null, y: number): readonly Mark[] {
  if (columns.weightRight === null || weight === null) return [];
  const digits = weight === 100 ? 0 : 1;
  return [centredText(formatPercent(weight, digits), columns.weightRight, y, { size, anchor: "end", fill: theme.ink })];
}
