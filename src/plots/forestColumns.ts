import type { Look } from "../model/look";
import { measureText } from "../scene/measureText";
import { groupName } from "../words/groupsText";
import { columnPlans, type Plan } from "./columnPlans";
import { type EffectColumn, effectColumn, effectWidths } from "./effectColumn";
import { type ForestInput, MAX_WIDTH, PAD } from "./forestInput";
import { type ColumnSpan, type PlacedColumn, placeColumns } from "./placedColumns";
import type { BiasColumn } from "./riskOfBias";
import { perSample, type Sample, sampleOf } from "./sample";
import { studyLabel, TURNED } from "./summaryText";

/** Where the columns of a forest plot stand, in CSS pixels from the left edge. */
export interface ForestColumns {
  readonly width: number;
  /** Left edge of headings and room for study names, indented under group headings. */
  readonly left: number;
  readonly nameLeft: number;
  readonly nameRight: number;
  /** Arms and further columns, left of the intervals. */
  readonly cells: readonly PlacedColumn[];
  readonly spans: readonly ColumnSpan[];
  readonly panel: readonly [left: number, right: number];
  readonly effect: EffectColumn;
  /** null where it is left out. */
  readonly weightRight: number | null;
  readonly bias: readonly (BiasColumn & { readonly x: number })[];
}

/** What the columns of a figure depend on beside its input. */
export interface ColumnOptions {
  readonly width: number;
  readonly includeColumn: number;
  /** Font size in CSS pixels. */
  readonly size: number;
  readonly chosen: Look["columns"];
}

export const BIAS_STEP = 24; // px: a head is a target of the least size
const INDENT = 18; // px of studies under their group's heading
const GAP = 14;
const PANEL_GAP = 22;
const MIN_PANEL = 200;
const GOOD_PANEL = 240;
const MAX_PANEL = 480;
const MIN_NAME = 110;
const MAX_NAME = 240;
const TIGHT_NAME = 170;

const longestName = perSample<number>();

/** The richest set of columns that leaves the interval panel enough room at this width. */
export function forestColumns(input: ForestInput, options: ColumnOptions): ForestColumns {
  const { width, size, chosen } = options;
  const sample = sampleOf(input);
  const left = PAD + options.includeColumn;
  const nameLeft = left + (input.analysis.groups.length > 0 ? INDENT : 0);
  const effect = effectWidths(input.analysis, sample, size);
  const available = Math.min(width, MAX_WIDTH);

  const place = (plan: Plan, name: number) => {
    const nameRight = nameLeft + name;
    const {
      columns: cells,
      spans,
      right,
    } = placeColumns(input.descriptor, plan.cells, nameRight, {
      size,
      tight: plan.tight,
    });
    const weight = plan.weight ? measureText("Weight", size, "bold") + GAP : 0;
    const dots = plan.bias.length > 0 ? plan.bias.length * BIAS_STEP + GAP : 0;
    const after = PANEL_GAP + effect.total + weight + dots + PAD;
    const panelLeft = right + PANEL_GAP;
    return { plan, nameRight, cells, spans, weight, after, panelLeft, room: available - panelLeft - after };
  };
  const most = Math.min(MAX_NAME, Math.max(MIN_NAME, nameWidth(input, sample, size)));
  const least = Math.min(TIGHT_NAME, most);
  const first = firstFitting(columnPlans(input, sample, size, chosen), (plan) =>
    place(plan, plan.tight ? least : most),
  );
  // Names that were cut short take back what the panel can spare.
  const name = Math.max(least, Math.min(most, least + first.room - GOOD_PANEL));
  const { plan, nameRight, cells, spans, weight, after, panelLeft, room } = first.plan.tight
    ? place(first.plan, name)
    : first;

  const panelRight = panelLeft + Math.min(MAX_PANEL, Math.max(room, MIN_PANEL / 2));
  const effectRight = panelRight + PANEL_GAP + effect.total;
  return {
    ...{ left, nameLeft, nameRight, cells, spans, panel: [panelLeft, panelRight] },
    width: Math.round(panelRight + after),
    effect: effectColumn(input.analysis, effect, effectRight),
    weightRight: plan.weight ? effectRight + weight : null,
    bias: plan.bias.map((column, i) => ({ ...column, x: effectRight + weight + GAP + (i + 0.5) * BIAS_STEP })),
  };
}

/** Columns of a narrow figure, where the interval stands under the name and the effect. */
export function narrowColumns(input: ForestInput, { width, includeColumn, size }: ColumnOptions): ForestColumns {
  const left = PAD + includeColumn;
  const effect = effectWidths(input.analysis, sampleOf(input), size);
  const right = width - PAD;
  return {
    width,
    left,
    nameLeft: left,
    nameRight: right - effect.total - GAP,
    cells: [],
    spans: [],
    panel: [left + 4, right - 4],
    effect: effectColumn(input.analysis, effect, right),
    weightRight: null,
    bias: [],
  };
}

/** The first plan that leaves the panel the room that it asks for, else the last. */
function firstFitting<Placed extends { readonly plan: Plan; readonly room: number }>(
  plans: Iterable<Plan>,
  place: (plan: Plan) => Placed,
): Placed {
  let placed: Placed | undefined;
  for (const plan of plans) {
    placed = place(plan);
    if (placed.room >= plan.panel) break;
  }
  if (!placed) throw new RangeError("forestColumns: no plan");
  return placed;
}

/** Room that the longest name or heading asks for. */
function nameWidth({ analysis }: ForestInput, { rows }: Sample, size: number): number {
  const suffix = analysis.studies.some((study) => study.flipped) ? TURNED : "";
  const names = longestName(rows, `${size}${suffix}`, () =>
    rows.reduce((most, row) => Math.max(most, measureText(studyLabel(row) + suffix, size)), 0),
  );
  return (
    analysis.groups.reduce((most, { key }) => Math.max(most, measureText(groupName(key), size, "bold")), names) + 4
  );
}
