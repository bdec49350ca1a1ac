# Writes random.jsonl beside this file: 500 seeded random meta-analyses, by metafor wherever it keeps its digits.
# Run it in this folder: Rscript random.R (about ten minutes)

suppressMessages(library(metafor))
source("json.R")

METHODS <- c("EE", "DL", "HE", "HS", "SJ", "ML", "REML", "EB", "PM")
TESTS <- c("z", "t", "knha", "adhoc")

# --- The same numbers from the papers' formulas, in sums that cancel nothing. They say which numbers of metafor have
# --- lost digits (it works with k x k matrices, and stops where its steps are small), and stand in their place.

sums <- function(yi, vi, tau2) {
  d <- yi - yi[1] # counted from the first effect, so that equal effects have a Q of 0
  w <- 1 / (vi + tau2)
  W <- sum(w)
  r <- d - sum(w * d) / W
  list(w = w, W = W, mu = yi[1] + sum(w * d) / W, r = r, Q = sum(w * r^2))
}

# W - (sum of w^2) / W, by pairs.
beyond_one <- function(w) 2 * sum(w * c(0, head(cumsum(w), -1))) / sum(w)

root <- function(f, lower, upper) uniroot(f, c(lower, upper), tol = .Machine$double.xmin, maxiter = 10000)$root

# The tau2 at which the generalised Q is `target`; 0 where it is below already.
tau2_of_q <- function(yi, vi, target) {
  excess <- function(t) sums(yi, vi, t)$Q - target
  if (excess(0) <= 0) return(0)
  upper <- max(vi)
  while (excess(upper) > 0) upper <- 2 * upper
  root(excess, 0, upper)
}

# The derivative by tau2 of the likelihood, or of the restricted one, times 2; and its logarithm.
score <- function(yi, vi, tau2, restricted) {
  s <- sums(yi, vi, tau2)
  sum((s$w * s$r)^2) - if (restricted) beyond_one(s$w) else s$W
}
loglik <- function(yi, vi, tau2, restricted) {
  s <- sums(yi, vi, tau2)
  -0.5 * (sum(log(vi + tau2)) + s$Q + if (restricted) log(s$W) else 0)
}

# Every local maximum over tau2 >= 0, by a scan that is finer than any variance; none lies beyond the squared range.
peaks_of <- function(yi, vi, restricted, points = 1000) {
  limit <- diff(range(yi))^2
  if (limit == 0) return(0)
  grid <- c(0, exp(seq(log(min(vi) / 1e3), log(max(limit, min(vi))), length.out = points)))
  s <- vapply(grid, function(t) score(yi, vi, t, restricted), 0)
  rising <- which(head(s, -1) > 0 & tail(s, -1) <= 0)
  inner <- vapply(rising, function(i) root(function(t) score(yi, vi, t, restricted), grid[i], grid[i + 1]), 0)
  c(if (s[1] <= 0) 0, inner)
}
highest_peak <- function(yi, vi, restricted) {
  peaks <- peaks_of(yi, vi, restricted)
  peaks[which.max(vapply(peaks, function(t) loglik(yi, vi, t, restricted), 0))]
}

tau2_by_formula <- function(yi, vi, method) {
  k <- length(yi)
  d <- yi - yi[1]
  common <- sums(yi, vi, 0)
  squares <- sum((d - mean(d))^2)
  switch(method,
    EE = 0,
    DL = max(0, (common$Q - (k - 1)) / beyond_one(1 / vi)),
    HE = max(0, squares / (k - 1) - mean(vi)),
    HS = max(0, (common$Q - k) / common$W),
    SJ = squares / k * sums(yi, vi, squares / k)$Q / (k - 1),
    ML = highest_peak(yi, vi, FALSE), REML = highest_peak(yi, vi, TRUE),
    EB = tau2_of_q(yi, vi, k - 1), PM = tau2_of_q(yi, vi, k - 1)
  )
}

# By t(df), or the normal where df is NULL.
critical <- function(level, df) {
  tail <- (1 - level) / 2
  if (is.null(df)) qnorm(tail, lower.tail = FALSE) else qt(tail, df, lower.tail = FALSE)
}

inference <- function(mu, se, df, level) {
  statistic <- mu / se
  reach <- se * critical(level, df)
  pval <- 2 * if (is.null(df)) pnorm(-abs(statistic)) else pt(-abs(statistic), df)
  list(se = se, ciLb = mu - reach, ciUb = mu + reach, statistic = statistic, pval = pval)
}

