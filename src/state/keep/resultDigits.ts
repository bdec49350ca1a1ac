import type { Analysis } from "../../model/analysis";

const DIGITS = 12;
/** Browsers differ in the last digits of logarithms and roots. */
const TOLERANCE = 1e-10;

/** Every pooled estimate with its interval to 12 digits on the analysis scale, the overall one first: "-0.5 -1 0". */
export function resultDigits({ overall, groups }: Analysis): string[] {
  return [overall, ...groups.map(({ pooled }) => pooled)].map((pooled) =>
    pooled ? [pooled.mu, pooled.ciLb, pooled.ciUb].map((x) => Number(x.toPrecision(DIGITS))).join(" ") : "",
  );
}

/** The first result that is not the same in both, by what each has there; null where all are. */
export function firstDifference(
  theirs: readonly string[],
  ours: readonly string[],
): { readonly theirs: string; readonly ours: string } | null {
  for (let i = 0; i < Math.max(theirs.length, ours.length); i++) {
    const pair = { theirs: theirs[i] ?? "", ours: ours[i] ?? "" };
    if (!areEqual(pair.theirs, pair.ours)) return pair;
  }
  return null;
}

function areEqual(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => text.split(" ").map(Number)) as [number[], number[]];
  if (a === b) return true;
  return left.length === right.length && left.every((x, i) => isClose(x, right[i] ?? Number.NaN));
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
}
