import type { Predint } from "../model/poolingModel";
import type { Multiverse } from "../model/sensitivity";
import type { Specification } from "../model/specifications";
import { check, type RPart } from "./rChecks";
import { wrapped } from "./rData";

/** What each kind of prediction interval is made from: a test's fit, its columns in `found`, and the least of studies. */
const KINDS: Readonly<Record<Predint, string>> = {
  z: 'says("z", "pi", 2)',
  V: 'says("t", "pi", 2)',
  HTS: 'says("t", "riley", 3)',
  HK: 'says("knha", "pi", 2)',
  "HK-PR": 'says("knha", "riley", 3)',
};

/** Lines of R for what every prediction interval of `found` says of no effect, as `says_predicted`. */
export function predictionLines({ predictions: { kinds } }: Multiverse): readonly string[] {
  if (kinds.length === 0) return [];
  return [
    "# Their prediction intervals: 1 above no effect, -1 below it, 0 with it inside, NA where there is none",
    "says <- function(test, type, least) {",
    "  at <- tried$test == test",
    '  isNone <- tried$method[at] == "EE" | found$k[at] < least',
    "  ifelse(isNone, NA, (found[at, paste0(type, 1)] > 0) - (found[at, paste0(type, 2)] < 0))",
    "}",
    wrapped(
      "says_predicted <- cbind(",
      kinds.map((kind) => KINDS[kind]),
      ")",
    ),
  ];
}

/** What the page says of them, fit by fit, and of all of them together where all were fitted. */
export function predictionChecks(
  { predictions: { kinds, conclusions } }: Multiverse,
  kept: readonly Specification[],
  isWhole: boolean,
): RPart["checks"] {
  if (kinds.length === 0) return [];
  const fits = kept.filter(({ test }) => test === kept[0]?.test);
  const counts = [1, -1, 0].map((sign) => `sum(says_predicted == ${sign}, na.rm = TRUE)`);
  const { above, below, uncertain } = conclusions;
  return [
    ...check(
      "prediction intervals without no effect, by fit",
      "rowSums(says_predicted != 0, na.rm = TRUE)",
      ...fits.map(({ excluding }) => excluding.length),
    ),
    ...(isWhole ? check("prediction intervals", `c(${counts.join(", ")})`, above, below, uncertain) : []),
  ];
}
