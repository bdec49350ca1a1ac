import type { Conclusion } from "../../model/sensitivity";

/** What an interval on the analysis scale says of no effect. */
export function conclude({ ciLb, ciUb }: { readonly ciLb: number; readonly ciUb: number }): Conclusion {
  if (ciLb > 0) return "above";
  return ciUb < 0 ? "below" : "uncertain";
}
