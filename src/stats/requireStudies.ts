/** Sizes within which the powers of the weights 1 / vi stay inside the range of doubles. */
const SMALLEST = 1e-100;
const LARGEST = 1e100;

/** True for a finite effect with a variance > 0, neither of a size (beyond 1e±100) that cannot be computed with. */
export function isUsable(yi: number, vi: number): boolean {
  return Math.abs(yi) <= LARGEST && vi >= SMALLEST && vi <= LARGEST;
}

/**
 * Guards a public function against misuse.
 * @throws RangeError unless there are as many yi as vi, at least one, and each pair is usable.
 */
export function requireStudies(name: string, yi: readonly number[], vi: readonly number[]): void {
  const k = yi.length;
  if (k === 0 || vi.length !== k) throw new RangeError(`${name}: ${k} effects with ${vi.length} variances`);
  for (let i = 0; i < k; i++) {
    if (isUsable(yi[i]!, vi[i]!)) continue;
    throw new RangeError(`${name}: study ${i} has effect ${yi[i]} and variance ${vi[i]}`);
  }
}
