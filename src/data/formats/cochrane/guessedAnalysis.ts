import { type NamedMeasure, namedMeasure } from "./measureNames";
import type { NumberName, ReviewData, ReviewRow } from "./review";

/** The kind of data in rows whose settings are not known, where blank may be written as 0. */
export function guessedData(rows: readonly ReviewRow[]): ReviewData {
  const some = (...names: NumberName[]) => rows.some(({ numbers }) => names.some((name) => (numbers[name] ?? 0) !== 0));
  if (some("sei")) return "effect";
  if (some("variance")) return "observed-expected";
  return some("sd1i", "sd2i") ? "means" : "counts";
}

/** The least that can be said of a measure without settings: odds or risk ratios, differences or SMDs are all possible. */
export function guessedMeasure(data: ReviewData, rows: readonly ReviewRow[]): NamedMeasure {
  const unknown = namedMeasure("");
  const isLog = data === "observed-expected" || (data === "effect" && shownAsRatios(rows));
  return { ...unknown, scale: isLog ? "log" : "identity" };
}

/** Whether the effects that the program displays are the exponentials of the given ones. */
function shownAsRatios(rows: readonly ReviewRow[]): boolean {
  const pairs = rows.flatMap(({ numbers: { yi }, shown }) =>
    typeof yi === "number" && shown !== null ? [{ yi, shown }] : [],
  );
  return pairs.length > 0 && pairs.every(({ yi, shown }) => Math.abs(Math.exp(yi) - shown) < 1e-6 * Math.abs(shown));
}
