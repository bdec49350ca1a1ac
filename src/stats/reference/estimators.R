# Writes estimators.json beside this file: reference values from metafor for the estimators of tau2, the Q-profile, the
# guards of Hartung-Knapp, Mantel-Haenszel and Peto, and subgroups with a common tau2.
# Run it in this folder: Rscript estimators.R

suppressMessages({
  library(metafor)
  library(metadat)
})
source("json.R")

# --- The highest peak of the (restricted) likelihood of a tau2 that groups share, found apart from metafor: a fine scan,
# --- each peak refined as a root of the score.

likelihood <- function(tau2, yi, vi, group, restricted) {
  w <- 1 / (vi + tau2)
  W <- ave(w, group, FUN = sum)
  r <- yi - ave(w * yi, group, FUN = sum) / W
  first <- !duplicated(group)
  list(
    loglik = -0.5 * (sum(log(vi + tau2)) + sum(w * r^2) + restricted * sum(log(W[first]))),
    score = sum(w^2 * r^2) - sum(w) + restricted * sum(w^2 / W)
  )
}

highest_peak <- function(yi, vi, restricted, group = rep(1, length(yi))) {
  score <- function(t) likelihood(t, yi, vi, group, restricted)$score
  limit <- diff(range(yi))^2
  if (limit == 0) return(0)
  grid <- c(0, exp(seq(log(min(vi) / 1e4), log(max(limit, min(vi))), length.out = 2000)))
  s <- vapply(grid, score, 0)
  peaks <- if (s[1] <= 0) 0 else c()
  for (i in which(head(s, -1) > 0 & tail(s, -1) <= 0)) {
    peaks <- c(peaks, uniroot(score, grid[c(i, i + 1)], tol = 1e-16 * grid[i + 1], maxiter = 10000)$root)
  }
  peaks[which.max(vapply(peaks, function(t) likelihood(t, yi, vi, group, restricted)$loglik, 0))]
}

# metafor stops early by default. Its thresholds are absolute, so they are set by the scale of the variances; ML and
# REML start from the maximum that the scan found.
fit_with <- function(yi, vi, method, test = "z", group = NULL, constant = FALSE) {
  scale <- median(vi)
  control <- list(
    tol = 1e-14 * scale, threshold = 1e-13 * scale, maxiter = 100000, tau2.max = 10 * max(scale, diff(range(yi))^2)
  )
  if (method %in% c("ML", "REML")) {
    control$tau2.init <- highest_peak(yi, vi, method == "REML", if (is.null(group)) rep(1, length(yi)) else group)
  }
  if (is.null(group)) return(rma(yi, vi, method = method, test = test, control = control))
  X <- model.matrix(if (constant) ~ factor(group) else ~ factor(group) - 1)
  rma(yi, vi, mods = X, intercept = FALSE, method = method, test = test, control = control, btt = if (constant) 2:ncol(X))
}

# --- Estimators, Q-profile, guards

inference_of <- function(fit) {
  list(
    se = fit$se, ciLb = fit$ci.lb, ciUb = fit$ci.ub, statistic = fit$zval, pval = fit$pval,
    df = if (fit$test == "z") NA else fit$k - 1
  )
}

profile_of <- function(yi, vi, level) {
  fit <- rma(yi, vi, method = "DL")
  ci <- confint(fit, level = level, control = list(tol = 1e-15 * min(vi), maxiter = 100000, tau2.max = 1e7 * max(vi, yi^2)))
  limits <- function(row) list(lb = ci$random[row, "ci.lb"], ub = ci$random[row, "ci.ub"])
  list(level = level / 100, tau2 = limits(1), tau = limits(2), I2 = limits(3), H2 = limits(4))
}

pooling_case <- function(name, yi, vi) {
  estimators <- sapply(c("HE", "HS", "SJ", "ML", "EB"), simplify = FALSE, function(method) {
    fit <- fit_with(yi, vi, method)
    list(tau2 = fit$tau2, mu = as.numeric(fit$beta), se = fit$se)
  })
  DL <- sapply(c("z", "t", "knha", "adhoc"), simplify = FALSE, function(test) inference_of(fit_with(yi, vi, "DL", test)))
  DL$wider <- if (DL$z$ciUb - DL$z$ciLb > DL$knha$ciUb - DL$knha$ciLb) DL$z else DL$knha
  list(
    name = name, yi = I(yi), vi = I(vi), estimators = estimators, mu = as.numeric(fit_with(yi, vi, "DL")$beta),
    inference = DL, profiles = list(profile_of(yi, vi, 95), profile_of(yi, vi, 80))
  )
}

