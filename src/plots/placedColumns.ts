import type { Descriptor } from "../model/descriptor";
import { measureText } from "../scene/measureText";
import { armName } from "./armColumns";
import type { DataColumn } from "./dataColumns";

/** A column with the width of its widest text in CSS pixels, its head's included. */
export type MeasuredColumn = DataColumn & { readonly width: number };

/** A column in its place: left-aligned text starts at `left`, right-aligned ends at `right`. */
export type PlacedColumn = DataColumn & { readonly left: number; readonly right: number };

/** A head over several columns. */
export interface ColumnSpan {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

export interface PlacedColumns {
  readonly columns: readonly PlacedColumn[];
  readonly spans: readonly ColumnSpan[];
  readonly right: number;
}

const GAP = 14; // px between columns
const RUN_GAP = 20; // before an arm's columns, and before the first of all
const MAX_SPAN_GROWTH = 56; // px that a long arm's name may widen its columns
const MIN_SPAN = 48; // px of an arm's name, even where one narrow column stands under it

/** Sets the columns side by side from `from` px on; arms' names may widen theirs, but hardly where it is `tight`. */
export function placeColumns(
  descriptor: Descriptor,
  columns: readonly MeasuredColumn[],
  from: number,
  { size, tight }: { readonly size: number; readonly tight: boolean },
): PlacedColumns {
  const placed: PlacedColumn[] = [];
  const spans: ColumnSpan[] = [];
  let x = from;
  for (const [i, run] of runs(columns).entries()) {
    const { arm } = run[0]!;
    const left = x + (i === 0 || arm !== null ? RUN_GAP : GAP);
    const natural = run.reduce((sum, { width }) => sum + width + GAP, -GAP);
    const text = arm === null ? "" : armName(descriptor, arm);
    const missing = Math.max(0, measureText(text, size, "bold") - natural);
    const allowed = tight ? Math.max(0, MIN_SPAN - natural) : MAX_SPAN_GROWTH;
    x = left + Math.min(allowed, missing) - GAP;
    for (const column of run) {
      placed.push({ ...column, left: x + GAP, right: x + GAP + column.width });
      x += GAP + column.width;
    }
    if (arm !== null) spans.push({ text, left, right: x });
  }
  return { columns: placed, spans, right: x };
}

/** Neighbours of the same arm together; every other column by itself. */
function runs(columns: readonly MeasuredColumn[]): readonly (readonly MeasuredColumn[])[] {
  const found: MeasuredColumn[][] = [];
  for (const column of columns) {
    const last = found.at(-1);
    if (last && column.arm !== null && last[0]?.arm === column.arm) last.push(column);
    else found.push([column]);
  }
  return found;
}
