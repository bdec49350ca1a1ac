import type { PoolingModel } from "../model/poolingModel";
import { controlLines, ITERATED, level } from "./rFit";

/** Lines of R that define `any_fit`, a function of a data frame, a method and a test. */
export function anyFitLines(model: PoolingModel): readonly string[] {
  const iterated = [...ITERATED].map((method) => `"${method}"`).join(", ");
  return [
    ...controlLines(model),
    "any_fit <- function(d, method, test) {",
    `  if (nrow(d) == 1) return(rma(yi, vi, data = d, method = "EE", level = ${level(model)}))`,
    '  if (test == "wider") {',
    '    both <- list(any_fit(d, method, "knha"), any_fit(d, method, "z"))',
    "    return(both[[which.max(sapply(both, function(f) f$ci.ub - f$ci.lb))]])",
    "  }",
    `  fine <- if (method %in% c(${iterated})) control(d) else list()`,
    `  rma(yi, vi, data = d, method = method, test = test, level = ${level(model)}, control = fine)`,
    "}",
  ];
}