# --- Tables

number <- function(x) if (is.null(x) || is.na(x)) NA else as.numeric(x)

pooled_of <- function(fit) {
  if (is.na(number(fit$beta)) || fit$se == 0) return(NULL)
  list(
    mu = number(fit$beta), se = fit$se, ciLb = fit$ci.lb, ciUb = fit$ci.ub, statistic = fit$zval, pval = fit$pval,
    Q = fit$QE, QEp = if (fit$k.yi > 1) fit$QEp else NA
  )
}

# Greenland & Robins (1985), the variance of the Mantel-Haenszel risk difference by arms, from the paper.
greenland_robins <- function(d) {
  N <- d$n1i + d$n2i
  part <- (d$ai * (d$n1i - d$ai) * d$n2i^3 + d$ci * (d$n2i - d$ci) * d$n1i^3) / (d$n1i * d$n2i * N^2)
  sqrt(sum(part)) / sum(d$n1i * d$n2i / N)
}

# RevMan's tau2: the moments of DerSimonian and Laird, from Q about the Mantel-Haenszel estimate.
centred <- function(yi, vi, mu) {
  if (length(yi) < 2) return(0)
  Q <- sum((yi - mu)^2 / vi)
  W <- sum(1 / vi)
  max(0, (Q - (length(yi) - 1)) / (W - sum(1 / vi^2) / W))
}

tables_case <- function(name, d) {
  mh <- sapply(c("OR", "RR", "RD"), simplify = FALSE, function(measure) {
    fit <- suppressWarnings(rma.mh(measure = measure, ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = d))
    pooled <- pooled_of(fit)
    if (is.null(pooled)) return(NULL)
    yi <- as.numeric(fit$yi)
    vi <- as.numeric(fit$vi)
    c(pooled, list(
      yi = I(yi), vi = I(vi), weights = I(as.numeric(weights(fit))), tau2 = centred(yi, vi, pooled$mu)
    ))
  })
  peto <- suppressWarnings(tryCatch(
    rma.peto(ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = d), error = function(e) NULL
  ))
  list(
    name = name, data = d, mh = mh, greenlandRobins = greenland_robins(d), peto = if (!is.null(peto)) pooled_of(peto)
  )
}

# --- Subgroups with a common tau2

groups_case <- function(name, yi, vi, group) {
  fits <- unlist(lapply(c("EE", "DL", "HE", "HS", "SJ", "ML", "REML", "EB", "PM"), function(method) {
    lapply(c("z", "knha"), function(test) {
      means <- fit_with(yi, vi, method, test, group)
      contrast <- fit_with(yi, vi, method, test, group, constant = TRUE)
      list(
        method = method, test = test, tau2 = means$tau2, mu = I(as.numeric(means$beta)), se = I(means$se),
        ciLb = I(means$ci.lb), ciUb = I(means$ci.ub), pval = I(means$pval),
        QM = contrast$QM, QMp = contrast$QMp, QE = means$QE, QEp = means$QEp
      )
    })
  }), recursive = FALSE)
  list(name = name, groups = unname(split(data.frame(yi = yi, vi = vi), group)), fits = fits)
}

# --- Data

counts <- function(ai, n1i, ci, n2i) as.data.frame(lapply(list(ai = ai, n1i = n1i, ci = ci, n2i = n2i), as.numeric))
bcg <- with(dat.bcg, counts(tpos, tpos + tneg, cpos, cpos + cneg))
nrt <- with(dat.hartmannboyce2018, counts(x.nrt, n.nrt, x.ctrl, n.ctrl))
nsaid <- with(dat.collins1985a, counts(d.xti, nti, d.xci, nci))
nsaid <- nsaid[complete.cases(nsaid), ]
zeros <- counts(
  c(0, 3, 0, 12, 12, 20, 5), c(20, 25, 15, 12, 12, 20, 40), c(4, 0, 0, 7, 10, 20, 9), c(20, 25, 14, 11, 10, 20, 38)
)
one_arm <- counts(c(2, 1), c(30, 20), c(0, 0), c(28, 21)) # the ratio is infinite
none <- counts(c(0, 0), c(30, 20), c(0, 0), c(28, 21))
single <- counts(3, 40, 9, 38)

