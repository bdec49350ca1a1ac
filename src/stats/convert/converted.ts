/** Why reported numbers do not give what is sought. */
export type ConversionReason =
  | "impossible" // they contradict each other or cannot be: a median outside its quartiles, a p-value above 1
  | "too-few" // too few participants
  | "no-information"; // a p-value of 0 or 1, or an estimate of exactly 0: the standard error is left open

/** What was sought, or why these numbers do not give it. */
export type Converted<T> = T | { readonly reason: ConversionReason };

/** True where a conversion gave no value. */
export function isReason<T>(converted: Converted<T>): converted is { readonly reason: ConversionReason } {
  return typeof converted === "object" && converted !== null && "reason" in converted;
}
