import { max } from "d3";
import type { Row } from "../model/study";
import { measureText } from "../scene/measureText";
import { groupName } from "../words/groupsText";
import { type ArmDetail, armColumns, chosenArms, type PlacedArms, placeArms } from "./armColumns";
import { type EffectColumn, effectColumn, effectWidths } from "./effectColumn";
import { type ForestInput, MAX_WIDTH, PAD } from "./forestInput";
import { type BiasColumn, biasColumns } from "./riskOfBias";
import { studyLabel, TURNED } from "./summaryText";

/** Where the columns of a forest plot stand, in CSS pixels from the left edge. */
export interface ForestColumns {
  readonly width: number;
  /** Left edge of headings and room for study names, indented under group headings. */
  readonly left: number;
  readonly nameLeft: number;
  readonly nameRight: number;
  readonly arms: PlacedArms["columns"];
  readonly spans: PlacedArms["spans"];
  readonly panel: readonly [left: number, right: number];
  readonly effect: EffectColumn;
  /** null where it is left out. */
  readonly weightRight: number | null;
  readonly bias: readonly (BiasColumn & { readonly x: number })[];
}

const INDENT = 18; // px of studies under their group's heading
const GAP = 14;
const PANEL_GAP = 22;
const BIAS_STEP = 20;
const MIN_PANEL = 200;
const GOOD_PANEL = 240;
const AMPLE_PANEL = 330; // all risk-of-bias domains are shown only where the panel keeps this much
const MAX_PANEL = 480;
const MIN_NAME = 110;
const MAX_NAME = 240;
const TIGHT_NAME = 170;
const SAMPLE = 300; // rows measured: the widths of 100,000 rows do not need all of them

interface Choice {
  readonly bias: "all" | "overall" | "none";
  readonly arms: ArmDetail;
  readonly weight: boolean;
  /** Names and arms' heads are cut short. */
  readonly tight: boolean;
  /** Least width of the interval panel that makes this the choice. */
  readonly panel: number;
}

/** What is left out or cut short, in this order, until the interval panel has room: the least important first. */
const CHOICES: readonly Choice[] = [
  { bias: "all", arms: "full", weight: true, tight: false, panel: AMPLE_PANEL },
  { bias: "overall", arms: "full", weight: true, tight: false, panel: MIN_PANEL },
  { bias: "overall", arms: "full", weight: true, tight: true, panel: MIN_PANEL },
  { bias: "overall", arms: "some", weight: true, tight: true, panel: MIN_PANEL },
  { bias: "overall", arms: "none", weight: true, tight: false, panel: MIN_PANEL },
  { bias: "none", arms: "none", weight: true, tight: true, panel: MIN_PANEL },
  { bias: "none", arms: "none", weight: false, tight: true, panel: Number.NEGATIVE_INFINITY },
];

/** The richest set of columns that leaves the interval panel enough room at this width. */
export function forestColumns(input: ForestInput, width: number, includeColumn: number, size: number): ForestColumns {
  const rows = sampleRows(input);
  const left = PAD + includeColumn;
  const nameLeft = left + (input.analysis.groups.length > 0 ? INDENT : 0);
  const suffix = input.analysis.studies.some((study) => study.flipped) ? TURNED : "";
  const names = rows.map((row) => measureText(studyLabel(row) + suffix, size));
  const headings = input.analysis.groups.map(({ key }) => measureText(groupName(key), size, "bold"));
  const longest = (max([...names, ...headings]) ?? 0) + 4;
  const effect = effectWidths(input.analysis, rows, size);
  const armData = armColumns(input.analysis, rows, size);
  const available = Math.min(width, MAX_WIDTH);

  const place = (choice: Choice, name: number) => {
    const nameRight = nameLeft + name;
    const bias = choice.bias === "none" ? [] : biasColumns(input.descriptor, choice.bias);
    const arms = placeArms(input.descriptor, chosenArms(armData, choice.arms), nameRight, {
      size,
      tight: choice.tight,
    });
    const weight = choice.weight ? measureText("Weight", size, "bold") + GAP : 0;
    const after = PANEL_GAP + effect.total + weight + (bias.length > 0 ? bias.length * BIAS_STEP + GAP : 0) + PAD;
    const panelLeft = arms.right + PANEL_GAP;
    return { choice, nameRight, bias, arms, weight, after, panelLeft, room: available - panelLeft - after };
  };
  const most = Math.min(MAX_NAME, Math.max(MIN_NAME, longest));
  const least = Math.min(TIGHT_NAME, most);
  const placed = CHOICES.map((choice) => place(choice, choice.tight ? least : most));
  const first = placed.find((p) => p.room >= p.choice.panel) ?? placed.at(-1)!;
  // Names that were cut short take back what the panel can spare.
  const name = Math.max(least, Math.min(most, least + first.room - GOOD_PANEL));
  const { choice, nameRight, bias, arms, weight, after, panelLeft, room } = first.choice.tight
    ? place(first.choice, name)
    : first;

  const panelRight = panelLeft + Math.min(MAX_PANEL, Math.max(room, MIN_PANEL / 2));
  const effectRight = panelRight + PANEL_GAP + effect.total;
  return {
    ...{ left, nameLeft, nameRight, arms: arms.columns, spans: arms.spans, panel: [panelLeft, panelRight] },
    width: Math.round(panelRight + after),
    effect: effectColumn(input.analysis, effect, effectRight),
    weightRight: choice.weight ? effectRight + weight : null,
    bias: bias.map((column, i) => ({ ...column, x: effectRight + weight + GAP + (i + 0.5) * BIAS_STEP })),
  };
}

/** Columns of a narrow figure, where the interval stands under the name and the effect. */
export function narrowColumns(input: ForestInput, width: number, includeColumn: number, size: number): ForestColumns {
  const left = PAD + includeColumn;
  const effect = effectWidths(input.analysis, sampleRows(input), size);
  const right = width - PAD;
  return {
    width,
    left,
    nameLeft: left,
    nameRight: right - effect.total - GAP,
    arms: [],
    spans: [],
    panel: [left + 4, right - 4],
    effect: effectColumn(input.analysis, effect, right),
    weightRight: null,
    bias: [],
  };
}

/** Rows spread evenly over the question, enough to measure the columns. */
function sampleRows({ analysis: { studies }, rows }: ForestInput): readonly Row[] {
  const step = Math.max(1, studies.length / SAMPLE);
  return Array.from({ length: Math.min(studies.length, SAMPLE) }, (_, i) => rows(studies[Math.floor(i * step)]!.rowId));
}
