/** A stretch of rows that are drawn, or of rows that only their room is kept for. */
export type Stretch = { readonly row: number } | { readonly gap: number; readonly before: number };

/** The rows of a window and one more, wherever it is, with the rows between them counted. */
export function stretches(first: number, last: number, also: number, rows: number): readonly Stretch[] {
  const drawn: number[] = [];
  if (also < first) drawn.push(also);
  for (let row = first; row <= last; row++) drawn.push(row);
  if (also > last) drawn.push(also);
  const all: Stretch[] = [];
  let next = 0;
  for (const row of drawn) {
    if (row > next) all.push({ gap: row - next, before: row });
    all.push({ row });
    next = row + 1;
  }
  if (next < rows) all.push({ gap: rows - next, before: rows });
  return all;
}
