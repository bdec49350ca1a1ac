import type { Influence } from "../../model/sensitivity";
import { measureText, truncate } from "../../scene/measureText";
import type { GroupMark, Mark, Scene } from "../../scene/scene";
import { words } from "../../words/phrase";
import {
  DIAGNOSTICS,
  type DiagnosticName,
  diagnosticsSpoken,
  diagnosticText,
  influenceText,
} from "../../words/sensitivity/influence";
import { weightingNote } from "../../words/weightingNote";
import { captionBlock, captionMarks } from "../captionBlock";
import { emptyFigure } from "../emptyFigure";
import { PAD, type PlotInput } from "../forestInput";
import { studyLabel } from "../summaryText";
import { centredText } from "../textMark";
import { cellCaption, cellTitle } from "./cellCaption";
import { type BarColumn, type InfluenceLayout, type InfluenceRow, influenceLayout } from "./influenceLayout";
import { rowsInView } from "./rowsInView";
import type { SeriesOptions } from "./series";

const NUMBER = 10; // px, font size of the numbers under the columns
const BAR = 8; // px, height of a bar
const SIGN = 12; // px for the sign before a marked name
const KEY =
  "Bars start at zero, those of τ² and Q at the value of all together. Dashed: cut-offs; that of the residual one in twenty passes by chance.";
const MARKED = "Marked and bold: influential by at least one rule.";

/** Case deletion diagnostics in CSS pixels: a row per study, a column of small bars per diagnostic. */
export function influenceScene(input: PlotInput, influence: Influence, options: SeriesOptions): Scene {
  if (!influence.overall) return emptyFigure(input, options.width, options.theme);
  const layout = influenceLayout(input, influence, options);
  const { width, theme, rows, rowHeight, bottom, left } = layout;
  const told = influenceText(influence, input.descriptor, (rowId) => studyLabel(input.rows(rowId)));
  const text = words(told, weightingNote(input.analysis.model, "Influence is measured"));
  const hasMarked = influence.studies.some(({ diagnostics }) => diagnostics?.influential);
  const caption = captionBlock(cellCaption(input), [text, hasMarked ? `${KEY} ${MARKED}` : KEY], width, bottom + 28);
  const shown = rowsInView(rows, rowHeight, options.window);
  return {
    width,
    height: caption.bottom,
    background: theme.background,
    title: `Influence of single studies: ${cellTitle(input)}`,
    description: text,
    marks: [
      { kind: "group", key: "panel", marks: layout.columns.flatMap((column) => columnMarks(layout, column)) },
      ...shown.map((row) => rowMarks(layout, row)),
      captionMarks(caption, width, theme),
    ],
    targets: shown.map(({ rowId, top }) => ({
      rowId,
      box: { x: left - options.includeColumn, y: top, width: width - PAD - left, height: rowHeight },
    })),
  };
}

/** A column's head, the line that its bars start from, and its cut-offs. */
function columnMarks(layout: InfluenceLayout, { name, left, right, base, cutoffs, x }: BarColumn): readonly Mark[] {
  const { theme, headBottom, bottom, size, narrow } = layout;
  const upright = (value: number, stroke: string, dash?: string): Mark => {
    const at = x(value);
    return { kind: "rule", from: [at, headBottom], to: [at, bottom], stroke, ...(dash ? { dash } : {}) };
  };
  const text = truncate(narrow ? SHORT[name] : DIAGNOSTICS[name], right - left + 6, narrow ? 11 : size, "bold");
  const look = { size: narrow ? 11 : size, anchor: "middle", weight: "bold", fill: theme.ink } as const;
  return [
    { kind: "text", at: [(left + right) / 2, 20], text, ...look },
    { kind: "rule", from: [left, headBottom], to: [right, headBottom], stroke: theme.line },
    ...cutoffs.map((cutoff) => upright(cutoff, theme.faint, "3 3")),
    upright(base, theme.ink),
    ...numberMarks(layout, { name, left, right, base, cutoffs, x }),
  ];
}

/** The values at which cut-offs and bars stand, under the column, as far as there is room. */
function numberMarks({ theme, bottom }: InfluenceLayout, { name, left, right, base, cutoffs, x }: BarColumn) {
  const taken: (readonly [from: number, to: number])[] = [];
  return [...cutoffs.toReversed(), base].flatMap((value): Mark[] => {
    const text = scaleText(name, value);
    const half = measureText(text, NUMBER) / 2;
    const centre = Math.min(right + 4 - half, Math.max(left - 4 + half, x(value)));
    if (taken.some(([from, to]) => centre + half + 4 > from && centre - half - 4 < to)) return [];
    taken.push([centre - half, centre + half]);
    return [{ kind: "text", at: [centre, bottom + 14], text, size: NUMBER, anchor: "middle", fill: theme.muted }];
  });
}

function scaleText(name: DiagnosticName, value: number): string {
  return value === 0 ? "0" : diagnosticText(name, value);
}

const SHORT: typeof DIAGNOSTICS = {
  ...{ rstudent: "Resid.", dffits: "DFFITS", cooksDistance: "Cook", hat: "Weight" },
  ...{ tau2Deleted: "τ²", QDeleted: "Q" },
};

function rowMarks(layout: InfluenceLayout, { rowId, name, found, isOut, top }: InfluenceRow): GroupMark {
  const { theme, size, left, nameRight, narrow, rowHeight, width, columns } = layout;
  const textY = narrow ? top + 12 : top + rowHeight / 2;
  const y = narrow ? top + 32 : textY;
  const isMarked = found?.diagnostics?.influential ?? false;
  const fill = found ? theme.ink : theme.faint;
  const words = centredText(truncate(name, nameRight - left - SIGN - 4, size, "bold"), left + SIGN, textY, {
    ...{ size, fill, ...(isMarked ? { weight: "bold" as const } : {}), ...(isOut ? { strike: true as const } : {}) },
  });
  const ground: Mark = { kind: "rect", at: [0, top], size: [width, 22], fill: theme.background };
  return {
    kind: "group",
    key: `study-${rowId}`,
    label: `${name}: ${found ? diagnosticsSpoken(found) : "left out"}`,
    marks: [
      ...(narrow ? [ground] : []),
      ...(isMarked ? [signMark(left + 4, textY, theme.ink)] : []),
      words,
      ...(found?.diagnostics
        ? columns.flatMap((c) => barMarks(layout, c, found.diagnostics?.[c.name] ?? c.base, y))
        : []),
    ],
  };
}

/** A bar; full where it passes its column's cut-off, half as strong where it does not. */
function barMarks(
  { theme }: InfluenceLayout,
  { x, base, cutoffs }: BarColumn,
  value: number,
  y: number,
): readonly Mark[] {
  const [from, to] = [x(base), x(value)];
  const isBeyond = cutoffs.some((cutoff) => (cutoff > 0 ? value > cutoff : value < cutoff));
  const size = [Math.max(1, Math.abs(to - from)), BAR] as const;
  const paint = isBeyond ? { fill: theme.ink } : { fill: theme.study, fillOpacity: 0.6 };
  return [{ kind: "rect", at: [Math.min(from, to), y - BAR / 2], size, ...paint }];
}

/** A small diamond before the name of a marked study. */
function signMark(x: number, y: number, fill: string): Mark {
  return {
    kind: "polygon",
    points: [
      [x, y - 5],
      [x + 4, y],
      [x, y + 5],
      [x - 4, y],
    ],
    fill,
  };
}