# Equal effects make no Hartung-Knapp interval: it is Wald's.
fit_by_formula <- function(yi, vi, tau2, method, level) {
  k <- length(yi)
  s <- sums(yi, vi, tau2)
  wald <- sqrt(1 / s$W)
  q <- s$Q / (k - 1)
  varies <- q > 0
  knha <- if (varies) sqrt(q / s$W) else wald
  df <- if (varies) k - 1
  predict <- function(se, df) {
    if (method == "EE" || (!is.null(df) && df < 1)) return(NULL)
    reach <- critical(level, df) * sqrt(tau2 + se^2)
    list(piLb = s$mu - reach, piUb = s$mu + reach)
  }
  list(
    mu = s$mu,
    tests = list(
      z = inference(s$mu, wald, NULL, level), t = inference(s$mu, wald, k - 1, level),
      knha = inference(s$mu, knha, df, level), adhoc = inference(s$mu, sqrt(max(1, q) / s$W), k - 1, level)
    ),
    predint = list(
      z = predict(wald, NULL), V = predict(wald, k - 1), HTS = predict(wald, k - 2), HK = predict(knha, k - 1),
      `HK-PR` = predict(knha, k - 2)
    )
  )
}

heterogeneity_by_formula <- function(yi, vi, tau2) {
  df <- length(yi) - 1
  Q <- sums(yi, vi, 0)$Q
  s2 <- df / beyond_one(1 / vi)
  common <- METHODS == "EE"
  list(
    Q = Q, QEp = pchisq(Q, df, lower.tail = FALSE),
    I2 = ifelse(common, max(0, 100 * (Q - df) / Q), 100 * tau2 / (tau2 + s2)),
    H2 = ifelse(common, Q / df, tau2 / s2 + 1)
  )
}

profile_by_formula <- function(yi, vi, level) {
  df <- length(yi) - 1
  tau2 <- c(
    tau2_of_q(yi, vi, qchisq((1 - level) / 2, df, lower.tail = FALSE)), tau2_of_q(yi, vi, qchisq((1 - level) / 2, df))
  )
  s2 <- df / beyond_one(1 / vi)
  list(tau2 = tau2, tau = sqrt(tau2), I2 = 100 * tau2 / (tau2 + s2), H2 = tau2 / s2 + 1)
}

# --- The same by metafor

quietly <- function(call) suppressWarnings(tryCatch(call, error = function(e) NULL))

# TRUE where two numbers agree to all the digits that the tests ask for, and one more.
same <- function(a, b) !is.null(a) && is.finite(a) && (a == b || abs(a - b) <= 1e-9 * abs(b))

# Thresholds by the size of what is sought: metafor's own are absolute, and stop early.
tight <- function(yi, vi, tau2) {
  size <- max(tau2, min(vi))
  list(tol = 1e-13 * size, threshold = 1e-12 * size, maxiter = 300, tau2.max = 100 * max(vi, diff(range(yi))^2))
}

# metafor's tau2 from its own start, or else when started from the true one; NULL where it fails. `failing` where its
# own settings end in an error; `astray` where its own start leads elsewhere, or nowhere, however long it goes on.
tau2_by_metafor <- function(yi, vi, method, truth) {
  control <- tight(yi, vi, truth)
  near <- function(found, part) !is.null(found) && abs(found - truth) <= part * max(truth, min(vi))
  settings <- if (method == "PM") control["tau2.max"] else list()
  loose <- quietly(rma(yi, vi, method = method, control = settings)$tau2)
  own <- quietly(rma(yi, vi, method = method, control = control)$tau2)
  astray <- !near(own, 1e-6) && !near(loose, 1e-2)
  if (!near(own, 1e-9)) own <- quietly(rma(yi, vi, method = method, control = c(control, tau2.init = truth))$tau2)
  if (truth == 0 && near(own, 1e-9)) own <- 0 # a residue
  list(tau2 = own, failing = is.null(loose), astray = astray)
}

# The fit at a tau2: by the method itself where that ends there, since predict() asks whether tau2 was estimated.
fit_at <- function(yi, vi, tau2, method, test, level) {
  control <- c(tight(yi, vi, tau2), if (method %in% c("ML", "REML", "EB")) list(tau2.init = tau2))
  fit <- quietly(rma(yi, vi, method = method, test = test, level = 100 * level, control = control))
  if (!is.null(fit) && abs(fit$tau2 - tau2) <= 1e-10 * max(tau2, min(vi))) return(fit)
  quietly(rma(yi, vi, tau2 = tau2, method = method, test = test, level = 100 * level))
}

fit_by_metafor <- function(yi, vi, tau2, method, level, tests) {
  fits <- sapply(tests, function(test) fit_at(yi, vi, tau2, method, test, level), simplify = FALSE)
  limits <- function(fit, type = "default") {
    p <- predict(fit, pi.type = type)
    list(piLb = p$pi.lb, piUb = p$pi.ub)
  }
  z <- fits$z
  list(
    mu = as.numeric(z$beta), I2 = z$I2, H2 = z$H2, Q = z$QE, QEp = z$QEp,
    tests = lapply(fits, function(fit) {
      list(se = fit$se, ciLb = fit$ci.lb, ciUb = fit$ci.ub, statistic = fit$zval, pval = fit$pval)
    }),
    predint = if (length(tests) > 1) list(
      z = limits(z), V = limits(fits$t), HTS = limits(fits$t, "riley"), HK = limits(fits$knha),
      `HK-PR` = limits(fits$knha, "riley")
    )
  )
}

