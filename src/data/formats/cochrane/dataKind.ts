import type { ReviewData } from "./review";

/** The kind of data that a program names: "Dichotomous", "O-E and variance", "CONTRAST_LEVEL" ... */
export function dataOf(type: string): ReviewData {
  const key = type.toLowerCase().replace(/[^a-z]/g, "");
  if (key.startsWith("dic")) return "counts";
  if (key.startsWith("con") && !key.startsWith("contrast")) return "means";
  return key.startsWith("oe") || key.startsWith("ipd") || key.includes("variance") ? "observed-expected" : "effect";
}
