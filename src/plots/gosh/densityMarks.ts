import type { Mark } from "../../scene/scene";
import { cellSide, cellsBox, type DensityCells, densityCells } from "./densityCells";
import { densityColours, levelOf } from "./densityColours";
import type { GoshLayout } from "./goshLayout";

const MOST_MARKS = 4000;
const LARGEST = 16; // bins in the side of a cell
const COARSE = 2; // levels to one, so that more neighbours are alike

/** The density for a file: one rectangle for neighbours of one colour, in cells so large that there are few enough. */
export function densityMarks(layout: GoshLayout): readonly Mark[] {
  const colours = densityColours(layout.theme);
  for (let side = Math.max(2, cellSide(layout.subsets)); ; side *= 2) {
    const marks = runs(layout, densityCells(layout, side), colours);
    if (marks.length <= MOST_MARKS || side >= LARGEST) return marks;
  }
}

function runs(layout: GoshLayout, cells: DensityCells, colours: readonly string[]): readonly Mark[] {
  const { columns, rows, counts, most } = cells;
  const box = cellsBox(layout, cells);
  // Whole pixels, so that no hairlines show between neighbours.
  const x = (column: number) => Math.round(box.left + (box.width * column) / columns);
  const y = (row: number) => Math.round(box.top + (box.height * row) / rows);
  const levelAt = (at: number) => (counts[at] ? COARSE * Math.floor(levelOf(counts[at], most) / COARSE) + 1 : null);
  const marks: Mark[] = [];
  for (let row = 0; row < rows; row++) {
    for (let from = 0, to = 0; from < columns; from = to) {
      const level = levelAt(row * columns + from);
      for (to = from + 1; to < columns && levelAt(row * columns + to) === level; ) to++;
      if (level === null) continue;
      const size = [x(to) - x(from), y(row + 1) - y(row)] as const;
      marks.push({ kind: "rect", at: [x(from), y(row)], size, fill: colours[level]! });
    }
  }
  return marks;
}