profile_by_metafor <- function(yi, vi, level) {
  control <- list(tol = 1e-16 * min(vi), maxiter = 100000, tau2.max = 1e9 * max(vi, yi^2))
  ci <- quietly(confint(rma(yi, vi, method = "DL"), level = 100 * level, control = control)$random)
  if (is.null(ci)) return(NULL)
  sapply(c("tau2", "tau", "I2", "H2"), function(name) as.numeric(ci[match(name, c("tau2", "tau", "I2", "H2")), 2:3]),
    simplify = FALSE)
}

# metafor's number wherever it agrees with the formula, else the formula's, and its name is added to `lost`.
lost <- character()
prefer <- function(metafor, formula, name) {
  if (is.null(formula)) return(NULL)
  if (is.list(formula)) {
    return(sapply(names(formula), simplify = FALSE, function(n) prefer(metafor[[n]], formula[[n]], paste(name, n))))
  }
  if (length(formula) > 1) {
    return(vapply(seq_along(formula), function(i) prefer(metafor[i], formula[i], paste(name, i)), 0))
  }
  if (same(metafor, formula)) return(as.numeric(metafor))
  lost <<- c(lost, name)
  formula
}

# --- One meta-analysis. All nine methods give tau2, the mean, its standard error, I2 and H2; two of them, which change
# --- from case to case as the level does, give every interval and test.

cases_made <- 0
case_of <- function(kind, yi, vi, source = NULL) {
  i <- cases_made
  cases_made <<- i + 1
  lost <<- character()
  level <- c(0.95, 0.9, 0.99, 0.8, 0.5)[1 + i %% 5]
  truth <- vapply(METHODS, function(method) tau2_by_formula(yi, vi, method), 0)
  found <- lapply(METHODS, function(method) {
    if (method == "EE") return(list(tau2 = 0, failing = FALSE, astray = FALSE))
    tau2_by_metafor(yi, vi, method, truth[[method]])
  })
  tau2 <- vapply(seq_along(METHODS), function(m) prefer(found[[m]]$tau2, truth[[m]], paste(METHODS[m], "tau2")), 0)
  in_full <- METHODS[1 + c(i, i + 1 + i %/% 9 %% 8) %% 9]
  heterogeneity <- heterogeneity_by_formula(yi, vi, tau2)
  fits <- lapply(seq_along(METHODS), function(m) {
    tests <- if (METHODS[m] %in% in_full) TESTS else "z"
    metafor <- fit_by_metafor(yi, vi, tau2[m], METHODS[m], level, tests)
    formula <- fit_by_formula(yi, vi, tau2[m], METHODS[m], level)
    formula$tests <- formula$tests[tests]
    if (length(tests) == 1) formula$predint <- list()
    formula$I2 <- heterogeneity$I2[m]
    formula$H2 <- heterogeneity$H2[m]
    if (METHODS[m] == "EE") formula <- c(formula, heterogeneity[c("Q", "QEp")])
    prefer(metafor, formula, METHODS[m])
  })
  full <- fits[METHODS %in% in_full]
  column <- function(of) I(vapply(fits, of, 0))
  c(
    list(name = paste0(kind, " ", i + 1, ", k = ", length(yi))), source,
    list(
      yi = I(yi), vi = I(vi), level = level,
      fits = list(
        tau2 = I(tau2), mu = column(function(fit) fit$mu), se = column(function(fit) fit$tests$z$se),
        I2 = column(function(fit) fit$I2), H2 = column(function(fit) fit$H2)
      ),
      Q = fits[[1]]$Q, QEp = fits[[1]]$QEp,
      full = lapply(seq_along(full), function(f) {
        c(list(method = METHODS[METHODS %in% in_full][f]), full[[f]][c("tests", "predint")])
      }),
      profile = lapply(prefer(profile_by_metafor(yi, vi, level), profile_by_formula(yi, vi, level), "profile"), I),
      failing = I(METHODS[vapply(found, function(f) f$failing, TRUE)]),
      astray = I(METHODS[vapply(found, function(f) f$astray, TRUE)]), lost = I(lost)
    )
  )
}

# --- Data

any_of <- function(x) x[sample.int(length(x), 1)]
size_of <- function() {
  any_of(c(2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 18, 20, 25, 30, 40))
}

