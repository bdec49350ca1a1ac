# Writes multilevel.json beside this file: three-level models and cluster-robust intervals from metafor and clubSandwich.
# Run it in this folder: Rscript multilevel.R (a minute).
#
# rma.mv stops early, and on the peak nearest to its start. The variances are therefore found here: Newton's method on
# the likelihood in dense matrices, from many starts in the plane and on both axes, the highest end kept. metafor takes
# them as given for all else. `alone` tells whether its own variances are the same to 1e-4.

suppressMessages({
  library(metafor)
  library(metadat)
  library(clubSandwich)
})
source("json.R")

# Log-likelihood without constants and, if wanted, score and observed information by (between, within), with mu at its
# best. Harville (1977), doi:10.1080/01621459.1977.10480998.
likelihood <- function(theta, y, V, Z, method, slopes = FALSE) {
  M <- V + theta[1] * Z
  diag(M) <- diag(M) + theta[2]
  root <- chol(M)
  W <- chol2inv(root)
  w <- rowSums(W)
  Py <- drop(W %*% y) - w * sum(w * y) / sum(w)
  ll <- -sum(log(diag(root))) - 0.5 * (sum(y * Py) + if (method == "REML") log(sum(w)) else 0)
  if (!slopes) return(list(ll = ll))
  P <- W - outer(w, w) / sum(w)
  S <- if (method == "REML") P else W
  SZ <- S %*% Z
  ZPy <- drop(Z %*% Py)
  score <- c(sum(Py * ZPy) - sum(diag(SZ)), sum(Py^2) - sum(diag(S))) / 2
  across <- sum(ZPy * (P %*% Py)) - sum(SZ * S) / 2
  info <- matrix(c(sum(ZPy * (P %*% ZPy)) - sum(SZ * t(SZ)) / 2, across, across, sum(Py * (P %*% Py)) - sum(S^2) / 2), 2)
  list(ll = ll, score = score, info = info)
}

newton <- function(at, free) solve(at$info[free, free, drop = FALSE], at$score[free])

# To within 1e-5 of a peak, or to nearly nothing on the way to an axis, which has a climb of its own.
climb <- function(theta, free, y, V, Z, method) {
  nothing <- 1e-6 * min(diag(V))
  for (steps in 1:100) {
    at <- likelihood(theta, y, V, Z, method, slopes = TRUE)
    uphill <- all(eigen(at$info[free, free, drop = FALSE], TRUE, TRUE)$values > 0)
    step <- if (uphill) newton(at, free) else at$score[free] * sum(theta) / sum(abs(at$score[free]))
    for (halvings in 1:20) {
      tried <- theta
      tried[free] <- pmax(theta[free] + step, theta[free] / 10)
      there <- likelihood(tried, y, V, Z, method)
      if (there$ll >= at$ll) break
      step <- step / 2
    }
    moved <- max(abs(tried - theta)[free] / tried[free])
    theta <- tried
    if (moved < 1e-5 || any(theta[free] < nothing)) break
  }
  list(theta = theta, ll = there$ll, free = free)
}

highest <- function(y, V, Z, method) {
  starts <- median(diag(V)) * c(0.01, 0.3, 10)
  ends <- list(list(theta = c(0, 0), ll = likelihood(c(0, 0), y, V, Z, method)$ll, free = integer()))
  for (a in starts) {
    ends <- c(ends, list(climb(c(a, 0), 1, y, V, Z, method), climb(c(0, a), 2, y, V, Z, method)))
    for (b in starts) ends <- c(ends, list(climb(c(a, b), 1:2, y, V, Z, method)))
  }
  # An end beside an axis is no better than the one on it.
  ends <- ends[sapply(ends, function(end) all(end$theta[end$free] > 1e-4 * min(diag(V))))]
  best <- ends[[which.max(sapply(ends, `[[`, "ll"))]]
  theta <- best$theta
  for (polish in 1:6) {
    at <- likelihood(theta, y, V, Z, method, slopes = TRUE)
    if (length(best$free) > 0) theta[best$free] <- theta[best$free] + newton(at, best$free)
  }
  stopifnot(all(theta[best$free] > 0), all(at$score[setdiff(1:2, best$free)] < 0))
  theta
}

