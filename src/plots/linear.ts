/**
 * The straight line that takes `domain` to `range`, not clamped. d3's scale does the same and much more, and is a large
 * part of what the page needs before it shows anything.
 */
export function linear(
  [d0, d1]: readonly [number, number],
  [r0, r1]: readonly [number, number],
): (value: number) => number {
  const slope = (r1 - r0) / (d1 - d0);
  return (value) => r0 + (value - d0) * slope;
}
