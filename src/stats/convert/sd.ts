import type { Converted } from "./converted";

/** SD of one arm from the standard error of its mean: se √n. Cochrane Handbook 6.5.2.2. */
export function sdFromSe(se: number, n: number): Converted<number> {
  if (!(se > 0 && se < Infinity && n < Infinity)) return { reason: "impossible" };
  return n >= 2 ? se * Math.sqrt(n) : { reason: "too-few" };
}

/**
 * The SD taken as common to both arms, from the standard error of their mean difference: se / √(1/n1 + 1/n2).
 * Cochrane Handbook 6.5.2.3.
 */
export function sdFromSeOfDifference(se: number, n1: number, n2: number): Converted<number> {
  if (!(se > 0 && se < Infinity && n1 < Infinity && n2 < Infinity)) return { reason: "impossible" };
  return n1 >= 1 && n2 >= 1 && n1 + n2 > 2 ? se / Math.sqrt(1 / n1 + 1 / n2) : { reason: "too-few" };
}

/**
 * SD of the change from the SDs before and after and their correlation. Cochrane Handbook 6.5.2.8.
 * @throws RangeError unless the SDs are >= 0 and the correlation lies within ±1.
 */
export function sdOfChange(sdPre: number, sdPost: number, r: number): number {
  if (!(sdPre >= 0 && sdPost >= 0 && Math.abs(r) <= 1)) {
    throw new RangeError(`sdOfChange: SDs ${sdPre} and ${sdPost} with correlation ${r}`);
  }
  // pre² + post² − 2r·pre·post, without the cancellation near r = 1.
  return Math.sqrt((sdPost - sdPre) ** 2 + 2 * (1 - r) * sdPre * sdPost);
}

/** Correlation of the values before and after, from the three SDs of a study that reports all. Handbook 6.5.2.8. */
export function correlationFromSds(sdPre: number, sdPost: number, sdChange: number): Converted<number> {
  if (!(sdPre > 0 && sdPost > 0 && sdChange >= 0)) return { reason: "impossible" };
  const r = 1 - ((sdChange - (sdPost - sdPre)) * (sdChange + (sdPost - sdPre))) / (2 * sdPre * sdPost);
  return Math.abs(r) <= 1 ? r : { reason: "impossible" };
}
