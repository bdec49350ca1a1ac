import type { MeanData } from "../escalc/singleGroup";
import type { Converted } from "./converted";

/**
 * Two or more arms as one: the size, mean and SD that the participants together would have. Exact: the squares within
 * the arms and between their means are summed. Cochrane Handbook 6.5.2.10, of which the formula for two is a case.
 */
export function combineArms(arms: readonly MeanData[]): Converted<MeanData> {
  if (!arms.every(isArm)) return { reason: "impossible" };
  const ni = arms.reduce((sum, arm) => sum + arm.ni, 0);
  if (!(ni > 1)) return { reason: "too-few" };
  // Means are taken from the first, so that equal means differ by exactly 0.
  const origin = arms[0]!.mi;
  const shift = arms.reduce((sum, arm) => sum + arm.ni * (arm.mi - origin), 0) / ni;
  const squares = arms.reduce(
    (sum, arm) => sum + (arm.ni - 1) * arm.sdi ** 2 + arm.ni * (arm.mi - origin - shift) ** 2,
    0,
  );
  return { mi: origin + shift, sdi: Math.sqrt(squares / (ni - 1)), ni };
}

/** An arm of one participant has an SD of 0. */
function isArm({ mi, sdi, ni }: MeanData): boolean {
  return Number.isFinite(mi) && sdi >= 0 && sdi < Infinity && ni >= 1 && ni < Infinity;
}