errors <- function(vi, study, rho) {
  same <- outer(study, study, "==") * 1
  sqrt(outer(vi, vi)) * (rho * same + (1 - rho) * diag(length(vi)))
}

robust_of <- function(fit, study, type) {
  found <- robust(fit, cluster = study, clubSandwich = type == "CR2")
  list(se = found$se, df = found$ddf, statistic = as.numeric(found$zval), pval = as.numeric(found$pval),
    ciLb = found$ci.lb, ciUb = found$ci.ub)
}

model_of <- function(yi, vi, study, method, test, rho) {
  V <- errors(vi, study, rho)
  Z <- outer(study, study, "==") * 1
  k <- length(yi)
  m <- length(unique(study))
  data <- data.frame(yi, study, id = 1:k)
  single <- m == k
  theta <- if (single) highest_single(yi, V, method) else highest(yi, V, Z, method)
  fit_by <- function(...) rma.mv(yi, V, random = ~ 1 | study/id, data = data, method = method, test = test,
    dfs = if (test == "t") "contain" else "residual", ...)
  own <- tryCatch(fit_by()$sigma2, error = function(e) c(NA, NA))
  fit <- fit_by(sigma2 = theta)
  forecast <- predict(fit)
  W <- solve(V)
  s2 <- (k - 1) / (sum(diag(W)) - sum(W %*% W) / sum(W))
  list(
    method = method, test = test, rho = rho, between = theta[1], within = theta[2],
    alone = isTRUE(if (single) abs(sum(own) - sum(theta)) < 1e-4 * sum(theta) else
      max(abs(own - theta)) < 1e-4 * (sum(theta) + min(vi))),
    mu = as.numeric(fit$beta), se = fit$se, statistic = fit$zval, df = if (test == "t") as.numeric(fit$ddf) else NA,
    pval = fit$pval, ciLb = fit$ci.lb, ciUb = fit$ci.ub, piLb = forecast$pi.lb, piUb = forecast$pi.ub,
    logLik = as.numeric(logLik(fit)), Q = fit$QE, Qp = fit$QEp,
    I2Between = 100 * theta[1] / (sum(theta) + s2), I2Within = 100 * theta[2] / (sum(theta) + s2),
    weights = I(as.numeric(weights(fit, type = "rowsum"))),
    CR1 = robust_of(fit, study, "CR1"), CR2 = robust_of(fit, study, "CR2")
  )
}

# One effect a study: one variance, which rma.uni finds; all of it is written as `between`.
highest_single <- function(yi, V, method) {
  vi <- diag(V)
  c(rma(yi, vi, method = method, control = list(threshold = 1e-14, maxiter = 10000))$tau2, 0)
}

# Weights that no model of the effects stands behind: each study has the inverse of its mean variance, shared equally.
weighted_of <- function(yi, vi, study) {
  wi <- 1 / (ave(vi, study) * ave(vi, study, FUN = length))
  fit <- rma.mv(yi, diag(1 / wi), data = data.frame(yi, study))
  list(weights = I(wi), mu = as.numeric(fit$beta), CR1 = robust_of(fit, study, "CR1"), CR2 = robust_of(fit, study, "CR2"))
}

case_of <- function(name, yi, vi, study, models = list(list("REML", "t", 0), list("ML", "z", 0), list("REML", "z", 0.6))) {
  message(name)
  yi <- as.numeric(yi)
  vi <- as.numeric(vi)
  study <- match(study, unique(study))
  list(name = name, yi = I(yi), vi = I(vi), study = I(study),
    models = lapply(models, function(m) suppressWarnings(model_of(yi, vi, study, m[[1]], m[[2]], m[[3]]))),
    weighted = suppressWarnings(weighted_of(yi, vi, study)))
}

