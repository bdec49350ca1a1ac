import type { Mark } from "../scene/scene";

type TextMark = Extract<Mark, { kind: "text" }>;

const CENTRE = 0.36; // of the font size: from the middle of capitals and digits down to the baseline

/** Text whose capitals are centred on `y`, since rows are laid out by their middles. */
export function centredText(
  text: string,
  x: number,
  y: number,
  look: Omit<TextMark, "kind" | "at" | "text">,
): TextMark {
  return { kind: "text", at: [x, y + CENTRE * look.size], text, ...look };
}