effects <- function(d, measure) {
  es <- escalc(measure, ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = d)
  list(yi = as.numeric(es$yi), vi = as.numeric(es$vi))
}
b <- effects(bcg, "RR")
n <- effects(nrt, "RR")

set.seed(20253)
random_k <- c(2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 8, 8, 9, 10, 11, 12, 13, 15, 16, 18, 20, 23, 25, 30, 40, 60, 80)
random_pooling <- lapply(seq_along(random_k), function(i) {
  k <- random_k[i]
  vi <- exp(rnorm(k, log(0.05), c(0.3, 1, 2)[1 + i %% 3]))
  yi <- rnorm(k, rnorm(1), sqrt(vi + sample(c(0, 0.02, 0.2, 2, 10), 1)))
  if (i %% 5 == 0) {
    yi <- round(yi, 1) # ties
    vi <- round(vi, 2) + 0.01
  }
  pooling_case(paste0("random ", i, ", k = ", k), yi, vi)
})
random_tables <- lapply(seq_len(30), function(i) {
  k <- c(2, 3, 5, 8, 13, 30)[1 + i %% 6]
  n1i <- round(exp(runif(k, log(4), log(2000))))
  n2i <- pmax(4, round(n1i * exp(rnorm(k, 0, 0.3))))
  risk <- plogis(rnorm(k, c(-5, -2, 0)[1 + i %% 3], 0.7))
  d <- counts(rbinom(k, n1i, plogis(qlogis(risk) + rnorm(k, -0.3, 0.3))), n1i, rbinom(k, n2i, risk), n2i)
  tables_case(paste0("random ", i, ", k = ", k), d)
})
random_groups <- lapply(seq_len(8), function(i) {
  sizes <- list(c(2, 2), c(1, 4), c(3, 5, 2), c(6, 1, 1), c(4, 4, 4, 4), c(10, 3), c(2, 7, 9), c(15, 15, 5))[[i]]
  group <- rep(seq_along(sizes), sizes)
  vi <- exp(rnorm(sum(sizes), log(0.05), 1))
  yi <- rnorm(sum(sizes), rnorm(length(sizes))[group], sqrt(vi + c(0, 0.1, 0.5, 2)[1 + i %% 4]))
  groups_case(paste0("random ", i), yi, vi, group)
})

reference <- list(
  versions = list(R = R.version.string, metafor = as.character(packageVersion("metafor")),
                  metadat = as.character(packageVersion("metadat"))),
  pooling = c(
    list(
      pooling_case("bcg RR", b$yi, b$vi), pooling_case("nrt RR", n$yi, n$vi),
      pooling_case("less than chance", c(0.2, 0.201, 0.199, 0.2005), c(0.1, 0.2, 0.15, 0.3)),
      pooling_case("two peaks, the lower", c(-7.39, -0.86, 0.46, 1.1, 0.46, -3.84, 0.08), c(5.2, 21, 0.1, 3.8, 1.4, 25, 0.00026)),
      pooling_case("two peaks, 0 or above", c(5.98, 0.16, 0.2, -0.04), c(3, 5.3, 0.082, 0.071))
    ),
    random_pooling
  ),
  tables = c(
    list(
      tables_case("bcg", bcg), tables_case("nrt", nrt), tables_case("nsaid", nsaid), tables_case("zeros", zeros),
      tables_case("events in one arm", one_arm), tables_case("no events", none), tables_case("one table", single)
    ),
    random_tables
  ),
  groups = c(
    list(
      groups_case("bcg RR by allocation", b$yi, b$vi, dat.bcg$alloc),
      groups_case("nrt RR by treatment", n$yi, n$vi, dat.hartmannboyce2018$treatment)
    ),
    random_groups
  )
)
writeLines(json(reference), "estimators.json")
