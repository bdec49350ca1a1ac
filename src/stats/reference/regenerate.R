# Writes effects.json, fits.json and subgroups.json beside this file: reference values from metafor.
# Run it in this folder: Rscript regenerate.R

suppressMessages({
  library(metafor)
  library(metadat)
})
source("json.R")

methods <- c("EE", "DL", "PM", "REML")

# --- tau2 by REML, found apart from metafor: for likelihoods with several peaks, where Fisher scoring finds one of
# --- them or none. The likelihood is scanned finely, and each peak is refined as a root of the score.

restricted <- function(tau2, yi, vi) {
  w <- 1 / (vi + tau2)
  mu <- sum(w * yi) / sum(w)
  list(
    loglik = -0.5 * (sum(log(vi + tau2)) + log(sum(w)) + sum(w * (yi - mu)^2)),
    score = sum(w^2 * (yi - mu)^2) - sum(w) + sum(w^2) / sum(w)
  )
}

reml_by_scan <- function(yi, vi) {
  score <- function(t) restricted(t, yi, vi)$score
  limit <- diff(range(yi))^2
  if (limit == 0) return(0)
  grid <- c(0, exp(seq(log(min(vi) / 1e4), log(max(limit, min(vi))), length.out = 4000)))
  s <- vapply(grid, score, 0)
  peaks <- if (s[1] <= 0) 0 else c()
  for (i in which(head(s, -1) > 0 & tail(s, -1) <= 0)) {
    peaks <- c(peaks, uniroot(score, grid[c(i, i + 1)], tol = 1e-16 * grid[i + 1], maxiter = 10000)$root)
  }
  peaks[which.max(vapply(peaks, function(t) restricted(t, yi, vi)$loglik, 0))]
}

# --- Fits

# metafor stops early by default, and an early stop would be pinned as the truth. Its thresholds are absolute, so they
# are set by the scale of the variances. REML starts from the maximum that the scan found.
fit_with <- function(yi, vi, method, test, start = if (method == "REML") reml_by_scan(yi, vi)) {
  scale <- median(vi)
  limit <- 10 * max(scale, diff(range(yi))^2)
  control <- list(tol = 1e-14 * scale, threshold = 1e-12 * scale, maxiter = 100000, tau2.max = limit)
  control$tau2.init <- start
  rma(yi, vi, method = method, test = test, control = control)
}

# FALSE where metafor, left to its own start, fails (an error or a warning) or ends on another peak.
reaches <- function(tau2, yi, vi) {
  own <- tryCatch(
    rma(yi, vi, method = "REML", control = list(threshold = 1e-12 * median(vi), maxiter = 100000))$tau2,
    error = function(e) NA, warning = function(w) NA
  )
  isTRUE(abs(own - tau2) <= 1e-8 * max(tau2, min(vi)))
}

part_by_test <- function(fit) {
  list(
    se = fit$se, ciLb = fit$ci.lb, ciUb = fit$ci.ub, statistic = fit$zval, pval = fit$pval,
    df = if (fit$test == "z") NA else fit$k - 1
  )
}

prediction <- function(fit, type = "default") {
  if (type == "riley" && fit$k < 3) return(NULL)
  limits <- predict(fit, pi.type = type)
  list(piLb = limits$pi.lb, piUb = limits$pi.ub)
}

fits_of <- function(yi, vi) {
  sapply(methods, simplify = FALSE, function(method) {
    start <- if (method == "REML") reml_by_scan(yi, vi)
    z <- fit_with(yi, vi, method, "z", start)
    t <- fit_with(yi, vi, method, "t", start)
    knha <- fit_with(yi, vi, method, "knha", start)
    list(
      mu = as.numeric(z$beta), tau2 = z$tau2, Q = z$QE, QEp = z$QEp, I2 = z$I2, H2 = z$H2,
      weights = as.numeric(weights(z)), alone = method != "REML" || reaches(z$tau2, yi, vi),
      tests = list(z = part_by_test(z), knha = part_by_test(knha)),
      predint = if (method == "EE") NULL else list(
        z = prediction(z), V = prediction(t), HTS = prediction(t, "riley"),
        HK = prediction(knha), `HK-PR` = prediction(knha, "riley")
      )
    )
  })
}

fit_case <- function(name, yi, vi) {
  keep <- !is.na(yi) & !is.na(vi)
  yi <- as.numeric(yi)[keep]
  vi <- as.numeric(vi)[keep]
  list(name = name, yi = I(yi), vi = I(vi), fits = fits_of(yi, vi))
}

counts <- function(d, ai, n1i, ci, n2i) data.frame(ai = d[[ai]], n1i = d[[n1i]], ci = d[[ci]], n2i = d[[n2i]])
means <- function(d, columns) setNames(d[columns], c("m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"))

bcg <- data.frame(
  ai = dat.bcg$tpos, n1i = dat.bcg$tpos + dat.bcg$tneg, ci = dat.bcg$cpos, n2i = dat.bcg$cpos + dat.bcg$cneg
)
nrt <- counts(dat.hartmannboyce2018, "x.nrt", "n.nrt", "x.ctrl", "n.ctrl")
nsaid <- counts(dat.collins1985a, "d.xti", "nti", "d.xci", "nci")
nsaid <- nsaid[complete.cases(nsaid), ]
# Every kind of zero: one arm, both arms, all events in one arm and in both, and one ordinary row.
zeros <- data.frame(
  ai = c(0, 3, 0, 12, 12, 20, 5), n1i = c(20, 25, 15, 12, 12, 20, 40),
  ci = c(4, 0, 0, 7, 10, 20, 9), n2i = c(20, 25, 14, 11, 10, 20, 38)
)
stay <- means(dat.normand1999, c("m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"))
cold <- means(
  subset(dat.dagostino1998, outcome == "rnic1" & !is.na(mt)), c("mt", "sdt", "nt", "mc", "sdc", "nc")
)
tiny <- data.frame(
  m1i = c(3, 1.5, -20), sd1i = c(1, 0.2, 3), n1i = c(2, 3, 5), m2i = c(1, 1.5, 4), sd2i = c(2, 0.3, 2.5),
  n2i = c(2, 2, 7)
)

