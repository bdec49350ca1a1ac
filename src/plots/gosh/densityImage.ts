import { rgb } from "d3";
import type { Theme } from "../../scene/scene";
import { cellSide, type DensityCells, densityCells } from "./densityCells";
import { densityColours, LEVELS, levelOf, SHARES, splitColours } from "./densityColours";
import type { GoshLayout } from "./goshLayout";

/** A picture with one pixel to a cell, four bytes to a pixel; where there is no subset it is clear. */
export interface DensityImage {
  readonly cells: DensityCells;
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * The density as a picture for a canvas.
 *
 * @param lacking counts, on the same axes, of the subsets that lack the study by which it is split; null: not split.
 */
export function densityImage(layout: GoshLayout, lacking: Uint32Array | null): DensityImage {
  const side = cellSide(layout.subsets);
  const cells = densityCells(layout, side);
  const without = lacking && densityCells(layout, side, lacking).counts;
  const colours = bytesOf(layout.theme, without !== null);
  const { counts, most } = cells;
  const pixels = new Uint8ClampedArray(4 * counts.length);
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at]!;
    if (count === 0) continue;
    const level = levelOf(count, most);
    const from = 3 * (without ? level * SHARES + shareOf(count, without[at]!) : level);
    pixels[4 * at] = colours[from]!;
    pixels[4 * at + 1] = colours[from + 1]!;
    pixels[4 * at + 2] = colours[from + 2]!;
    pixels[4 * at + 3] = 255;
  }
  return { cells, pixels };
}

function shareOf(count: number, without: number): number {
  return Math.round(((count - without) / count) * (SHARES - 1));
}

const known = new Map<string, Uint8Array>();

/** The colours as bytes, kept: a split changes with every move of the pointer. */
function bytesOf(theme: Theme, isSplit: boolean): Uint8Array {
  const key = `${theme.background} ${theme.study} ${isSplit}`;
  const last = known.get(key);
  if (last) return last;
  const colours = isSplit ? splitColours(theme) : densityColours(theme);
  const bytes = new Uint8Array(3 * LEVELS * (isSplit ? SHARES : 1));
  for (const [i, colour] of colours.entries()) {
    const { r, g, b } = rgb(colour);
    bytes.set([r, g, b], 3 * i);
  }
  known.set(key, bytes);
  return bytes;
}
