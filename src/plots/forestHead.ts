import { truncate } from "../scene/measureText";
import type { Mark } from "../scene/scene";
import { upperFirst } from "../words/phrase";
import { BIAS_STEP } from "./forestColumns";
import { PAD } from "./forestInput";
import type { ForestLayout } from "./forestLayout";
import { ground } from "./grounds";
import { panelTitle } from "./summaryText";
import { centredText } from "./textMark";

const UPPER = 14; // middle of the first line of heads
const LOWER = 33;

/** Column heads: arms span their columns; a rule under all. */
export function headMarks(layout: ForestLayout): readonly Mark[] {
  const { axis, axisOnTop, columns, headBottom, narrow, size, theme, input } = layout;
  const { descriptor, analysis } = input;
  const bold = { size, weight: "bold", fill: theme.head?.ink ?? theme.ink } as const;
  const sub = { size, fill: theme.head?.ink ?? theme.muted } as const;
  const y = headBottom - 13;
  const [panelLeft, panelRight] = columns.panel;
  const title = truncate(panelTitle(analysis.measure, analysis.model), panelRight - panelLeft, size, "bold");

  const heads: Mark[] = [
    ...bandMarks(layout),
    centredText(upperFirst(descriptor.studyNoun.one), columns.left, y, bold),
    centredText(columns.effect.head, columns.effect.right, y, { ...bold, anchor: "end" }),
    { kind: "rule", from: [PAD, headBottom], to: [columns.width - PAD, headBottom], stroke: theme.ink },
  ];
  const titleY = axisOnTop ? UPPER : y;
  if (!narrow) heads.push(centredText(title, (panelLeft + panelRight) / 2, titleY, { ...bold, anchor: "middle" }));
  for (const { value, label } of axisOnTop ? axis.ticks : []) {
    heads.push(centredText(label, axis.x(value), LOWER, { ...sub, anchor: "middle" }));
  }
  if (columns.weightRight !== null) {
    heads.push(centredText("Weight", columns.weightRight, y, { ...bold, anchor: "end" }));
  }
  for (const { text, left, right } of columns.spans) {
    const fitted = truncate(text, right - left, size, "bold");
    heads.push(centredText(fitted, (left + right) / 2, UPPER, { ...bold, anchor: "middle" }));
    heads.push(spanRule(left, right, theme.line));
  }
  for (const { head, arm, anchor, left, right } of columns.cells) {
    const look = { ...(arm === null ? bold : sub), anchor };
    const fitted = arm === null ? truncate(head, right - left, size, "bold") : head;
    heads.push(centredText(fitted, anchor === "start" ? left : right, y, look));
  }
  return [...heads, ...biasHeads(layout, y)];
}

/** The ground that some looks give the heads. */
function bandMarks({ columns, headBottom, theme }: ForestLayout): readonly Mark[] {
  return theme.head ? [ground(columns.width, 0, headBottom, theme.head.ground)] : [];
}

/** Heads of the risk-of-bias columns, under one that spans them where there is room above. */
function biasHeads({ columns: { bias }, headBottom, size, theme }: ForestLayout, y: number): readonly Mark[] {
  const heads = bias.map(({ head, x }): Mark => {
    return centredText(head, x, y, { size: 11, weight: "bold", fill: theme.head?.ink ?? theme.ink, anchor: "middle" });
  });
  const [left, right] = [(bias[0]?.x ?? 0) - BIAS_STEP / 2, (bias.at(-1)?.x ?? 0) + BIAS_STEP / 2];
  if (bias.length < 4 || headBottom < 2 * UPPER + BIAS_STEP / 2) return heads;
  const name = centredText("Risk of bias", (left + right) / 2, UPPER, {
    ...{ size, weight: "bold", fill: theme.head?.ink ?? theme.ink, anchor: "middle" },
  });
  return [name, spanRule(left + 4, right - 4, theme.line), ...heads];
}

function spanRule(left: number, right: number, stroke: string): Mark {
  return { kind: "rule", from: [left, UPPER + 9.5], to: [right, UPPER + 9.5], stroke };
}
