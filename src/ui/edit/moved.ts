import { type Extent, type Place, within } from "./place";

/**
 * Where a key leads from a cell, as in a spreadsheet: arrows, Home, End, Page Up and Page Down; with Ctrl arrows go to
 * the edge, Home and End to the corners. Null for any other key.
 */
export function moved(from: Place, key: string, isFar: boolean, extent: Extent, page: number): Place | null {
  const to = target(from, key, isFar, extent, page);
  return to && within(to, extent);
}

function target({ row, column }: Place, key: string, isFar: boolean, extent: Extent, page: number): Place | null {
  const step = isFar ? Math.max(extent.rows, extent.columns) : 1;
  switch (key) {
    case "ArrowUp":
      return { row: row - step, column };
    case "ArrowDown":
      return { row: row + step, column };
    case "ArrowLeft":
      return { row, column: column - step };
    case "ArrowRight":
      return { row, column: column + step };
    case "Home":
      return { row: isFar ? 0 : row, column: 0 };
    case "End":
      return { row: isFar ? extent.rows - 1 : row, column: extent.columns - 1 };
    case "PageUp":
      return { row: row - page, column };
    case "PageDown":
      return { row: row + page, column };
    default:
      return null;
  }
}
