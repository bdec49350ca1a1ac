import { THEMES } from "../../scene/journalThemes";
import type { Mark, Scene } from "../../scene/scene";
import type { DrawFigure } from "../figureKind";
import type { FigureStyle } from "./figureStyle";

/** A figure laid out for a size on paper. */
export interface PrintedFigure {
  readonly scene: Scene;
  /** Points per pixel of the scene. */
  readonly scale: number;
}

const POINTS_PER_MM = 72 / 25.4;
const USUAL_SIZE = 13; // px
const NARROWEST = 328; // px: no figure is laid out for less

/**
 * Draws a figure so that it is as wide as asked and its rows' text has the size asked, by laying it out in as many
 * pixels as make that so: it then chooses its columns as on a screen of that width. Where text of that size leaves a
 * figure no room the text gets smaller, and a figure that does not grow any further stays narrower.
 */
export function printedFigure(
  draw: DrawFigure,
  { theme, width, font }: Pick<FigureStyle, "theme" | "width" | "font">,
): PrintedFigure {
  const points = width * POINTS_PER_MM;
  const drawn = (size: number) =>
    draw({ width: Math.max(NARROWEST, Math.round((points * size) / font)), theme: THEMES[theme].theme });
  const first = drawn(USUAL_SIZE);
  const size = textSize(first.marks);
  const scene = size === USUAL_SIZE ? first : drawn(size);
  return { scene, scale: Math.min(font / textSize(scene.marks), points / scene.width) };
}

/** The size of most of the text. */
function textSize(marks: readonly Mark[]): number {
  const counts = new Map<number, number>();
  for (const size of sizesIn(marks)) counts.set(size, (counts.get(size) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? USUAL_SIZE;
}

function sizesIn(marks: readonly Mark[]): number[] {
  return marks.flatMap((mark) => {
    if (mark.kind === "group") return sizesIn(mark.marks);
    return mark.kind === "text" ? [mark.size] : [];
  });
}
