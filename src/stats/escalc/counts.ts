import type { CountsData } from "../../model/study";
import type { EffectOrReason } from "./effect";

/** The 2×2 table: events and non-events of arm 1 (a, b) and arm 2 (c, d). */
interface Cells {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** Log odds ratio with Woolf's variance. Woolf (1955), doi:10.1111/j.1469-1809.1955.tb01348.x. */
export function oddsRatio(data: CountsData): EffectOrReason {
  const reason = undefinedRatio(data);
  if (reason) return { reason };
  const { a, b, c, d } = cellsOf(data);
  return { yi: Math.log((a * d) / (b * c)), vi: 1 / a + 1 / b + 1 / c + 1 / d };
}

/** Log risk ratio. Katz et al. (1978), doi:10.2307/2530610. */
export function riskRatio(data: CountsData): EffectOrReason {
  const reason = undefinedRatio(data);
  if (reason) return { reason };
  const { a, b, c, d } = cellsOf(data);
  // b/(a(a+b)) is 1/a − 1/(a+b) without its cancellation.
  return { yi: Math.log((a * (c + d)) / (c * (a + b))), vi: b / (a * (a + b)) + d / (c * (c + d)) };
}

/** Risk difference, as a proportion. A study without events says something here, and is kept. */
export function riskDifference(data: CountsData): EffectOrReason {
  const { a, b, c, d } = cellsOf(data);
  const n1 = a + b;
  const n2 = c + d;
  return { yi: a / n1 - c / n2, vi: (a * b) / n1 ** 3 + (c * d) / n2 ** 3 };
}

function undefinedRatio({ ai, n1i, ci, n2i }: CountsData): "no-events" | "all-events" | null {
  if (ai === 0 && ci === 0) return "no-events";
  return ai === n1i && ci === n2i ? "all-events" : null;
}

/** Where a cell is zero, ½ is added to all four, in that study only: metafor's and RevMan's rule. */
function cellsOf({ ai, n1i, ci, n2i }: CountsData): Cells {
  const b = n1i - ai;
  const d = n2i - ci;
  const add = ai === 0 || b === 0 || ci === 0 || d === 0 ? 0.5 : 0;
  return { a: ai + add, b: b + add, c: ci + add, d: d + add };
}
