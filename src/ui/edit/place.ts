/** A cell of the grid: a row of the table and a column of its header, both from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Cells marked together, from where the marking began to where it stands now. */
export interface Marked {
  readonly anchor: Place;
  readonly focus: Place;
}

/** A rectangle of cells, its edges included. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** How many rows and columns there are; at least one of each. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

export function markedAt(place: Place): Marked {
  return { anchor: place, focus: place };
}

export function blockOf({ anchor, focus }: Marked): Block {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

/** The nearest cell that there is. */
export function within({ row, column }: Place, { rows, columns }: Extent): Place {
  return { row: clamp(row, rows), column: clamp(column, columns) };
}

function clamp(at: number, count: number): number {
  return Math.min(Math.max(at, 0), count - 1);
}
