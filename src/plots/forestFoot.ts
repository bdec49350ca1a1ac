import { measureText, wrapText } from "../scene/measureText";
import { lowerFirst } from "../words/phrase";
import { unbroken } from "../words/unbroken";
import { type CaptionBlock, captionBlock } from "./captionBlock";
import { PAD } from "./forestInput";
import type { ForestLayout } from "./forestLayout";
import { bandTexts } from "./panelBands";
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

/** A layout without what is placed here. */
export type Unfooted = Omit<ForestLayout, "foot" | "maxWeight" | "width" | "height">;

export const NOTE_SIZE = 12;
const NOTE_STEP = 18;
const TICK_LABEL = 20; // px from the axis to the baseline of its numbers
const MIN_NOTES = 280; // notes narrower than this go under the axis
const ARROW = 14; // px for a label's arrow and the gaps beside it

/** Places everything under the axis. Tests stand left of it where they have room, else under it. */
export function forestFoot(layout: Unfooted): ForestFoot {
  const { input, columns, axisY, narrow } = layout;
  const right = columns.width - PAD;
  const beside = !narrow && columns.panel[0] - PAD >= MIN_NOTES;
  const favours = favoursLabels(layout, beside ? columns.panel[0] - 24 : PAD, right);
  const axisBottom =
    axisY + TICK_LABEL + 20 + NOTE_STEP * (Math.max(favours.left.lines.length, favours.right.lines.length) - 1);

  const noteLeft = beside ? columns.left : PAD;
  const noteWidth = (beside ? columns.panel[0] - 24 : right) - noteLeft;
  const noteTop = beside ? axisY + 10 : axisBottom + 26;
  const notes = noteTexts(layout)
    .flatMap((text) => wrapText(unbroken(text), noteWidth, NOTE_SIZE))
    .map((text, i) => ({ x: noteLeft, y: noteTop + i * NOTE_STEP, text }));

  const captionTop = Math.max(axisBottom, notes.at(-1)?.y ?? 0) + 18;
  const caption = captionBlock(input.caption, footnotes(layout), columns.width, captionTop);
  return { notes, favours, caption };
}

function noteTexts({ input: { analysis } }: Unfooted): readonly string[] {
  const heterogeneity = analysis.overall && heterogeneityText(analysis.overall, analysis.model);
  return [heterogeneity, differenceText(analysis)].filter((text): text is string => text !== null);
}

function footnotes({ input, look, columns }: Unfooted): readonly string[] {
  const { analysis, outcome } = input;
  const otherWay = outcome.better === "lower" ? "higher" : "lower";
  const turned = analysis.studies.some((s) => s.flipped);
  const sign = turned ? `† Turned round: on this scale ${otherWay} is better.` : null;
  const texts = [sign, ...bandTexts(input, look), biasKey(columns.bias)];
  return texts.filter((text): text is string => text !== null);
}

/** A label on each side of no effect; none on a side that the axis does not show. */
export function favoursLabels(
  { input, look, axis, axisY }: Pick<Unfooted, "input" | "look" | "axis" | "axisY">,
  from: number,
  to: number,
): ForestFoot["favours"] {
  const { arms } = input.descriptor;
  const ours = { arm: arms.intervention, own: look.favours?.[0] ?? "" };
  const theirs = { arm: arms.control, own: look.favours?.[1] ?? "" };
  const [lower, higher] = input.outcome.better === "lower" ? [ours, theirs] : [theirs, ours];
  const none = axis.x(0);
  const y = axisY + TICK_LABEL + 20;
  const label = ({ arm, own }: typeof ours, room: number): FavoursLabel => {
    return { lines: own === "" ? favoursLines(lowerFirst(arm), room) : ownLines(own, room), y };
  };
  const nothing: FavoursLabel = { lines: [], y };
  const [start, end] = axis.range;
  return {
    left: axis.domain[0] < 0 ? label(lower, Math.min(none, end) - from - ARROW) : nothing,
    right: axis.domain[1] > 0 ? label(higher, to - Math.max(none, start) - ARROW) : nothing,
  };
}

/** "Favours US-NKT", over two lines where one has no room. */
function favoursLines(arm: string, room: number): readonly string[] {
  if (arm === "") return [];
  const text = `Favours ${arm}`;
  if (measureText(text, NOTE_SIZE) <= room) return [text];
  return ["Favours", ...wrapText(arm, room, NOTE_SIZE).slice(0, 2)];
}

/** The reader's own words, over two lines where one has no room. */
function ownLines(text: string, room: number): readonly string[] {
  return wrapText(text, room, NOTE_SIZE).slice(0, 2);
}
