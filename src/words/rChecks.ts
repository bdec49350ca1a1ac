import { quoted, wrapped } from "./rData";

/** Numbers of the page, and the expression of R that must give them. */
export interface RCheck {
  /** For the message where R differs: "pooled effect and its interval". */
  readonly what: string;
  readonly found: string;
  readonly shown: readonly number[];
}

/** Lines of R, and what can be checked once they have run. */
export interface RPart {
  readonly lines: readonly string[];
  readonly checks: readonly RCheck[];
}

/** A check of numbers, or none where one of them has no value. */
export function check(what: string, found: string, ...shown: readonly (number | null | undefined)[]): RCheck[] {
  const known = shown.filter((x) => x !== null && x !== undefined);
  return known.length === shown.length && known.length > 0 ? [{ what, found, shown: known }] : [];
}

/** Lines of R that compare each number that it found with the page's, and stop at the first that differs. */
export function checkLines(checks: readonly RCheck[]): readonly string[] {
  return [
    "# What Understory showed: R stops at the first number that differs by more than 1e-8 of their mean size",
    "agree <- function(what, found, shown) {",
    "  found <- as.numeric(found)",
    '  if (length(found) != length(shown)) stop(what, ": ", length(found), " numbers", call. = FALSE)',
    "  size <- mean(abs(shown))",
    "  off <- abs(found - shown) / (if (size > 1e-8) size else 1)",
    "  wrong <- which(!(off <= 1e-8))",
    "  if (length(wrong) > 0) {",
    '    stop(sprintf("%s: number %d differs by %.1e of its size", what, wrong[1], off[wrong[1]]), call. = FALSE)',
    "  }",
    "}",
    ...checks.map(({ what, found, shown }) =>
      wrapped(`agree(${quoted(what)}, ${found}, c(`, shown.map(numberText), "))"),
    ),
    `cat("${checks.length} checks passed: R and Understory agree. R ", as.character(getRversion()), ", metafor ",`,
    '  as.character(packageVersion("metafor")), "\\n", sep = "")',
  ];
}

/** A number of R with every digit. */
export function numberText(x: number): string {
  if (Number.isNaN(x)) return "NaN";
  if (!Number.isFinite(x)) return x < 0 ? "-Inf" : "Inf";
  return String(x);
}
