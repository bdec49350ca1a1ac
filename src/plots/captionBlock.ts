import { wrapText } from "../scene/measureText";
import type { Mark, Theme } from "../scene/scene";
import { unbroken } from "../words/unbroken";
import { PAD } from "./forestInput";

const CAPTION_SIZE = 11;
const STEP = 16;
const BOTTOM = 12;

/** The lines under a figure, laid out below a hairline at `top`. */
export interface CaptionBlock {
  readonly top: number;
  readonly lines: readonly string[];
  /** Where the figure ends, in CSS pixels. */
  readonly bottom: number;
}

/**
 * @param sentences set one after the other.
 * @param notes each on lines of its own.
 * @param width of the figure in CSS pixels.
 */
export function captionBlock(
  sentences: readonly string[],
  notes: readonly string[],
  width: number,
  top: number,
): CaptionBlock {
  const room = width - 2 * PAD;
  const lines = [sentences.join(" "), ...notes].flatMap((text) => wrapText(unbroken(text), room, CAPTION_SIZE));
  return { top, lines, bottom: Math.ceil(top + 4 + STEP * lines.length + BOTTOM) };
}

/** Draws the hairline and the lines under it. */
export function captionMarks({ top, lines }: CaptionBlock, width: number, theme: Theme): Mark {
  const rule: Mark = { kind: "rule", from: [PAD, top], to: [width - PAD, top], stroke: theme.line };
  const look = { size: CAPTION_SIZE, fill: theme.muted };
  const text = lines.map((line, i): Mark => ({ kind: "text", at: [PAD, top + 20 + STEP * i], text: line, ...look }));
  return { kind: "group", key: "caption", marks: [rule, ...text] };
}
