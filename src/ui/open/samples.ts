const MOST = 3;
const LONGEST = 40; // characters of a value

/** The first different values of a column, shortened. */
export function samplesOf(rows: readonly (readonly string[])[], column: number): readonly string[] {
  const samples = new Set<string>();
  for (const cells of rows) {
    const cell = cells[column] ?? "";
    if (cell !== "") samples.add(cell.length > LONGEST ? `${cell.slice(0, LONGEST - 1)}…` : cell);
    if (samples.size === MOST) break;
  }
  return [...samples];
}

/** All different values of a column among these rows, in their order. */
export function valuesOf(rows: readonly (readonly string[])[], column: number): readonly string[] {
  return [...new Set(rows.flatMap((cells) => cells[column] || []))];
}