variances <- function(k) {
  switch(any_of(1:5),
    rep(10^runif(1, -4, 2), k), exp(rnorm(k, log(0.05), 0.5)), 10^runif(k, -4, 2), 10^runif(k, -6, 0),
    c(1e-4, 10^runif(k - 1, -1, 2))
  )
}
given <- function(i) {
  k <- if (i <= 6) c(2, 200, 100, 150, 80, 60)[i] else size_of()
  vi <- variances(k)
  tau2 <- any_of(c(0, 0, 1e-4, 0.01, 0.1, 0.5, 1, 3, 10))
  yi <- rnorm(k, rnorm(1), sqrt(vi + tau2))
  if (i %% 4 == 0) yi <- round(yi, 1) # ties
  if (i %% 8 == 0) vi <- signif(vi, 1)
  if (i %% 10 == 5) { # every study twice
    yi <- rep(yi, length.out = max(4, k), each = 2)
    vi <- rep(vi, length.out = max(4, k), each = 2)
  }
  if (i %% 12 == 7) yi <- rnorm(k, 0.3, sqrt(vi) / 10) # less than chance
  if (i %% 25 == 0) yi <- rep(0.3, k)
  if (length(vi) != length(yi)) vi <- rep_len(vi, length(yi))
  case_of("given", yi, vi)
}

usable <- function(es) is.finite(es$yi) & is.finite(es$vi) & es$vi > 0
effects_of <- function(measure, es, data) {
  keep <- usable(es)
  case_of(measure, as.numeric(es$yi)[keep], as.numeric(es$vi)[keep], list(measure = measure, arms = data))
}
tables <- function(i) {
  measure <- c("OR", "RR", "RD", "PETO")[1 + i %% 4]
  repeat {
    k <- size_of()
    n1i <- round(exp(runif(k, log(8), log(2000))))
    n2i <- pmax(4, round(n1i * exp(rnorm(k, 0, 0.4))))
    base <- rnorm(k, any_of(c(-5, -3, -1, 0)), 1)
    d <- data.frame(
      ai = rbinom(k, n1i, plogis(base + rnorm(k, -0.4, any_of(c(0, 0.3, 1))))), n1i = n1i,
      ci = rbinom(k, n2i, plogis(base)), n2i = n2i
    )
    none <- if (measure == "PETO") list(add = 0, to = "none") else list(drop00 = measure != "RD")
    es <- suppressWarnings(do.call(escalc, c(list(measure, ai = d$ai, n1i = n1i, ci = d$ci, n2i = n2i), none)))
    if (sum(usable(es)) >= 2) return(effects_of(measure, es, d))
  }
}
means <- function(i) {
  measure <- c("SMD", "MD")[1 + i %% 2]
  k <- size_of()
  sd <- 10^runif(k, -1, 1)
  d <- data.frame(
    m1i = rnorm(k, 5, sd), sd1i = sd * exp(rnorm(k, 0, 0.2)), n1i = round(exp(runif(k, log(4), log(300))))
  )
  d <- cbind(d, m2i = rnorm(k, 5.5, sd), sd2i = sd, n2i = pmax(3, round(d$n1i * exp(rnorm(k, 0, 0.3)))))
  es <- escalc(measure, m1i = m1i, sd1i = sd1i, n1i = n1i, m2i = m2i, sd2i = sd2i, n2i = n2i, data = d)
  effects_of(measure, es, d)
}

# Small data sets of widely different variances, until one has a likelihood with two peaks.
two_peaks <- function(i) {
  repeat {
    k <- any_of(3:9)
    vi <- signif(10^runif(k, -4, 2), 3)
    yi <- round(rnorm(k, 0, sqrt(vi + any_of(c(0, 0.01, 0.1, 1)))), 2)
    if (length(peaks_of(yi, vi, i %% 2 == 0, 60)) > 1) return(case_of("two peaks", yi, vi))
  }
}

# The same, until metafor's REML or ML fails by its own settings.
failing <- function(i) {
  repeat {
    k <- any_of(2:9)
    vi <- signif(10^runif(k, -4, 2), 3)
    yi <- round(rnorm(k, 0, sqrt(vi + any_of(c(0, 0.01, 0.1, 1)))), 2)
    if (is.null(quietly(rma(yi, vi, method = c("ML", "REML")[1 + i %% 2])))) return(case_of("failing", yi, vi))
  }
}

set.seed(202511)
cases <- c(
  lapply(1:280, given), lapply(1:100, tables), lapply(1:60, means), lapply(1:40, two_peaks), lapply(1:20, failing)
)
writeLines(vapply(cases, json, ""), "random.jsonl") # one case a line
cat(length(cases), "cases;", file.size("random.jsonl"), "bytes; lost:\n")
print(sort(table(unlist(lapply(cases, function(case) unclass(case$lost)))), decreasing = TRUE))
for (kind in c("failing", "astray")) {
  cat(kind, "\n")
  print(table(unlist(lapply(cases, function(case) unclass(case[[kind]])))))
}
