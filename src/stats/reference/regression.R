# Writes regression.json beside this file: meta-regressions, predictions and permutation tests by metafor.
# Run it in this folder: Rscript regression.R

suppressMessages({
  library(metafor)
  library(metadat)
})
source("json.R")

# --- The highest peak of the (restricted) likelihood of tau2, found apart from metafor: a fine scan, each peak refined
# --- as a root of the score.

likelihood <- function(tau2, yi, vi, X, restricted) {
  w <- 1 / (vi + tau2)
  decomposed <- qr(sqrt(w) * X)
  r <- qr.resid(decomposed, sqrt(w) * yi)
  h <- rowSums(qr.Q(decomposed)^2)
  list(
    loglik = -0.5 * (sum(log(vi + tau2)) + sum(r^2) + 2 * restricted * sum(log(abs(diag(qr.R(decomposed)))))),
    score = sum(w * r^2) - sum(w * (1 - restricted * h))
  )
}

highest_peak <- function(yi, vi, X, restricted) {
  score <- function(t) likelihood(t, yi, vi, X, restricted)$score
  limit <- diff(range(yi))^2
  grid <- c(0, exp(seq(log(min(vi) / 1e4), log(max(limit, min(vi))), length.out = 500)))
  s <- vapply(grid, score, 0)
  peaks <- if (s[1] <= 0) 0 else c()
  for (i in which(head(s, -1) > 0 & tail(s, -1) <= 0)) {
    peaks <- c(peaks, uniroot(score, grid[c(i, i + 1)], tol = 1e-16 * grid[i + 1], maxiter = 10000)$root)
  }
  peaks[which.max(vapply(peaks, function(t) likelihood(t, yi, vi, X, restricted)$loglik, 0))]
}

# metafor stops early by default. Its thresholds are absolute, so they are set by the scale of the variances; ML and
# REML start from the maximum that the scan found.
control_for <- function(yi, vi, X, method) {
  scale <- median(vi)
  control <- list(
    tol = 1e-14 * scale, threshold = 1e-13 * scale, maxiter = 100000, tau2.max = 10 * max(scale, diff(range(yi))^2)
  )
  if (method %in% c("ML", "REML")) control$tau2.init <- highest_peak(yi, vi, X, method == "REML")
  control
}

# --- Fits

methods <- c("EE", "DL", "HE", "HS", "SJ", "ML", "REML", "EB", "PM")
tests <- c("z", "t", "knha", "adhoc")
is_intercept <- function(X) all(X[, 1] == 1)

# ML and REML by metafor's defaults may fail, or end on a lower peak: then `alone` is false.
finds_alone <- function(yi, vi, X, method, peak) {
  if (is.null(peak)) return(TRUE)
  found <- tryCatch(rma(yi, vi, mods = X, intercept = FALSE, method = method)$tau2, error = function(e) Inf)
  abs(found - peak) < 1e-2 * (median(vi) + peak)
}

fit_with <- function(yi, vi, X, method, test, btt = NULL, control = control_for(yi, vi, X, method)) {
  only <- ncol(X) == 1 && is_intercept(X)
  if (is.null(btt)) btt <- if (is_intercept(X) && !only) 2:ncol(X) else seq_len(ncol(X))
  if (only) return(rma(yi, vi, method = method, test = test, control = control))
  rma(yi, vi, mods = X, intercept = FALSE, method = method, test = test, control = control, btt = btt)
}

test_of <- function(fit, X, at) {
  predicted <- if (fit$test %in% c("z", "knha")) {
    suppressWarnings(predict(fit, newmods = if (is_intercept(X)) at[, -1, drop = FALSE] else at))
  }
  list(
    se = I(fit$se), statistic = I(fit$zval), pval = I(fit$pval), ciLb = I(fit$ci.lb), ciUb = I(fit$ci.ub),
    df = if (fit$test == "z") NA else fit$k - fit$p, vcov = if (fit$test == "knha") I(as.numeric(fit$vb)),
    QM = fit$QM, QMp = fit$QMp,
    predicted = if (!is.null(predicted)) list(
      fitted = I(predicted$pred), se = I(predicted$se), ciLb = I(predicted$ci.lb), ciUb = I(predicted$ci.ub),
      piLb = if (is.null(predicted$pi.lb)) NULL else I(predicted$pi.lb),
      piUb = if (is.null(predicted$pi.ub)) NULL else I(predicted$pi.ub)
    )
  )
}

method_of <- function(yi, vi, X, method, at, block) {
  control <- control_for(yi, vi, X, method)
  fit_by <- function(test, btt = NULL) suppressWarnings(fit_with(yi, vi, X, method, test, btt, control))
  fits <- sapply(tests, simplify = FALSE, fit_by)
  z <- fits$z
  total <- if (method == "EE") NA else fit_with(yi, vi, matrix(1, length(yi)), method, "z")$tau2
  list(
    method = method, alone = suppressWarnings(finds_alone(yi, vi, X, method, control$tau2.init)), tau2 = z$tau2, beta = I(as.numeric(z$beta)), QE = z$QE, QEp = z$QEp, I2 = z$I2, H2 = z$H2,
    total = total,
    tests = lapply(fits, function(fit) test_of(fit, X, at)),
    block = if (!is.null(block)) sapply(c("z", "knha"), simplify = FALSE, function(test) {
      fit <- fit_by(test, block)
      list(QM = fit$QM, QMp = fit$QMp)
    })
  )
}

rows <- function(X) lapply(seq_len(nrow(X)), function(i) I(as.numeric(X[i, ])))

