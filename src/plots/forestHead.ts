import { truncate } from "../scene/measureText";
import type { Mark } from "../scene/scene";
import { upperFirst } from "../words/phrase";
import { PAD } from "./forestInput";
import type { ForestLayout } from "./forestLayout";
import { panelTitle } from "./summaryText";
import { centredText } from "./textMark";

const UPPER = 14; // middle of the first line of heads
const LOWER = 33;

/** Column heads: arms span their columns; a rule under all. */
export function headMarks(layout: ForestLayout): readonly Mark[] {
  const { axis, axisOnTop, columns, headBottom, narrow, size, theme, input } = layout;
  const { descriptor, analysis } = input;
  const bold = { size, weight: "bold", fill: theme.ink } as const;
  const sub = { size, fill: theme.muted } as const;
  const y = headBottom - 13;
  const [panelLeft, panelRight] = columns.panel;
  const title = truncate(panelTitle(analysis.measure, analysis.model), panelRight - panelLeft, size, "bold");

  const heads: Mark[] = [
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
    heads.push({ kind: "rule", from: [left, UPPER + 9.5], to: [right, UPPER + 9.5], stroke: theme.line });
  }
  for (const { head, right } of columns.arms) heads.push(centredText(head, right, LOWER, { ...sub, anchor: "end" }));
  for (const { head, x } of columns.bias) heads.push(centredText(head, x, y, { ...bold, size: 11, anchor: "middle" }));
  return heads;
}
