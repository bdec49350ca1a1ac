import type { Subsets } from "../model/subsets";

/**
 * Lines of R that pool every subset by sums over matrices, 2^14 at a time, as `estimate` and `spread`: study i is in
 * subset s where bit i of s is set, which `holds(i)` tells.
 */
export function subsetSums(data: string, method: Subsets["method"], spread: Subsets["spread"]): readonly string[] {
  const I2 =
    method === "EE"
      ? "ifelse(excess > 0, 100 * excess / (excess + k - 1), 0)"
      : "ifelse(tau2 > 0, 100 * tau2 / (tau2 + (k - 1) / spare), 0)";
  return [
    `v <- ${data}$vi`,
    `y <- ${data}$yi - ${data}$yi[1]`,
    "holds <- function(i, s = seq_len(2^length(y) - 1)) s %/% 2^(i - 1) %% 2 == 1",
    ...(method === "REML" ? RESTRICTED : []),
    "pooled <- function(s) {",
    "  M <- sapply(seq_along(y), holds, s = s) + 0",
    "  k <- rowSums(M)",
    "  W <- c(M %*% (1 / v))",
    "  spare <- W - c(M %*% (1 / v^2)) / W",
    '  excess <- ifelse(k > 1, pmax(0, c((M * outer(-c(M %*% (y / v)) / W, y, "+")^2) %*% (1 / v)) - (k - 1)), 0)',
    `  tau2 <- ${TAU2[method] ?? "0 * k"}`,
    '  M <- M / outer(tau2, v, "+")',
    `  data.frame(k, tau2, I2 = ${I2}, estimate = c(M %*% y) / rowSums(M))`,
    "}",
    "blocks <- split(seq_len(2^length(y) - 1), seq_len(2^length(y) - 1) %/% 2^14)",
    "every <- do.call(rbind, lapply(blocks, pooled))",
    `estimate <- ${data}$yi[1] + every$estimate`,
    `spread <- every$${spread}`,
  ];
}

const TAU2: Readonly<Partial<Record<Subsets["method"], string>>> = {
  DL: "ifelse(excess > 0, excess / spare, 0)",
  REML: "ifelse(k > 1, restricted(M), 0)",
};

/** The highest peak of the restricted likelihood of many subsets at once. */
const RESTRICTED = [
  "restricted <- function(M) { # tau2 of each row: where the slope of the likelihood changes its sign, or 0",
  "  at <- function(tau2, M) {",
  '    w <- M / outer(tau2, v, "+")',
  "    W <- rowSums(w)",
  '    r2 <- outer(-c(w %*% y) / W, y, "+")^2',
  '    height <- -(rowSums(M * log(outer(tau2, v, "+"))) + log(W) + rowSums(w * r2)) / 2',
  "    list(rises = rowSums(w^2 * r2) > W - rowSums(w^2) / W, height = height)",
  "  }",
  "  best <- rep(0, nrow(M))",
  "  before <- at(best, M)",
  "  highest <- before$height",
  "  for (top in min(v) / 4 * 2^(0:ceiling(log2(4 * diff(range(y))^2 / min(v))))) {",
  "    now <- at(rep(top, nrow(M)), M)",
  "    rows <- which(before$rises & !now$rises)",
  "    low <- rep(if (top > min(v) / 4) top / 2 else 0, length(rows))",
  "    high <- rep(top, length(rows))",
  "    for (halving in 1:50) {",
  "      middle <- (low + high) / 2",
  "      rises <- at(middle, M[rows, , drop = FALSE])$rises",
  "      low <- ifelse(rises, middle, low)",
  "      high <- ifelse(rises, high, middle)",
  "    }",
  "    height <- at(low, M[rows, , drop = FALSE])$height",
  "    higher <- height > highest[rows]",
  "    best[rows[higher]] <- low[higher]",
  "    highest[rows[higher]] <- height[higher]",
  "    before <- now",
  "  }",
  "  best",
  "}",
];
