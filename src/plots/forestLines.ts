import { type Analysis, type GroupResult, NESTED, type StudyResult } from "../model/analysis";
import { groupName, nameWithin } from "../words/groupsText";

/** What one line of the figure shows, from top to bottom. */
export type LineContent =
  /** A heading over the headings of the groups within. */
  | { readonly kind: "outer"; readonly group: GroupResult }
  | { readonly kind: "group"; readonly group: GroupResult; readonly name: string }
  | { readonly kind: "study"; readonly study: StudyResult; readonly groupKey: string | null }
  | { readonly kind: "summary"; readonly group: GroupResult }
  /** The result over the groups under an outer heading. */
  | { readonly kind: "subtotal"; readonly group: GroupResult }
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

/** What the lines are made of. */
export interface LineSource {
  readonly analysis: Pick<Analysis, "groups" | "outerGroups" | "overall">;
  /** In the order of the figure; groups keep theirs. */
  readonly studies: readonly StudyResult[];
  /** Groups of which only the result is shown, by key. */
  readonly collapsed: readonly string[];
}

/** The lines of the figure from `top` downwards: groups with their studies, then the overall result. */
export function forestLines({ analysis, studies, collapsed }: LineSource, heights: LineHeights, top: number): Line[] {
  const { groups, outerGroups, overall } = analysis;
  const lines: Line[] = [];
  let y = top;
  const add = (line: Line) => {
    lines.push(line);
    y += line.height;
  };
  const addStudies = (members: readonly StudyResult[], groupKey: string | null) => {
    for (const study of members) add({ kind: "study", study, groupKey, top: y, height: heights.study });
  };

  if (groups.length === 0) {
    addStudies(studies, null);
    y += heights.groupGap;
  }
  const members = membersOf(groups, studies);
  let outer: GroupResult | null = null;
  for (const [i, group] of groups.entries()) {
    const around = outerOf(group, outerGroups);
    if (around && around !== outer) add({ kind: "outer", group: around, top: y, height: heights.heading });
    outer = around;
    const name = around ? nameWithin(around.key, group.key) : groupName(group.key);
    add({ kind: "group", group, name, top: y, height: heights.heading });
    if (!collapsed.includes(group.key)) addStudies(members[i]!, group.key);
    add({ kind: "summary", group, top: y, height: heights.other });
    const next = groups[i + 1];
    if (outer?.pooled && (!next || outerOf(next, outerGroups) !== outer)) {
      add({ kind: "subtotal", group: outer, top: y, height: heights.other });
    }
    y += heights.groupGap;
  }
  if (overall) {
    add({ kind: "overall", top: y, height: heights.other });
    const hasPredint = overall.k > 1 && overall.predintReason !== "common-effect-model";
    if (hasPredint) add({ kind: "predint", top: y, height: heights.other });
  }
  return lines;
}

/** The outer group that a group stands in; null where one column is compared. */
function outerOf({ key }: GroupResult, outerGroups: readonly GroupResult[]): GroupResult | null {
  const around = outerGroups.filter((outer) => key.startsWith(outer.key + NESTED));
  // A value may itself hold the sign between values: the longest that fits is meant.
  return around.reduce<GroupResult | null>(
    (best, one) => (best && best.key.length >= one.key.length ? best : one),
    null,
  );
}

/** The studies of each group, in the order of `studies`. */
function membersOf(groups: readonly GroupResult[], studies: readonly StudyResult[]): readonly StudyResult[][] {
  const members = groups.map((): StudyResult[] => []);
  if (groups.length === 0) return members;
  const groupOf = new Map<number, number>();
  for (const [i, { rowIds }] of groups.entries()) for (const id of rowIds) groupOf.set(id, i);
  for (const study of studies) members[groupOf.get(study.rowId) ?? -1]?.push(study);
  return members;
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
