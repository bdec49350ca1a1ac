import type { DifferenceTest } from "../../model/analysis";
import { requireStudies } from "../requireStudies";
import { type Design, designOf, type Moderator } from "./design";
import { metaRegression } from "./metaRegression";
import { testColumns } from "./moderatorTest";
import type { Regression, RegressionOptions, RegressionReason } from "./regression";

/** A regression on named moderators, with the test of each. */
export interface ModeratedFit {
  readonly regression: Regression;
  /** In the order of the moderators. */
  readonly tests: readonly { readonly moderator: string; readonly test: DifferenceTest }[];
}

/**
 * Meta-regression of the studies that report every moderator, and the test of each moderator given the others; or the
 * reason why there is none. `design` says what the coefficients stand for and which studies were left out.
 *
 * @param yi effects on the analysis scale (log for ratios).
 * @param vi as many sampling variances > 0.
 * @throws RangeError as `metaRegression` and `designOf`.
 */
export function regressOn(
  yi: readonly number[],
  vi: readonly number[],
  moderators: readonly Moderator[],
  options: RegressionOptions,
): { readonly design: Design; readonly fit: ModeratedFit | { readonly reason: RegressionReason } } {
  requireStudies("regressOn", yi, vi);
  const design = designOf(moderators, yi.length);
  const { kept, rows, terms, columns } = design;
  if (kept.length <= columns.length) return { design, fit: { reason: "too-few-studies" } };
  if (terms.some((term) => term.columns.length === 0)) return { design, fit: { reason: "redundant-moderators" } };
  const at = (values: readonly number[]) => kept.map((i) => values[i]!);
  const regression = metaRegression(at(yi), at(vi), rows, options);
  if ("reason" in regression) return { design, fit: regression };
  const tests = terms.map((term) => ({ moderator: term.moderator, test: testColumns(regression, term.columns) }));
  return { design, fit: { regression, tests } };
}
