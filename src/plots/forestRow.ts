import { measureText, truncate } from "../scene/measureText";
import type { GroupMark, Mark } from "../scene/scene";
import { estimateText } from "../words/effectText";
import { formatPercent } from "../words/number";
import type { ForestLayout } from "./forestLayout";
import type { Line } from "./forestLines";
import { boxMark, boxSide, intervalMarks } from "./interval";
import { biasMarks, judgementOf } from "./riskOfBias";
import { notEstimableText, spokenEffect, studyLabel, TURNED, yearSuffix } from "./summaryText";
import { centredText } from "./textMark";

type StudyLine = Extract<Line, { kind: "study" }>;

const HOLLOW_BOX = 8;

/** The middles of a line's text and of its interval: the same, but in a narrow figure one above the other. */
export function middles({ narrow }: ForestLayout, { top, height }: Line): readonly [text: number, interval: number] {
  return narrow ? [top + 13, top + 32] : [top + height / 2, top + height / 2];
}

/** One study: its name, arms, interval, effect, weight and risk of bias, named for assistive technology. */
export function studyMarks(layout: ForestLayout, line: StudyLine): GroupMark {
  const { study } = line;
  const row = layout.input.rows(study.rowId);
  const name = studyLabel(row);
  const out = study.state === "excluded";
  const { effect } = study;
  const spoken = effect
    ? spokenEffect(name, { mu: effect.yi, ...effect }, layout.input.analysis.measure)
    : `${name}: ${notEstimableText(study.reason)}`;
  return {
    kind: "group",
    key: `study-${study.rowId}`,
    label: out ? `${spoken}, left out` : spoken,
    marks: [...cellMarks(layout, line), ...effectMarks(layout, line), ...biasCells(layout, line)],
  };
}

function cellMarks(layout: ForestLayout, line: StudyLine): readonly Mark[] {
  const { columns, input, size, theme } = layout;
  const { study } = line;
  const [y] = middles(layout, line);
  const row = input.rows(study.rowId);
  const out = study.state === "excluded";
  const look = { size, fill: out ? theme.faint : theme.ink, ...(out ? { strike: true as const } : {}) };
  const suffix = yearSuffix(row) + (study.flipped ? TURNED : "");
  const room = columns.nameRight - columns.nameLeft - measureText(suffix, size);
  const cells: Mark[] = [centredText(truncate(row.slab, room, size) + suffix, columns.nameLeft, y, look)];
  for (const { left, right, anchor, text } of columns.cells) {
    const value = text(row);
    if (value === "") continue;
    const isText = anchor === "start";
    const shown = isText ? truncate(value, right - left, size) : value;
    cells.push(centredText(shown, isText ? left : right, y, { ...look, anchor }));
  }
  if (columns.weightRight !== null) cells.push(...weightMarks(layout, line, columns.weightRight, y));
  return cells;
}

function weightMarks({ input, size, theme, maxWeight }: ForestLayout, line: StudyLine, x: number, y: number): Mark[] {
  const { state, weight } = line.study;
  const { overall, groups } = input.analysis;
  if (state === "excluded") return [centredText("out", x, y, { size, anchor: "end", fill: theme.faint })];
  const pooled = overall ?? groups.find((g) => g.key === line.groupKey)?.pooled;
  return weight === null || pooled?.k === 1
    ? []
    : [centredText(formatPercent(weight, weightDigits(maxWeight)), x, y, { size, anchor: "end", fill: theme.ink })];
}

/** One decimal, as journals print weights; more where hundreds of studies would all have 0.0%. */
function weightDigits(maxWeight: number): number {
  return maxWeight >= 1 ? 1 : 2;
}

function effectMarks(layout: ForestLayout, line: StudyLine): readonly Mark[] {
  const { axis, styles, size, theme, maxWeight } = layout;
  const { effect, reason, state, weight } = line.study;
  const [textY, y] = middles(layout, line);
  if (effect === null) return [whyNot(layout, notEstimableText(reason), y)];

  const out = state === "excluded";
  const colour = (line.groupKey === null ? undefined : styles.get(line.groupKey)?.colour) ?? theme.study;
  const interval = out ? { stroke: theme.faint, dash: "3 2" } : { stroke: theme.interval ?? colour };
  const box = out
    ? boxMark(axis, effect.yi, y, HOLLOW_BOX, { fill: theme.background, stroke: theme.faint, dash: "2 1.5" })
    : boxMark(axis, effect.yi, y, boxSide(weight ?? 0, maxWeight), { fill: colour });
  return [
    ...intervalMarks(axis, effect.ciLb, effect.ciUb, y, interval),
    ...(box ? [box] : []),
    ...effectText(layout, [effect.yi, effect.ciLb, effect.ciUb], textY, {
      size,
      fill: out ? theme.faint : theme.ink,
      ...(out ? { strike: true as const } : {}),
    }),
  ];
}

/** Words in the interval's place, on the ground's colour so that the lines behind do not cross them. */
function whyNot({ axis, size, theme }: ForestLayout, text: string, y: number): Mark {
  const [left, right] = axis.range;
  const fitted = truncate(text, right - left - 8, size);
  const width = measureText(fitted, size) + 8;
  const x = (left + right) / 2;
  const ground: Mark = { kind: "rect", at: [x - width / 2, y - 9], size: [width, 18], fill: theme.background };
  const words = centredText(fitted, x, y, { size, anchor: "middle", italic: true, fill: theme.muted });
  return { kind: "group", key: "why", marks: [ground, words] };
}

/** Estimate and limits in three right-aligned parts, decimals under each other. */
export function effectText(
  { columns, input }: ForestLayout,
  [mu, lb, ub]: readonly [mu: number, lb: number, ub: number],
  y: number,
  look: { readonly size: number; readonly fill: string; readonly weight?: "bold"; readonly strike?: true },
): readonly Mark[] {
  const { estimateRight, lowerRight, right } = columns.effect;
  const { measure } = input.analysis;
  return [
    centredText(estimateText(mu, measure), estimateRight, y, { ...look, anchor: "end" }),
    centredText(`[${estimateText(lb, measure)},`, lowerRight, y, { ...look, anchor: "end" }),
    centredText(`${estimateText(ub, measure)}]`, right, y, { ...look, anchor: "end" }),
  ];
}

function biasCells(layout: ForestLayout, line: StudyLine): readonly Mark[] {
  const row = layout.input.rows(line.study.rowId);
  const [y] = middles(layout, line);
  return layout.columns.bias.flatMap(({ column, x }) => {
    const judgement = judgementOf(row, column);
    return judgement === null ? [] : biasMarks(judgement, [x, y], layout.theme);
  });
}