# --- Effects

effects_of <- function(name, measure, data, variance = "LS") {
  ratio <- measure %in% c("OR", "RR")
  es <- if ("ai" %in% names(data)) {
    escalc(measure, ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = data, drop00 = ratio)
  } else {
    escalc(measure, m1i = m1i, sd1i = sd1i, n1i = n1i, m2i = m2i, sd2i = sd2i, n2i = n2i, data = data)
  }
  yi <- as.numeric(es$yi)
  vi <- as.numeric(es$vi)
  if (variance == "RevMan") {
    N <- data$n1i + data$n2i
    m <- N - 2
    J <- exp(lgamma(m / 2) - log(sqrt(m / 2)) - lgamma((m - 1) / 2))
    yi <- yi / J * (1 - 3 / (4 * N - 9))
    vi <- 1 / data$n1i + 1 / data$n2i + yi^2 / (2 * (N - 3.94))
  }
  list(name = name, measure = measure, smdVariance = variance, data = data, yi = I(yi), vi = I(vi))
}

effects <- c(
  lapply(c("RR", "OR", "RD"), function(m) effects_of("bcg", m, bcg)),
  lapply(c("RR", "OR", "RD"), function(m) effects_of("nrt", m, nrt)),
  lapply(c("RR", "OR", "RD"), function(m) effects_of("nsaid", m, nsaid)),
  lapply(c("RR", "OR", "RD"), function(m) effects_of("zeros", m, zeros)),
  unlist(lapply(c("stay", "cold", "tiny"), function(name) {
    data <- get(name)
    list(
      effects_of(name, "MD", data), effects_of(name, "SMD", data), effects_of(name, "SMD", data, "RevMan")
    )
  }), recursive = FALSE, use.names = FALSE)
)
write_reference(effects, "effects.json")

# --- Pooled results

case_from <- function(e) {
  fit_case(paste(c(e$name, e$measure, if (e$smdVariance == "RevMan") "RevMan"), collapse = " "), e$yi, e$vi)
}
pooled_effects <- Filter(function(e) e$name != "tiny", effects)

set.seed(20251)
random_k <- c(2, 2, 3, 3, 4, 5, 5, 6, 7, 8, 9, 10, 12, 15, 18, 20, 23, 30, 40, 50, 60)
random_case <- function(i) {
  k <- random_k[i]
  vi <- exp(rnorm(k, log(0.05), 1))
  tau2 <- sample(c(0, 0.02, 0.2, 2), 1)
  fit_case(paste0("random ", i, ", k = ", k), rnorm(k, rnorm(1), sqrt(vi + tau2)), vi)
}

# Restricted likelihoods with two peaks, wide variances and a small unit.
peaks <- list(
  list("peaks: lower of two", c(-7.39, -0.86, 0.46, 1.1, 0.46, -3.84, 0.08), c(5.2, 21, 0.1, 3.8, 1.4, 25, 0.00026)),
  list("peaks: above 0", c(-8.24, -0.01, -0.01, -0.19, -0.55, 0.07, -0.5), c(86, 0.00018, 0.00034, 0.03, 50, 0.19, 0.021)),
  list("peaks: k = 4", c(5.98, 0.16, 0.2, -0.04), c(3, 5.3, 0.082, 0.071)),
  list("peaks: 0 is higher", c(-0.98, 0.12, -0.17, 0.37, 26.33, 0.31), c(34, 0.076, 0.27, 0.069, 33, 0.033)),
  list("variances over six decades", c(0.3, -0.2, 1.5, 0.31, -40), c(1e-4, 0.5, 2, 1e-3, 1e2)),
  list("small unit", c(3e-5, 1e-5, -2e-5, 8e-5), c(1e-10, 4e-10, 2e-10, 9e-10))
)

fits <- c(
  lapply(pooled_effects, case_from),
  list(fit_case("ishak2007, given", dat.ishak2007$y1i, dat.ishak2007$v1i)),
  lapply(seq_along(random_k), random_case),
  lapply(peaks, function(p) fit_case(p[[1]], p[[2]], p[[3]]))
)
write_reference(fits, "fits.json")

# --- Subgroups, tau2 separate in each

subgroup_case <- function(name, es, group) {
  parts <- split(data.frame(yi = as.numeric(es$yi), vi = as.numeric(es$vi)), group)
  tests <- unlist(lapply(methods, function(method) lapply(c("z", "knha"), function(test) {
    groups <- lapply(parts, function(p) fit_with(p$yi, p$vi, method, test))
    between <- rma(
      sapply(groups, function(g) as.numeric(g$beta)), sei = sapply(groups, function(g) g$se), method = "FE"
    )
    list(method = method, test = test, Q = between$QE, df = between$k - 1, pval = between$QEp)
  })), recursive = FALSE)
  list(name = name, groups = unname(parts), tests = tests)
}

subgroups <- list(
  subgroup_case("bcg RR by allocation", escalc("RR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = bcg), dat.bcg$alloc),
  subgroup_case(
    "nrt RR by treatment", escalc("RR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = nrt),
    dat.hartmannboyce2018$treatment
  )
)
write_reference(subgroups, "subgroups.json")

writeLines(
  c(R.version.string, sapply(c("metafor", "metadat"), function(p) paste(p, packageVersion(p)))),
  "versions.txt"
)