random_case <- function(seed, sizes, between, within, decades) {
  set.seed(seed)
  study <- rep(seq_along(sizes), sizes)
  k <- length(study)
  vi <- signif(10^runif(k, -2 - decades / 2, -2 + decades / 2), 4)
  yi <- signif(0.2 + rnorm(length(sizes), 0, sqrt(between))[study] + rnorm(k, 0, sqrt(within + vi)), 6)
  case_of(sprintf("random %d: %d effects, %d studies", seed, k, length(sizes)), yi, vi, study)
}

only_reml <- function(rho) list(list("REML", "t", rho))
konstantopoulos <- dat.konstantopoulos2011
crede <- escalc("ZCOR", ri = ri, ni = ni, data = dat.crede2010)
crede <- crede[crede$criterion == "grade", ]
cases <- list(
  case_of("konstantopoulos2011", konstantopoulos$yi, konstantopoulos$vi, konstantopoulos$district),
  case_of("assink2016", dat.assink2016$yi, dat.assink2016$vi, dat.assink2016$study),
  case_of("bornmann2007", log(dat.bornmann2007$waward / (dat.bornmann2007$wtotal - dat.bornmann2007$waward)) -
    log(dat.bornmann2007$maward / (dat.bornmann2007$mtotal - dat.bornmann2007$maward)),
    with(dat.bornmann2007, 1 / waward + 1 / (wtotal - waward) + 1 / maward + 1 / (mtotal - maward)), dat.bornmann2007$study),
  case_of("knapp2017", dat.knapp2017$yi, dat.knapp2017$vi, dat.knapp2017$study),
  case_of("tannersmith2016", dat.tannersmith2016$yi, dat.tannersmith2016$vi, dat.tannersmith2016$studyid),
  case_of("crede2010, grades", crede$yi, crede$vi, crede$studyid),
  random_case(1, rep(4, 12), 0.05, 0.03, 1),
  random_case(2, rep(3, 8), 0, 0.05, 1),
  random_case(3, c(1, 1, 2, 6, 3, 9), 0.08, 0, 2),
  random_case(4, c(5, 5, 5, 5), 0, 0, 1),
  random_case(5, c(2, 1), 0.1, 0.1, 1),
  random_case(6, rep(1, 9), 0.1, 0, 1),
  random_case(7, c(20, 1, 1, 1, 2), 0.1, 0.02, 3),
  random_case(8, c(rep(1, 20), 2), 0.05, 0.05, 1),
  random_case(9, c(1, 7, 3, 3, 4, 2, 8, 5, 2, 1), 1, 0.3, 4),
  random_case(10, c(3, 3), 0.2, 0.01, 1),
  random_case(11, c(2, 4, 3, 1, 5), 0.001, 0.02, 4),
  case_of("two peaks: within is 0", c(0.51, 0.56, 0.37, 0.59, 0.56, 0, 0.98, -0.31, 0.65),
    c(0.13, 0.01, 0.6, 0.00022, 0.092, 0.23, 0.00033, 0.00034, 0.79), c(1, 1, 1, 1, 2, 3, 3, 4, 4), only_reml(0)),
  case_of("two peaks: between is 0", c(-0.01, -0.51, 0.69, -0.36, 0.55), c(0.0017, 0.84, 0.00016, 0.13, 0.0079),
    c(1, 2, 2, 2, 2), only_reml(0.6)),
  case_of("two peaks: the origin", c(-0.12, -0.03, 1.22, -0.01), c(0.23, 0.00058, 0.2, 0.00065), c(1, 2, 2, 2), only_reml(0.6))
)
write_reference(cases, "multilevel.json")
message(R.version.string, ", metafor ", packageVersion("metafor"), ", clubSandwich ", packageVersion("clubSandwich"))