case_of <- function(name, yi, vi, X, block = NULL, by = methods) {
  X <- unname(as.matrix(X))
  attributes(X)[setdiff(names(attributes(X)), "dim")] <- NULL
  yi <- as.numeric(yi)
  vi <- as.numeric(vi)
  at <- rbind(1.2 * apply(X, 2, max), X[1, ])
  if (is_intercept(X)) at[, 1] <- 1
  list(
    name = name, yi = I(yi), vi = I(vi), design = rows(X), at = rows(at),
    block = if (is.null(block)) NULL else I(block - 1),
    fits = lapply(by, function(method) method_of(yi, vi, X, method, at, block))
  )
}

# On one column, by the likelihoods alone.
peaks_case <- function(name, yi, vi, x) case_of(name, yi, vi, cbind(1, x), by = c("ML", "REML"))

# --- Permutation tests

permuted <- function(name, yi, vi, X, method, test) {
  X <- unname(as.matrix(X))
  attributes(X)[setdiff(names(attributes(X)), "dim")] <- NULL
  yi <- as.numeric(yi)
  vi <- as.numeric(vi)
  fit <- suppressWarnings(fit_with(yi, vi, X, method, test))
  fit$control$tau2.init <- NULL # each permutation from metafor's own start
  found <- suppressWarnings(permutest(fit, exact = TRUE, progbar = FALSE))
  only <- ncol(X) == 1 && is_intercept(X)
  list(
    name = name, yi = I(yi), vi = I(vi), design = rows(X), method = method, test = test, fits = found$exact.iter,
    pvals = I(as.numeric(found$pval)), moderators = if (only) NULL else found$QMp
  )
}

# --- Data

bcg <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
writing <- dat.bangertdrowns2004[complete.cases(dat.bangertdrowns2004[, c("length", "wic", "feedback")]), ]
pygmalion <- dat.raudenbush1985

set.seed(20264)
random_case <- function(i) {
  k <- c(4, 5, 8, 40)[i]
  vi <- exp(rnorm(k, log(0.05), c(0.5, 1, 2.5)[1 + i %% 3]))
  year <- round(runif(k, -10, 10)) + 0.5 * (i %% 2) # centred: metafor loses six digits on years about 2000
  group <- rep_len(c(0, 1, 1), k)
  X <- if (k < 6) cbind(1, year) else cbind(1, year, group, 0.01 * rnorm(k))
  yi <- 0.3 + 0.1 * year - 0.5 * group + rnorm(k, 0, sqrt(vi + c(0, 0.05, 0.5)[1 + i %% 3]))
  case_of(paste0("random ", i, ", k = ", k), yi, vi, X, block = if (k < 6) NULL else 3:4)
}

reference <- list(
  versions = list(
    R = R.version.string, metafor = as.character(packageVersion("metafor")),
    metadat = as.character(packageVersion("metadat"))
  ),
  cases = c(
    list(
      case_of("bcg, latitude", bcg$yi, bcg$vi, model.matrix(~ablat, bcg)),
      case_of("bcg, latitude and year", bcg$yi, bcg$vi, model.matrix(~ ablat + year, bcg)),
      case_of("bcg, allocation and latitude", bcg$yi, bcg$vi, model.matrix(~ alloc + ablat, bcg), block = 2:3),
      case_of("bcg, allocation without intercept", bcg$yi, bcg$vi, model.matrix(~ alloc - 1, bcg)),
      case_of("writing to learn", writing$yi, writing$vi, model.matrix(~ length + wic + feedback, writing)),
      case_of("pygmalion, weeks", pygmalion$yi, pygmalion$vi, model.matrix(~weeks, pygmalion))
    ),
    lapply(1:4, random_case),
    list(
      peaks_case(
        "two peaks, 0 is higher", c(-0.06, 1.35, -0.46, 0.08, 1.46, 2.35), c(1.5, 0.53, 0.097, 0.022, 0.56, 1.5),
        c(8, 0, 6, 4, 2, 7)
      ),
      peaks_case(
        "two peaks, above 0", c(2.92, -1, 1.14, -0.11, 1.44, 0.33, -0.46, 4.26),
        c(2.9, 0.31, 0.98, 6.6, 0.41, 0.062, 0.73, 66), c(8, -5, -7, 7, 9, 2, 6, 0)
      ),
      peaks_case(
        "Fisher scoring fails", c(-1.73, -1.66, 0.62, -2.19, -3.13, -0.86, -0.29, -2.65),
        c(0.52, 3, 0.19, 3.8, 10, 4.9, 6.7, 4.6), c(-6, -3, 1, 5, -9, -1, 4, 2)
      )
    )
  ),
  permutations = list(
    permuted("latitude of six", bcg$yi[1:6], bcg$vi[1:6], model.matrix(~ablat, bcg[1:6, ]), "REML", "knha"),
    permuted("latitude and year of six", bcg$yi[8:13], bcg$vi[8:13], model.matrix(~ ablat + year, bcg[8:13, ]), "DL", "z"),
    permuted("allocation of seven", bcg$yi[4:10], bcg$vi[4:10], model.matrix(~alloc, bcg[4:10, ]), "REML", "adhoc"),
    permuted("latitude of seven", bcg$yi[7:13], bcg$vi[7:13], model.matrix(~ablat, bcg[7:13, ]), "HE", "t"),
    permuted("without intercept", bcg$yi[4:9], bcg$vi[4:9], model.matrix(~ alloc - 1, bcg[4:9, ]), "PM", "knha"),
    permuted("signs of eight", bcg$yi[1:8], bcg$vi[1:8], matrix(1, 8), "REML", "z")
  )
)
writeLines(json(reference), "regression.json")
