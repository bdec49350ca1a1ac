import type { Mark } from "../scene/scene";
import { PAD } from "./forestInput";
import type { ForestLayout } from "./forestLayout";

/** Pixels by which a ground reaches beyond the text on it. */
const BEYOND = 6;

/** A ground from edge to edge of the figure's text. */
export function ground(width: number, top: number, height: number, fill: string): Mark {
  return { kind: "rect", at: [PAD - BEYOND, top], size: [width - 2 * (PAD - BEYOND), height], fill };
}

/** Every second study on a ground of its own, in the looks that have one; a narrow figure keeps rows apart by space. */
export function rowStripes({ columns, lines, narrow, theme: { stripe } }: ForestLayout): readonly Mark[] {
  if (stripe === null || narrow) return [];
  return lines
    .filter((line) => line.kind === "study")
    .filter((_, i) => i % 2 === 1)
    .map(({ top, height }) => ground(columns.width, top, height, stripe));
}
