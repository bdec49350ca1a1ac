import type { Pooled } from "../../model/analysis";
import { measureText, truncate } from "../../scene/measureText";
import type { GroupMark, Mark } from "../../scene/scene";
import { estimateText } from "../../words/effectText";
import { formatPercent } from "../../words/number";
import { counted } from "../../words/phrase";
import { PAD } from "../forestInput";
import { boxMark, clipArrows, diamondPoints, intervalMarks } from "../interval";
import { spokenEffect } from "../summaryText";
import { centredText } from "../textMark";
import type { SeriesRow } from "./series";
import type { SeriesLayout } from "./seriesLayout";

/** After the name of a row whose conclusion differs from that of all studies. */
const OTHER = " ‡";

const HALF_HEIGHT = 5;
const OVERALL_HALF_HEIGHT = 7;
const BOX = 8; // px, side of a result that is a single study
const TEXT_LINE = 23; // px of a narrow row that its words take

/** A study's name, and the result without it or from it on. */
export function rowMarks(
  layout: SeriesLayout,
  { row, top }: { readonly row: SeriesRow; readonly top: number },
): GroupMark {
  const { input, theme, size, effect } = layout;
  const [textY, y] = middles(layout, top);
  const { isOut, isOther, note, names } = row;
  const pooled = row.isShown ? row.pooled : null;
  const bold = isOther ? ({ weight: "bold" } as const) : {};
  const words = centredText(fittedName(layout, row), layout.left, textY, {
    ...{ size, fill: pooled === null ? theme.faint : theme.ink, ...bold },
    ...(isOut ? ({ strike: true } as const) : {}),
  });
  const key = `study-${row.rowId}`;
  if (pooled === null) {
    const why = centredText(note, effect.right, textY, { size, anchor: "end", italic: true, fill: theme.muted });
    const label = note === "" ? names[0] : `${names[0]}: ${note}`;
    return { kind: "group", key, label, marks: [...clearing(layout, top), words, ...(note === "" ? [] : [why])] };
  }
  const spoken = spokenEffect(names[0], pooled, input.analysis.measure);
  return {
    ...{ kind: "group", key, label: isOther ? `${spoken}: the conclusion differs` : spoken },
    marks: [
      ...clearing(layout, top),
      words,
      ...resultMarks(layout, pooled, y, isOther),
      ...numberMarks(layout, pooled, textY, bold),
    ],
  };
}

/** The longest wording of the name that ends before the next column. */
function fittedName({ left, nameRight, size }: SeriesLayout, { names, isOther }: SeriesRow): string {
  const weight = isOther ? "bold" : undefined;
  const after = isOther ? OTHER : "";
  const room = nameRight - left - measureText(after, size, weight);
  const name = names.find((text) => measureText(text, size, weight) <= room) ?? names.at(-1) ?? "";
  return truncate(name, room, size, weight) + after;
}

/** The result of all studies, under a rule. */
export function overallMarks(layout: SeriesLayout): GroupMark {
  const { series, overallTop, left, width, theme, size, axis, input } = layout;
  const { overall } = series;
  const [textY, y] = middles(layout, overallTop);
  const name = `All ${counted(overall.k, input.descriptor.studyNoun)}`;
  return {
    kind: "group",
    key: "overall",
    label: spokenEffect(name, overall, input.analysis.measure),
    marks: [
      { kind: "rule", from: [PAD, overallTop - 4], to: [width - PAD, overallTop - 4], stroke: theme.line },
      ...clearing(layout, overallTop),
      centredText(name, left, textY, { size, weight: "bold", fill: theme.ink }),
      { kind: "polygon", points: diamondPoints(axis, overall, y, OVERALL_HALF_HEIGHT), fill: theme.pooled },
      ...clipArrows(axis, overall, y, OVERALL_HALF_HEIGHT, theme.pooled),
      ...numberMarks(layout, overall, textY, { weight: "bold" }),
    ],
  };
}

/** A diamond, hollow where the conclusion differs; a single study is never a diamond. */
function resultMarks({ axis, theme }: SeriesLayout, pooled: Pooled, y: number, isOther: boolean): readonly Mark[] {
  const paint = isOther ? { fill: theme.background, stroke: theme.ink } : { fill: theme.study };
  if (pooled.k === 1) {
    const box = boxMark(axis, pooled.mu, y, BOX, { ...paint, stroke: theme.study });
    return [
      ...intervalMarks(axis, pooled.ciLb, pooled.ciUb, y, { stroke: theme.interval ?? theme.study }),
      ...(box ? [box] : []),
    ];
  }
  const points = diamondPoints(axis, pooled, y, HALF_HEIGHT);
  return [
    { kind: "polygon", points, ...paint },
    ...clipArrows(axis, pooled, y, HALF_HEIGHT, isOther ? theme.ink : theme.study),
  ];
}

function numberMarks(
  { effect, spreadRight, size, theme, input }: SeriesLayout,
  { mu, ciLb, ciUb, heterogeneity }: Pooled,
  y: number,
  weight: { readonly weight?: "bold" },
): readonly Mark[] {
  const { measure } = input.analysis;
  const at = (text: string, right: number) =>
    centredText(text, right, y, { size, anchor: "end", fill: theme.ink, ...weight });
  return [
    at(estimateText(mu, measure), effect.estimateRight),
    at(`[${estimateText(ciLb, measure)},`, effect.lowerRight),
    at(`${estimateText(ciUb, measure)}]`, effect.right),
    ...(spreadRight !== null && heterogeneity ? [at(formatPercent(heterogeneity.I2), spreadRight)] : []),
  ];
}

/** Middles of a row's words and of its interval: the same, but for a narrow figure. */
function middles({ narrow, rowHeight }: SeriesLayout, top: number): readonly [text: number, interval: number] {
  return narrow ? [top + 12, top + 33] : [top + rowHeight / 2, top + rowHeight / 2];
}

/** In a narrow figure words stand over the panel: the ground keeps its lines from crossing them. */
function clearing({ narrow, width, theme }: SeriesLayout, top: number): readonly Mark[] {
  return narrow ? [{ kind: "rect", at: [0, top], size: [width, TEXT_LINE], fill: theme.background }] : [];
}
