/** What an interval says: all of it above no effect, all below, or neither. */
export type Conclusion = "above" | "below" | "uncertain";

/** Conclusions by their codes in columns. */
export const CONCLUSIONS: readonly Conclusion[] = ["above", "below", "uncertain"];

/** What an interval on the analysis scale says of no effect. */
export function conclude({ ciLb, ciUb }: { readonly ciLb: number; readonly ciUb: number }): Conclusion {
  return CONCLUSIONS[conclusionCode(ciLb, ciUb)]!;
}

/** The place of that conclusion in `CONCLUSIONS`. */
export function conclusionCode(ciLb: number, ciUb: number): number {
  if (ciLb > 0) return 0;
  return ciUb < 0 ? 1 : 2;
}
