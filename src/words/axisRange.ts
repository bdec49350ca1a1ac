import type { Scale } from "../model/measure";

/** What two typed limits of an axis ask for. */
export type TypedRange =
  | { readonly kind: "automatic" }
  | { readonly kind: "unfinished" }
  | { readonly kind: "range"; readonly range: readonly [number, number] }
  | { readonly kind: "fault"; readonly message: string };

/** Reads the limits of an axis as a reader types them: a true minus sign and a decimal comma are understood. */
export function readRange(from: string, to: string, scale: Scale): TypedRange {
  const texts = [from.trim(), to.trim()];
  if (texts.every((text) => text === "")) return { kind: "automatic" };
  const [lo = Number.NaN, hi = Number.NaN] = texts.map(numberOf);
  if (texts.some((text, i) => text !== "" && Number.isNaN([lo, hi][i]))) {
    return { kind: "fault", message: "The limits of the axis are numbers, such as −3 and 1." };
  }
  if (scale === "log" && (lo <= 0 || hi <= 0)) {
    return { kind: "fault", message: "A ratio’s axis starts above 0, such as 0.1 to 10." };
  }
  if (texts.includes("")) return { kind: "unfinished" };
  if (lo >= hi) return { kind: "fault", message: "The axis needs its smaller limit first." };
  return { kind: "range", range: [lo, hi] };
}

function numberOf(text: string): number {
  const plain = text.replace("−", "-").replace(",", ".");
  const value = Number(plain);
  return plain !== "" && Number.isFinite(value) ? value : Number.NaN;
}
