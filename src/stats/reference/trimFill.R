# Writes trimFill.json beside this file: trim and fill by metafor. Run it in this folder: Rscript trimFill.R

suppressMessages({
  library(metafor)
  library(metadat)
})
source("json.R")

fit_with <- function(yi, vi, method, test = "z") {
  control <- list(threshold = 1e-13 * median(vi), maxiter = 100000, tol = 1e-14 * median(vi), tau2.max = 1e6)
  suppressWarnings(rma(yi, vi, method = method, test = test, control = control))
}

# metafor fits the filled data by the model that trimmed; the reader's model is fitted here. While trimming it stops REML
# by its loose default, whatever the model's control: where REML trims, the centre of the studies that it kept is fitted
# anew. Where no study is missing its standard error of L0 and Q0 is taken at an estimate below 0, and can be NaN: not
# compared. Where Q0's equation has no root it stops with an error.
run_of <- function(yi, vi, method, estimator, side) {
  run <- list(trimBy = method, estimator = estimator, side = side)
  found <- tryCatch(suppressWarnings(trimfill(fit_with(yi, vi, method), side = side, estimator = estimator)),
    error = function(e) NULL)
  if (is.null(found)) return(c(run, list(found = NULL)))
  last <- rank(if (side == "left") yi else -yi, ties.method = "first") > length(yi) - found$k0
  filled <- as.numeric(found$yi)[found$fill]
  filled_vi <- as.numeric(found$vi)[found$fill]
  if (method == "REML" && found$k0 > 0) {
    loose <- (sum(filled) + sum(yi[last])) / (2 * found$k0)
    filled <- filled + 2 * (as.numeric(fit_with(yi[!last], vi[!last], method)$beta) - loose)
  }
  final <- fit_with(c(yi, filled), c(vi, filled_vi), "REML", "knha")
  compared <- found$k0 > 0 || estimator == "R0"
  c(run, list(found = list(
    k0 = found$k0, k0Se = if (compared) found$se.k0 else NA, k0Pval = if (estimator == "R0") found$p.k0 else NA,
    yi = I(filled), vi = I(filled_vi),
    mu = as.numeric(final$beta), se = final$se, tau2 = final$tau2
  )))
}

# Of equal effects metafor trims the later row first: with rows in order of precision that is the less precise one.
case_of <- function(name, yi, vi) {
  rows <- order(vi)
  yi <- as.numeric(yi)[rows]
  vi <- as.numeric(vi)[rows]
  grid <- expand.grid(side = c("left", "right"), estimator = c("L0", "R0", "Q0"), method = c("EE", "DL", "REML"),
    stringsAsFactors = FALSE)
  runs <- lapply(seq_len(nrow(grid)), function(i) with(grid[i, ], run_of(yi, vi, method, estimator, side)))
  side <- tryCatch(trimfill(fit_with(yi, vi, "EE"))$side, error = function(e) NA_character_)
  list(name = name, yi = I(yi), vi = I(vi), side = side, runs = runs)
}

set.seed(2000)
random_case <- function(k, ties) {
  vi <- round(exp(rnorm(k, log(0.06), 1)), 4)
  yi <- rnorm(k, 0.3 + 0.8 * sqrt(vi), sqrt(vi + runif(1, 0, 0.2)))
  case_of(paste0("random, k = ", k, if (ties) ", ties"), if (ties) round(yi, 1) else yi, vi)
}
bcg <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
nsaid <- escalc("OR", ai = b.xti, n1i = nti, ci = b.xci, n2i = nci, data = dat.collins1985a, drop00 = TRUE)
nsaid <- nsaid[!is.na(nsaid$yi), ]
write_reference(c(
  list(
    case_of("bcg RR", bcg$yi, bcg$vi),
    case_of("hackshaw1998", dat.hackshaw1998$yi, dat.hackshaw1998$vi),
    case_of("collins1985a OR", nsaid$yi, nsaid$vi),
    case_of("one smaller study", c(0.1, 0.15, 0.2, 0.3, 0.7, 1.3), c(0.04, 0.04, 0.04, 0.04, 0.04, 0.09)),
    case_of("too one-sided for Q0", c(1, 2, 5), c(0.1, 0.2, 0.5))
  ),
  lapply(c(2, 3, 4, 5, 7, 10, 20, 50, 120), random_case, ties = FALSE),
  lapply(c(3, 4, 5, 6, 8, 10, 15, 25, 40), random_case, ties = TRUE)
), "trimFill.json")
