import { measureText } from "../../scene/measureText";
import type { Mark } from "../../scene/scene";
import { formatInteger } from "../../words/number";
import { cellSide, densityCells } from "./densityCells";
import { densityColours, LEVELS, withColour, withoutColour } from "./densityColours";
import type { GoshLayout } from "./goshLayout";

const SIZE = 11;
const SWATCH = 7; // px wide, of each step that is shown
const HEIGHT = 10;

/** What the colours mean; with a study by which the counts are split, what the lines mean. */
export function legendMarks(layout: GoshLayout): readonly Mark[] {
  const { panel, theme, split } = layout;
  const y = panel.bottom + 66;
  const text = (x: number, words: string): Mark => ({
    ...{ kind: "text", at: [x, y], text: words, size: SIZE, fill: theme.muted },
  });
  const { left } = panel;
  if (split !== null) {
    const line = (x: number, stroke: string, dash?: string): Mark => ({
      ...{ kind: "rule", from: [x, y - 4], to: [x + 22, y - 4], stroke, strokeWidth: 1.75, ...(dash ? { dash } : {}) },
    });
    const second = left + 28 + measureText(WITH, SIZE) + 18;
    return [
      line(left, withColour(theme)),
      text(left + 28, WITH),
      line(second, withoutColour(theme), "4 3"),
      text(second + 28, WITHOUT),
    ];
  }
  const { most } = densityCells(layout, cellSide(layout.subsets));
  if (most <= 1) return [];
  const scale = left + measureText(HEAD, SIZE) + 6;
  const colours = densityColours(theme);
  const steps = [4, 8, 12, 16, 20, LEVELS - 1];
  return [
    text(left, HEAD),
    ...steps.map(
      (level, i): Mark => ({
        ...{ kind: "rect", at: [scale + SWATCH * i, y - HEIGHT + 1], size: [SWATCH, HEIGHT], fill: colours[level]! },
      }),
    ),
    text(scale + SWATCH * steps.length + 6, formatInteger(most)),
  ];
}

const HEAD = "Subsets in a cell: 1";
const WITH = "subsets with it";
const WITHOUT = "subsets without it";
