import { cellText } from "../../data/cellText";
import { tidyTableOf } from "../../data/tidyTable";
import type { TableChange } from "../../model/finding";
import type { TidyTable } from "../../model/ownData";
import type { Block } from "./place";

/** What a paste comes to. */
export interface Paste {
  readonly changes: readonly TableChange[];
  /** Cells that take a value, and where they are. */
  readonly cells: number;
  readonly block: Block;
  readonly addedRows: number;
  /** Columns of what was copied that stand beyond the table's last. */
  readonly leftOut: number;
}

/**
 * What it takes to write copied cells into a table, from a block's top left corner on. A single cell fills the block;
 * rows beyond the last are added, columns are not.
 *
 * @param newCells what an added row begins with, by column.
 */
export function pasted(
  { header, rows }: TidyTable,
  block: Block,
  copied: readonly (readonly string[])[],
  newCells: ReadonlyMap<string, string>,
): Paste {
  const cells = filling(block, plainCells(copied), rows.length);
  const columns = header.slice(block.left, block.left + (cells[0]?.length ?? 0));
  const changes = cells.flatMap((line, i): TableChange[] => {
    const row = block.top + i;
    const given = columns.map((column, j) => [column, line[j] ?? ""] as const);
    if (row < rows.length) return given.map(([column, value]) => ({ kind: "cell", row, column, value }));
    return [{ kind: "add-row", cells: Object.fromEntries([...newCells, ...given]) }];
  });
  return {
    changes,
    cells: cells.length * columns.length,
    block: {
      ...block,
      bottom: block.top + cells.length - 1,
      right: block.left + columns.length - 1,
    },
    addedRows: Math.max(0, block.top + cells.length - rows.length),
    leftOut: (cells[0]?.length ?? 0) - columns.length,
  };
}

/** One cell for each of the block where a single one was copied: rows are not made of that. */
function filling(block: Block, copied: readonly (readonly string[])[], rows: number): readonly (readonly string[])[] {
  const [[value, ...others] = [], ...below] = copied;
  if (value === undefined || others.length > 0 || below.length > 0) return copied;
  const height = Math.max(1, Math.min(block.bottom, rows - 1) - block.top + 1);
  return Array.from({ length: height }, () => Array.from({ length: block.right - block.left + 1 }, () => value));
}

const THOUSANDS = /^[+\-\u2212]?\d{1,3},\d{3}$/;

/**
 * Cells as tables keep them. Decimal commas become points, unless all that a column has with a comma could as well be
 * thousands: such cells stay, and are shown as unclear.
 */
function plainCells(copied: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const records = copied.map((cells, i) => ({ row: i, cells: cells.map(cellText) }));
  const header = (copied[0] ?? []).map((_, column) => String(column));
  const plain = tidyTableOf({ header, records, delimiter: "\t", errors: [], notes: [] }).rows;
  const isUnclear = header.map((_, column) =>
    records.every(({ cells }) => !cells[column]?.includes(",") || THOUSANDS.test(cells[column])),
  );
  return plain.map((cells, i) => cells.map((cell, column) => (isUnclear[column] ? records[i]!.cells[column]! : cell)));
}
