import type { Analysis } from "../model/analysis";
import type { SelectedEffect, SelectionEffects } from "../model/smallStudy";
import type { RCell } from "./rCell";
import { check, numberText, type RPart } from "./rChecks";
import { wrapped } from "./rData";

/** Lines of R for the pooled effect under given chances of publication, as a list `selected`. */
export function rSelection(found: SelectionEffects, { model }: Analysis, { data }: RCell): RPart {
  if ("reason" in found) return { lines: [], checks: [] };
  const effects = found.effects.filter(({ converged }) => converged);
  const call = ({ pattern, weights, steps }: SelectedEffect, i: number) => {
    const chances = wrapped(`  chances = c(`, weights.map(numberText), ")");
    const at = wrapped(`  steps = c(`, steps.map(numberText), "),");
    const side = found.alternative === "greater" ? "1" : "-1";
    return [`selected[[${i + 1}]] <- selection(${data}$yi, ${data}$vi, ${side}, # ${pattern}`, at, chances, ")"];
  };
  return {
    lines: [
      ...HEAD,
      `# selmodel(rma(yi, vi, data = ${data}, method = "ML"), type = "stepfun", delta = chances,`,
      `#   alternative = "${found.alternative}", steps = c(steps, 1))`,
      ...selectionLines(model.level),
      "selected <- list()",
      ...effects.flatMap(call),
      "selected",
    ],
    checks: effects.flatMap(({ pattern, mu, ciLb, ciUb }, i) =>
      check(`selection, ${pattern}`, `selected[[${i + 1}]]`, mu, ciLb, ciUb),
    ),
  };
}

const HEAD = [
  "# Selection models: the effect had results been seen with chances that fall with the one-tailed p in given steps",
  "# (Vevea and Woods), by maximum likelihood. metafor's optimisers give some six digits of it, in a minute or more:",
];

/** The likelihood with its derivatives: only so does the maximum have all its digits. */
function selectionLines(level: number): readonly string[] {
  return [
    "selection <- function(yi, vi, side, steps, chances) {",
    "  y <- side * yi # large effects have small p",
    "  cuts <- outer(sqrt(vi), qnorm(steps, lower.tail = FALSE)) # effects at which p crosses a step",
    "  at <- function(mu, tau2) { # the log-likelihood, its slopes and its curvatures by mu and tau2",
    "    v <- vi + tau2",
    "    r <- y - mu",
    "    z <- (cuts - mu) / sqrt(v)",
    "    A <- chances[1] + c(pnorm(z) %*% diff(chances)) # the chance that a study of this size is seen",
    "    by <- function(x) c((x * dnorm(z)) %*% diff(chances)) / A",
    "    m <- by(-1 / sqrt(v))",
    "    t <- by(-z / (2 * v))",
    "    list(",
    "      height = sum(dnorm(r, sd = sqrt(v), log = TRUE) - log(A)),",
    "      by_mu = sum(r / v - m),",
    "      by_tau2 = sum((r^2 / v - 1) / (2 * v) - t),",
    "      mumu = sum(-1 / v - by(-z / v) + m^2),",
    "      mutau = sum(-r / v^2 - by((1 - z^2) / (2 * v^1.5)) + m * t),",
    "      tautau = sum((0.5 - r^2 / v) / v^2 - by(z * (3 - z^2) / (4 * v^2)) + t^2)",
    "    )",
    "  }",
    "  best <- function(tau2) { # the highest point at one tau2, where there is but one",
    "    reach <- 10 * (diff(range(y)) + sqrt(max(vi) + tau2))",
    "    mu <- optimize(function(mu) at(mu, tau2)$height, range(y) + c(-reach, reach), maximum = TRUE)$maximum",
    "    for (step in 1:20) mu <- mu - with(at(mu, tau2), by_mu / mumu)",
    "    mu",
    "  }",
    "  slope <- function(tau2) at(best(tau2), tau2)$by_tau2",
    "  doublings <- ceiling(log2(4000 * max(vi, diff(range(y))^2) / min(vi)))",
    "  grid <- c(0, min(vi) / 4 * 2^(0:doublings))",
    "  slopes <- vapply(grid, slope, 0)",
    "  tops <- which(head(slopes, -1) > 0 & tail(slopes, -1) <= 0)",
    "  peaks <- vapply(tops, function(i) uniroot(slope, grid[i + 0:1], tol = 1e-15 * grid[i + 1])$root, 0)",
    "  peaks <- c(0, peaks)",
    "  tau2 <- peaks[which.max(vapply(peaks, function(tau2) at(best(tau2), tau2)$height, 0))]",
    "  mu <- best(tau2)",
    "  known <- with(at(mu, tau2), if (tau2 > 0) mutau^2 / tautau - mumu else -mumu) # information about mu",
    `  side * mu + c(0, -1, 1) * qnorm(1 - (1 - ${level}) / 2) / sqrt(known)`,
    "}",
  ];
}
