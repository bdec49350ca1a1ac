import { max } from "d3";
import type { Pooled } from "../model/analysis";
import type { Row } from "../model/study";
import { measureText } from "../scene/measureText";
import { estimateText } from "../words/effectText";
import { levelPercent } from "../words/phrase";
import { type ArmDetail, armColumns, chosenArms, type PlacedArms, placeArms } from "./armColumns";
import { type ForestInput, MAX_WIDTH, PAD } from "./forestInput";
import { type BiasColumn, biasColumns } from "./riskOfBias";
import { studyLabel } from "./summaryText";

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

/** The effect as three right-aligned parts, so that decimals stand under each other: −1.36 [−1.80, −0.92]. */
export interface EffectColumn {
  readonly head: string;
  readonly estimateRight: number;
  readonly lowerRight: number;
  readonly right: number;
}

export const INDENT = 18; // px of studies under their group's heading
const GAP = 14;
const PANEL_GAP = 22;
const BIAS_STEP = 20;
const MIN_PANEL = 200;
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
  const longest = (max(rows, (row) => measureText(studyLabel(row), size)) ?? 0) + 4;
  const effect = effectWidths(input, rows, size);
  const armData = armColumns(input.analysis, rows, size);
  const available = Math.min(width, MAX_WIDTH);

  const measured = CHOICES.map((choice) => {
    const nameRight = nameLeft + Math.min(choice.tight ? TIGHT_NAME : MAX_NAME, Math.max(MIN_NAME, longest));
    const bias = choice.bias === "none" ? [] : biasColumns(input.descriptor, choice.bias);
    const arms = placeArms(input.descriptor, chosenArms(armData, choice.arms), nameRight, {
      size,
      tight: choice.tight,
    });
    const weight = choice.weight ? measureText("Weight", size, "bold") + GAP : 0;
    const after = PANEL_GAP + effect.total + weight + (bias.length > 0 ? bias.length * BIAS_STEP + GAP : 0) + PAD;
    const panelLeft = arms.right + PANEL_GAP;
    return { choice, nameRight, bias, arms, weight, after, panelLeft, room: available - panelLeft - after };
  });
  const { choice, nameRight, bias, arms, weight, after, panelLeft, room } =
    measured.find((m) => m.room >= m.choice.panel) ?? measured.at(-1)!;

  const panelRight = panelLeft + Math.min(MAX_PANEL, Math.max(room, MIN_PANEL / 2));
  const effectRight = panelRight + PANEL_GAP + effect.total;
  return {
    ...{ left, nameLeft, nameRight, arms: arms.columns, spans: arms.spans, panel: [panelLeft, panelRight] },
    width: Math.round(panelRight + after),
    effect: effectColumn(input, effect, effectRight),
    weightRight: choice.weight ? effectRight + weight : null,
    bias: bias.map((column, i) => ({ ...column, x: effectRight + weight + GAP + (i + 0.5) * BIAS_STEP })),
  };
}

/** Columns of a narrow figure, where the interval stands under the name and the effect. */
export function narrowColumns(input: ForestInput, width: number, includeColumn: number, size: number): ForestColumns {
  const left = PAD + includeColumn;
  const effect = effectWidths(input, sampleRows(input), size);
  const right = width - PAD;
  return {
    width,
    left,
    nameLeft: left,
    nameRight: right - effect.total - GAP,
    arms: [],
    spans: [],
    panel: [left + 4, right - 4],
    effect: effectColumn(input, effect, right),
    weightRight: null,
    bias: [],
  };
}

/** Rows spread evenly over the question, enough to measure the columns. */
function sampleRows({ analysis: { studies }, rows }: ForestInput): readonly Row[] {
  const step = Math.max(1, studies.length / SAMPLE);
  return Array.from({ length: Math.min(studies.length, SAMPLE) }, (_, i) => rows(studies[Math.floor(i * step)]!.rowId));
}

interface EffectWidths {
  readonly total: number;
  readonly lower: number;
  readonly upper: number;
}

/** Widths of the parts of the effect, over studies and pooled results; bold, as the widest of them are set. */
function effectWidths({ analysis }: ForestInput, rows: readonly Row[], size: number): EffectWidths {
  const { measure, studies, groups, overall } = analysis;
  const sampled = new Set(rows.map((row) => row.id));
  const pooled = [...groups.map((g) => g.pooled), overall].filter((p): p is Pooled => p !== null);
  const effects = studies.filter((s) => sampled.has(s.rowId)).flatMap((s) => (s.effect ? [s.effect] : []));
  const all = [...pooled.map((p) => [p.mu, p.ciLb, p.ciUb]), ...effects.map((e) => [e.yi, e.ciLb, e.ciUb])];
  const limits = pooled.flatMap(({ predint }) => (predint ? [[0, predint.piLb, predint.piUb]] : []));
  const width = (part: 0 | 1 | 2, before: string, after: string) =>
    max([...all, ...limits], (e) => measureText(`${before}${estimateText(e[part]!, measure)}${after}`, size, "bold")) ??
    0;
  const [lower, upper] = [width(1, " [", ","), width(2, " ", "]")];
  const head = measureText(effectHead(analysis), size, "bold");
  return { total: Math.max(head, width(0, "", "") + lower + upper), lower, upper };
}

function effectColumn({ analysis }: ForestInput, { lower, upper }: EffectWidths, right: number): EffectColumn {
  return { head: effectHead(analysis), estimateRight: right - upper - lower, lowerRight: right - upper, right };
}

function effectHead({ measure, model }: ForestInput["analysis"]): string {
  return `${measure.short} [${levelPercent(model.level)} CI]`;
}
