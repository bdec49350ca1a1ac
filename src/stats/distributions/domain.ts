/** Both tails of a distribution at a point, each computed for itself so that neither loses its digits. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/** Which tail a probability is counted from. */
export type Tail = "lower" | "upper";

/** @throws RangeError unless the parameter is a finite number > 0. */
export function requireShape(name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} must be finite and > 0, not ${value}`);
}

/** @throws RangeError if the point is NaN. */
export function requirePoint(name: string, x: number): void {
  if (Number.isNaN(x)) throw new RangeError(`${name} of NaN`);
}

/** @throws RangeError unless 0 <= p <= 1. */
export function requireProbability(name: string, p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${name}: a probability must lie in [0, 1], not ${p}`);
}
