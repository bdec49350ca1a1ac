import type { Analysis } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import type { Theme } from "../scene/scene";

/** Shapes that tell groups apart without colour, in the order in which groups take them. */
export type Shape = "circle" | "square" | "triangle" | "diamond" | "invertedTriangle" | "bar";

const SHAPES: readonly Shape[] = ["circle", "square", "triangle", "diamond", "invertedTriangle", "bar"];

export interface GroupStyle {
  readonly colour: string;
  readonly shape: Shape;
}

/**
 * Colour and shape of a group. Comparators and timepoints keep theirs when others are hidden, since they count in the
 * dataset's own order; the values of other columns count in the order of the analysis.
 */
export function groupStyle(analysis: Analysis, descriptor: Descriptor, key: string, theme: Theme): GroupStyle {
  const order = groupOrder(analysis, descriptor);
  return styleAt(Math.max(0, order.indexOf(key)), theme);
}

/** Colour and shape of the group that comes `index`-th in its order, from 0. */
export function styleAt(index: number, theme: Theme): GroupStyle {
  return { colour: groupColour(index, theme), shape: SHAPES[index % SHAPES.length]! };
}

/** Colour of the group that comes `index`-th in its order, from 0. */
export function groupColour(index: number, theme: Theme): string {
  return theme.groups[index % theme.groups.length]!;
}

function groupOrder(analysis: Analysis, descriptor: Descriptor): readonly string[] {
  const { compareBy, thenBy } = analysis.selection;
  if (thenBy !== null) return analysis.groups.map((g) => g.key);
  if (compareBy === "comparator") return descriptor.comparators;
  if (compareBy === "timepoint") return descriptor.timepoints.map((t) => t.name);
  return analysis.groups.map((g) => g.key);
}
