import type { Analysis } from "../model/analysis";
import { marginOf, marginOfStudy, widerBins } from "../model/subsetCounts";
import type { Subsets } from "../model/subsets";
import type { RCell } from "./rCell";
import { check, numberText, type RPart } from "./rChecks";
import { wrapped } from "./rData";
import { controlLines } from "./rFit";
import { subsetSums } from "./rSubsetSums";

const FITTED = 10; // studies: metafor fits their 1,023 subsets in some seconds
/** The most studies whose every subset is in the script: R sums over their 1,048,575 subsets in some seconds. */
export const MOST_IN_R = 20;

/**
 * Lines of R that pool every subset of few studies, and count the results in the bins of the page; for more studies the
 * reason why they are left out.
 *
 * @param subsets null where they were not counted.
 */
export function rSubsets(subsets: Subsets | null, analysis: Analysis, cell: RCell): RPart {
  if (subsets && subsets.estimateAxis.max === subsets.estimateAxis.min) return { lines: [], checks: [] };
  const lines = subsets && subsetLines(subsets, analysis, cell);
  if (!subsets || !lines) return { lines: whyNot(cell), checks: [] };
  const { estimateAxis, spreadAxis, rowIds, total } = subsets;
  const bins = widerBins(subsets);
  const row = (counts: ArrayLike<number>) => wrapped("  c(", Array.from(counts, numberText), ")");
  const shown = [
    row(marginOf(subsets, "estimate")),
    ...rowIds.map((_, place) => row(marginOfStudy(subsets, "estimate", place))),
  ];
  const edges = (axis: typeof estimateAxis, count: number) =>
    `seq(${numberText(axis.min)}, ${numberText(axis.max)}, length.out = ${count + 1})`;
  return {
    lines: [
      ...lines,
      ...OFF,
      "# How many subsets have an estimate in each bin of the page's figure: of all, then of those that hold each study",
      "shown <- list(",
      shown.join(",\n"),
      ")",
      `at <- ${edges(estimateAxis, bins.estimate)}`,
      `off_estimate <- c(off(shown[[1]], estimate, at), sapply(seq_len(${rowIds.length}), function(i) {`,
      "  off(shown[[i + 1]], estimate[holds(i)], at)",
      "}))",
      wrapped("shown_spread <- c(", Array.from(marginOf(subsets, "spread"), numberText), ")"),
      `off_spread <- off(shown_spread, spread, ${edges(spreadAxis, bins.spread)})`,
    ],
    checks: [
      ...check("every subset: number", "length(estimate)", total),
      ...check("every subset: bins of estimates with another count", "sum(off_estimate)", 0),
      ...check(`every subset: bins of ${subsets.spread} with another count`, "off_spread", 0),
    ],
  };
}

function subsetLines(
  { method, spread, seed, rowIds }: Subsets,
  { model }: Analysis,
  { data, studies }: RCell,
): readonly string[] | null {
  const k = rowIds.length;
  const isCell = k === studies.length && studies.every(({ row }, i) => row.id === rowIds[i]);
  if (!isCell || seed !== null || k > MOST_IN_R) return null;
  const head = `# Every subset of ${k} studies, tau2 by ${method}`;
  if (k > FITTED)
    return [
      `${head}, by sums over all of them: metafor's gosh() would take minutes`,
      ...subsetSums(data, method, spread),
    ];
  const control = method === "REML" ? `, control = control(${data})` : "";
  return [
    `${head}: gosh()`,
    ...(method === "REML" ? controlLines(model) : []),
    `every <- gosh(rma(yi, vi, data = ${data}, method = "${method}"${control}), progbar = FALSE)`,
    "estimate <- every$res$estimate",
    `spread <- every$res$${spread}`,
    "holds <- function(i) every$incl[, i]",
  ];
}

const OFF = [
  "off <- function(shown, x, at) { # bins with another count; a result on the edge of two bins may be in either",
  "  inner <- at[-c(1, length(at))]",
  "  near <- 1e-9 * diff(range(at))",
  "  below <- function(edges) c(cumsum(tabulate(findInterval(x, edges) + 1, length(at)))[seq_along(edges)], length(x))",
  "  sum(cumsum(shown) < below(inner - near) | cumsum(shown) > below(inner + near))",
  "}",
];

function whyNot({ studies, fit }: RCell): readonly string[] {
  const k = studies.length;
  if (k < 2) return [];
  return [
    `# Every subset of ${k} studies would take R minutes to hours: they are not in this script`,
    `# Some of them: plot(gosh(${fit}, subsets = 10000))`,
  ];
}
