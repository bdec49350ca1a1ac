/** The side of the pooled estimate on which studies are missing: `left`, effects below it. */
export type Side = "left" | "right";

/**
 * The side on which the data suggest that studies are missing: `left` where effects grow with their standard errors,
 * `right` where they fall, by the slope of Egger's regression of the effects on the standard errors with weights 1 / vi.
 * null where there is no slope, as with equal standard errors or equal effects.
 *
 * Egger et al. (1997), BMJ 315:629–634, doi:10.1136/bmj.315.7109.629; its slope on this scale is their intercept.
 */
export function missingSide(yi: readonly number[], vi: readonly number[]): Side | null {
  // Both are counted from the first study, so that equal values have a slope of exactly 0.
  const firstY = yi[0]!;
  const firstSe = Math.sqrt(vi[0]!);
  let W = 0;
  let Wy = 0;
  let Ws = 0;
  for (let i = 0; i < yi.length; i++) {
    const w = 1 / vi[i]!;
    W += w;
    Wy += w * (yi[i]! - firstY);
    Ws += w * (Math.sqrt(vi[i]!) - firstSe);
  }
  let slope = 0;
  for (let i = 0; i < yi.length; i++) {
    slope += ((yi[i]! - firstY - Wy / W) * (Math.sqrt(vi[i]!) - firstSe - Ws / W)) / vi[i]!;
  }
  if (slope === 0) return null;
  return slope > 0 ? "left" : "right";
}
