import type { Subsets } from "../../model/subsets";
import type { GoshLayout } from "./goshLayout";

/** The density in cells, row by row from the highest spread down, each row by rising estimate. */
export interface DensityCells {
  readonly columns: number;
  readonly rows: number;
  /** Bins of the estimate's axis in the width of a cell. */
  readonly side: number;
  /** Bins of the other axis in its height. */
  readonly rise: number;
  readonly counts: Float64Array;
  readonly most: number;
}

/** Few subsets in small cells would be dust. */
export function cellSide({ total }: Subsets): number {
  if (total < 1 << 12) return 4;
  return total < 1 << 16 ? 2 : 1;
}

/**
 * The bins that are shown, some of them in a cell.
 *
 * @param joint counts on the subsets' axes: all of them, or those of some.
 */
export function densityCells({ subsets, shown }: GoshLayout, side: number, joint = subsets.joint): DensityCells {
  const [firstColumn, lastColumn] = shown.estimate.map((bin, i) => (i === 0 ? Math.floor : Math.ceil)(bin / side));
  // A number of studies takes four bins of its axis, of which all but one are empty.
  const rise = subsets.spread === "k" ? 4 : side;
  const rows = Math.ceil(shown.spread[1] / rise);
  const columns = (lastColumn ?? 0) - (firstColumn ?? 0);
  const counts = new Float64Array(columns * rows);
  const spreadBins = subsets.spreadAxis.bins;
  let most = 0;
  for (let e = shown.estimate[0]; e < shown.estimate[1]; e++) {
    const column = Math.floor(e / side) - (firstColumn ?? 0);
    for (let s = 0; s < shown.spread[1]; s++) {
      const count = joint[e * spreadBins + s]!;
      if (count === 0) continue;
      const at = (rows - 1 - Math.floor(s / rise)) * columns + column;
      counts[at] = counts[at]! + count;
      if (counts[at]! > most) most = counts[at]!;
    }
  }
  return { columns, rows, side, rise, counts, most };
}

/** The rectangle of all cells in CSS pixels. */
export function cellsBox(
  { subsets, shown, estimate, spread }: GoshLayout,
  { columns, rows, side, rise }: DensityCells,
) {
  const { estimateAxis, spreadAxis } = subsets;
  const width = (estimateAxis.max - estimateAxis.min) / estimateAxis.bins || 0.01;
  const height = (spreadAxis.max - spreadAxis.min) / spreadAxis.bins || 1;
  const first = Math.floor(shown.estimate[0] / side) * side;
  const left = estimate.x(estimateAxis.min + first * width);
  const right = estimate.x(estimateAxis.min + (first + columns * side) * width);
  const top = spread.y(spreadAxis.min + rows * rise * height);
  const bottom = spread.y(spreadAxis.min);
  return { left, top, width: right - left, height: bottom - top };
}
