import type { Analysis, GroupResult, StudyResult } from "../model/analysis";

/** What one line of the figure shows, from top to bottom. */
export type LineContent =
  | { readonly kind: "group"; readonly group: GroupResult }
  | { readonly kind: "study"; readonly study: StudyResult; readonly groupKey: string | null }
  | { readonly kind: "summary"; readonly group: GroupResult }
  | { readonly kind: "overall" }
  | { readonly kind: "predint" };

/** A line in its place, in CSS pixels from the top of the figure. */
export type Line = LineContent & { readonly top: number; readonly height: number };

/** Heights of the kinds of line in CSS pixels. */
export interface LineHeights {
  readonly study: number;
  /** A group's heading. */
  readonly heading: number;
  /** Pooled results and the prediction interval. */
  readonly other: number;
  /** Free space after each group. */
  readonly groupGap: number;
}

/** The lines of the figure from `top` downwards: groups with their studies, then the overall result. */
export function forestLines(analysis: Analysis, heights: LineHeights, top: number): readonly Line[] {
  const lines: Line[] = [];
  let y = top;
  const add = (content: LineContent, height: number) => {
    lines.push({ ...content, top: y, height });
    y += height;
  };

  if (analysis.groups.length === 0) {
    for (const study of analysis.studies) add({ kind: "study", study, groupKey: null }, heights.study);
    y += heights.groupGap;
  } else {
    const byId = new Map(analysis.studies.map((study) => [study.rowId, study]));
    for (const group of analysis.groups) {
      add({ kind: "group", group }, heights.heading);
      for (const id of group.rowIds) {
        const study = byId.get(id);
        if (study) add({ kind: "study", study, groupKey: group.key }, heights.study);
      }
      add({ kind: "summary", group }, heights.other);
      y += heights.groupGap;
    }
  }
  if (analysis.overall) {
    add({ kind: "overall" }, heights.other);
    if (analysis.overall.k > 1 && analysis.overall.predintReason !== "common-effect-model") {
      add({ kind: "predint" }, heights.other);
    }
  }
  return lines;
}

/** Lines that touch the stretch from `top` to `bottom`, found by bisection: the cost is that of the lines in view. */
export function linesWithin(lines: readonly Line[], top: number, bottom: number): readonly Line[] {
  let from = 0;
  let to = lines.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const line = lines[middle]!;
    if (line.top + line.height < top) from = middle + 1;
    else to = middle;
  }
  let end = from;
  while (end < lines.length && lines[end]!.top <= bottom) end++;
  return lines.slice(from, end);
}
