import { measureText, wrapText } from "../scene/measureText";
import { lowerFirst } from "../words/phrase";
import { unbroken } from "../words/unbroken";
import type { EffectAxis } from "./axis";
import { type CaptionBlock, captionBlock } from "./captionBlock";
import type { ForestColumns } from "./forestColumns";
import { type ForestInput, PAD } from "./forestInput";
import { biasKey } from "./riskOfBias";
import { differenceText, heterogeneityText } from "./summaryText";

/** A line of text at its left edge and baseline, in CSS pixels. */
export interface PlacedText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** What stands under the results: axis labels, tests, caption. */
export interface ForestFoot {
  readonly notes: readonly PlacedText[];
  readonly favours: { readonly left: FavoursLabel; readonly right: FavoursLabel };
  readonly caption: CaptionBlock;
}

/** Lines of text beside the line of no effect; the room ends `width` px away from it. */
export interface FavoursLabel {
  readonly lines: readonly string[];
  readonly y: number;
}

export const NOTE_SIZE = 12;
const NOTE_STEP = 18;
const TICK_LABEL = 20; // px from the axis to the baseline of its numbers
const MIN_NOTES = 280; // notes narrower than this go under the axis
const ARROW = 14; // px for a label's arrow and the gaps beside it

/** Places everything under the axis at `axisY`. Tests stand left of the axis where they have room, else under it. */
export function forestFoot(
  input: ForestInput,
  columns: ForestColumns,
  axis: EffectAxis,
  axisY: number,
  narrow: boolean,
): ForestFoot {
  const right = columns.width - PAD;
  const beside = !narrow && columns.panel[0] - PAD >= MIN_NOTES;
  const favours = favoursLabels(input, axis, beside ? columns.panel[0] - 24 : PAD, right, axisY + TICK_LABEL + 20);
  const axisBottom =
    axisY + TICK_LABEL + 20 + NOTE_STEP * (Math.max(favours.left.lines.length, favours.right.lines.length) - 1);

  const texts = noteTexts(input);
  const noteLeft = beside ? columns.left : PAD;
  const noteWidth = (beside ? columns.panel[0] - 24 : right) - noteLeft;
  const noteTop = beside ? axisY + 10 : axisBottom + 26;
  const notes = texts
    .flatMap((text) => wrapText(unbroken(text), noteWidth, NOTE_SIZE))
    .map((text, i) => ({ x: noteLeft, y: noteTop + i * NOTE_STEP, text }));

  const captionTop = Math.max(axisBottom, notes.at(-1)?.y ?? 0) + 18;
  const caption = captionBlock(input.caption, footnotes(input, columns), columns.width, captionTop);
  return { notes, favours, caption };
}

function noteTexts({ analysis }: ForestInput): readonly string[] {
  const heterogeneity = analysis.overall && heterogeneityText(analysis.overall, analysis.model);
  return [heterogeneity, differenceText(analysis)].filter((text): text is string => text !== null);
}

function footnotes({ analysis, outcome }: ForestInput, columns: ForestColumns): readonly string[] {
  const otherWay = outcome.better === "lower" ? "higher" : "lower";
  const turned = analysis.studies.some((s) => s.flipped);
  const sign = turned ? `† Turned round: on this scale ${otherWay} is better.` : null;
  const band =
    hasMidBand({ analysis, outcome }) &&
    `Shaded: smaller than the smallest difference that matters (${outcome.mid?.source}).`;
  return [sign, band || null, biasKey(columns.bias)].filter((text): text is string => text !== null);
}

/** True where the smallest difference that matters can be drawn on this axis. */
export function hasMidBand({ analysis, outcome }: Pick<ForestInput, "analysis" | "outcome">): boolean {
  return outcome.mid !== null && outcome.mid.measure === analysis.measure.measure;
}

function favoursLabels(
  { descriptor, outcome }: ForestInput,
  axis: EffectAxis,
  from: number,
  to: number,
  y: number,
): ForestFoot["favours"] {
  const { intervention, control } = descriptor.arms;
  const [lower, higher] = outcome.better === "lower" ? [intervention, control] : [control, intervention];
  const none = axis.x(0);
  const label = (arm: string, room: number): FavoursLabel => ({
    lines: favoursLines(lowerFirst(arm), room - ARROW),
    y,
  });
  return { left: label(lower, none - from), right: label(higher, to - none) };
}

/** "Favours US-NKT", over two lines where one has no room. */
function favoursLines(arm: string, room: number): readonly string[] {
  if (arm === "") return [];
  const text = `Favours ${arm}`;
  if (measureText(text, NOTE_SIZE) <= room) return [text];
  return ["Favours", ...wrapText(arm, room, NOTE_SIZE).slice(0, 2)];
}
