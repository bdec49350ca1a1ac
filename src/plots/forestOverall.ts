import type { Pooled } from "../model/analysis";
import { measureText, truncate } from "../scene/measureText";
import type { GroupMark, Mark } from "../scene/scene";
import { estimateText, evidenceText } from "../words/effectText";
import { counted } from "../words/phrase";
import { PAD } from "./forestInput";
import type { ForestLayout } from "./forestLayout";
import type { Line } from "./forestLines";
import { diamondMarks, HALF_HEIGHT, weightText } from "./forestResult";
import { effectText, middles } from "./forestRow";
import { diamondPoints, intervalMarks } from "./interval";
import { noPredintText, spokenEffect } from "./summaryText";
import { centredText } from "./textMark";

const PREDINT = 5; // px, height of the prediction interval's bar

/** The overall result over the ghost of the previous one. */
export function overallMarks(layout: ForestLayout, line: Line, overall: Pooled): GroupMark {
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
          kind: "group",
          key: "ghost",
          marks: [
            {
              kind: "polygon",
              points: diamondPoints(layout.axis, ghost, intervalY, HALF_HEIGHT),
              stroke: theme.faint,
              dash: "3 2",
            },
          ],
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
      ...diamondMarks(layout, line, overall, { fill: theme.pooled }),
      ...effectText(layout, [overall.mu, overall.ciLb, overall.ciUb], y, { size, weight: "bold", fill: theme.ink }),
      ...weightText(layout, 100, y),
    ],
  };
}

/** The prediction interval: where the effect in a new setting may lie; or why there is none. */
export function predintMarks(layout: ForestLayout, line: Line, { predint, predintReason }: Pooled): GroupMark {
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

function overallName(layout: ForestLayout, full: string, { k }: Pooled, y: number): readonly Mark[] {
  const { columns, narrow, size, theme, input } = layout;
  const room = (narrow ? columns.nameRight : columns.panel[0] - 8) - columns.left;
  const texts = [full, `All ${counted(k, input.descriptor.studyNoun)}`];
  const text = texts.find((t) => measureText(t, size, "bold") <= room) ?? truncate(full, room, size, "bold");
  return [centredText(text, columns.left, y, { size, weight: "bold", fill: theme.ink })];
}
