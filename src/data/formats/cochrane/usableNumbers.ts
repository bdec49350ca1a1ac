import type { NumberName, Numbers, ReviewData } from "./review";

const NEEDED: Readonly<Record<ReviewData, readonly NumberName[]>> = {
  counts: ["ai", "n1i", "ci", "n2i"],
  means: ["m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"],
  effect: ["yi", "sei"],
  "observed-expected": ["oe", "variance"],
};
const SPREADS: readonly NumberName[] = ["sd1i", "sd2i", "sei", "variance"];
const SIZES: readonly NumberName[] = ["n1i", "n2i"];

/**
 * The numbers of a row that its kind of analysis uses, or null where it has no effect ("Not estimable": a number is
 * missing, an arm is empty, a spread is zero). Older packages write 0 where blank is meant, so that what the analysis
 * does not use is left out, and sizes of 0 beside a given effect too. Of O−E and its variance V the effect is
 * (O−E)/V with the variance 1/V on the log scale (Peto et al. 1977, Br J Cancer 35:1-39, doi:10.1038/bjc.1977.1).
 */
export function usableNumbers(data: ReviewData, numbers: Numbers): Numbers | null {
  const needed = NEEDED[data];
  for (const name of needed) {
    const value = numbers[name] ?? null;
    if (value === null) return null;
    if ((SPREADS.includes(name) || SIZES.includes(name)) && !(value > 0)) return null;
  }
  const used: Partial<Record<NumberName, number>> = {};
  for (const name of [...needed, ...SIZES]) {
    const value = numbers[name] ?? null;
    if (value !== null && !(SIZES.includes(name) && !(value > 0))) used[name] = value;
  }
  if (data !== "observed-expected") return used;
  const { oe, variance } = used;
  const yi = oe! / variance!;
  const vi = 1 / variance!;
  return Number.isFinite(yi) && vi > 0 && Number.isFinite(vi) ? { ...used, yi, vi } : null;
}
