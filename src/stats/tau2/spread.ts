/**
 * The range of the effects and the sum of their squared deviations from their plain mean. Counted from the first
 * effect, so that equal effects have exactly 0.
 */
export function spread(yi: readonly number[]): { readonly range: number; readonly squares: number } {
  const origin = yi[0]!;
  let min = 0;
  let max = 0;
  let sum = 0;
  for (const y of yi) {
    const d = y - origin;
    sum += d;
    if (d < min) min = d;
    if (d > max) max = d;
  }
  const mean = sum / yi.length;
  let squares = 0;
  for (const y of yi) squares += (y - origin - mean) ** 2;
  return { range: max - min, squares };
}
