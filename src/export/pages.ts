import type { Scene } from "../scene/scene";

/** A stretch of a figure's height, in the scene's pixels. */
export interface Slice {
  readonly top: number;
  readonly bottom: number;
}

/**
 * A figure's height cut into stretches of at most `most` pixels, one above the other and covering it whole. The cuts
 * fall between rows where there are rows to fall between.
 *
 * @param first most pixels of the first stretch, where something else stands above it.
 */
export function slices(
  { height, targets }: Pick<Scene, "height" | "targets">,
  most: number,
  first = most,
): readonly Slice[] {
  const tops = targets.map(({ box }) => box.y).sort((a, b) => a - b);
  const found: Slice[] = [];
  let top = 0;
  for (let room = first; height - top > room; room = most) {
    const cut = tops.filter((y) => y > top && y <= top + room).at(-1) ?? top + room;
    found.push({ top, bottom: cut });
    top = cut;
  }
  return [...found, { top, bottom: height }];
}
