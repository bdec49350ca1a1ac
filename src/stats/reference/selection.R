# Writes selection.json beside this file: step-function selection models. Run it in this folder: Rscript selection.R
#
# metafor's optimisers stop at some six digits, whatever they are asked. So the maximum is found here, by Newton's method
# on the likelihood of Vevea & Hedges (1995) in plain R with derivatives by numDeriv, and metafor is started from it. The
# script stops unless metafor stays there, with the same likelihood to 1e-10 and the same standard errors to 1e-4.
# It takes some minutes: metafor differentiates by all fourteen weights, though they are given.

suppressMessages({
  library(metafor)
  library(metadat)
  library(numDeriv)
})
source("json.R")

# par: mu, tau2 (unless held at 0), weights beyond the first (unless delta gives all).
log_likelihood <- function(par, yi, vi, steps, delta, zero) {
  tau2 <- if (zero) 0 else par[2]
  if (is.null(delta)) delta <- c(1, par[-seq_len(if (zero) 1 else 2)])
  if (tau2 < 0 || any(delta <= 0)) return(-1e10)
  eta <- sqrt(vi + tau2)
  z <- (outer(sqrt(vi), qnorm(steps, lower.tail = FALSE)) - par[1]) / eta
  above <- cbind(0, pnorm(z, lower.tail = FALSE), 1)
  below <- cbind(1, pnorm(z), 0)
  m <- ncol(above)
  parts <- ifelse(cbind(z, -Inf) > 0, above[, -1] - above[, -m], below[, -m] - below[, -1])
  interval <- 1 + rowSums(outer(pnorm(yi / sqrt(vi), lower.tail = FALSE), steps, ">"))
  sum(log(delta[interval]) + dnorm(yi, par[1], eta, log = TRUE) - log(parts %*% delta))
}

maximum <- function(start, f) {
  scale <- function(p) c(p[1], log(p[-1])) # positive parameters by their logarithms
  natural <- function(q) c(q[1], exp(q[-1]))
  g <- function(q) f(natural(q))
  q <- optim(scale(start), function(q) -g(q), method = "Nelder-Mead", control = list(maxit = 20000, reltol = 1e-13))$par
  args <- list(r = 6, d = 1e-2)
  for (step in 1:8) {
    change <- tryCatch(solve(hessian(g, q, method.args = args), grad(g, q, method.args = args)), error = function(e) NULL)
    if (is.null(change) || any(!is.finite(change)) || max(abs(change)) > 3) return(NULL) # on its way to tau2 = 0
    q <- q - change
  }
  natural(q)
}

# The highest of the peaks found from several tau2, and of that at tau2 = 0.
summit <- function(yi, vi, steps, delta) {
  free <- if (is.null(delta)) rep(1, length(steps)) else numeric(0)
  with_tau2 <- function(par) log_likelihood(par, yi, vi, steps, delta, FALSE)
  without <- function(par) log_likelihood(par, yi, vi, steps, delta, TRUE)
  tops <- lapply(c(0.01, 0.1, 1, 10) * var(yi), function(tau2) maximum(c(mean(yi), tau2, free), with_tau2))
  tops <- Filter(function(par) !is.null(par) && par[2] > 1e-7 * min(vi), tops)
  zero <- maximum(c(mean(yi), free), without)
  best <- NULL
  for (par in tops) if (is.null(best) || with_tau2(par) > with_tau2(best)) best <- par
  if (is.null(best) || without(zero) >= with_tau2(best)) {
    return(list(par = zero, f = without, mu = zero[1], tau2 = 0, weights = zero[-1]))
  }
  list(par = best, f = with_tau2, mu = best[1], tau2 = best[2], weights = best[-(1:2)])
}

agree <- function(got, want, tolerance) stopifnot(all(abs(got - want) <= tolerance * pmax(abs(want), 1e-3)))

# Standard errors from second differences taken at half a standard error, or half way to 0 where that is nearer: the
# steps at which they keep nine digits.
standard_errors <- function(f, par, vi) {
  of <- function(step) {
    g <- function(u) f(par + (u - 1) * step)
    sqrt(diag(solve(-hessian(g, 0 * par + 1, method.args = list(r = 6, d = 0.5))))) * step
  }
  room <- c(Inf, par[-1])
  rough <- of(pmin(c(1 / sqrt(sum(1 / vi)), par[-1]), room) / 4)
  of(pmin(rough, room))
}

model_of <- function(yi, vi, alternative, steps, delta) {
  sign <- if (alternative == "greater") 1 else -1
  top <- summit(sign * yi, vi, steps, delta)
  se <- standard_errors(top$f, top$par, vi)
  fit <- suppressWarnings(rma(yi, vi, method = if (top$tau2 > 0) "ML" else "EE", control = list(maxiter = 10000)))
  control <- list(optimizer = "nlminb", hessianCtrl = list(r = if (is.null(delta)) 6 else 2), beta.init = sign * top$mu)
  if (top$tau2 > 0) control$tau2.init <- top$tau2
  if (is.null(delta)) control$delta.init <- c(1, top$weights)
  args <- list(fit, type = "stepfun", alternative = alternative, steps = c(steps, 1), control = control)
  if (!is.null(delta)) args$delta <- delta
  theirs <- suppressWarnings(do.call(selmodel, args))
  ll <- top$f(top$par)
  agree(theirs$ll, ll, 1e-10)
  agree(c(theirs$beta), sign * top$mu, 1e-4)
  agree(theirs$tau2, top$tau2, 1e-4)
  agree(theirs$se, se[1], 1e-4)
  if (is.null(delta)) agree(theirs$se.delta[-1], tail(se, length(steps)), 1e-4)
  common <- list(
    alternative = alternative, steps = I(steps), mu = sign * top$mu, se = se[1], tau2 = top$tau2,
    tau2Se = if (top$tau2 > 0) se[2] else NA, logLikelihood = ll
  )
  if (!is.null(delta)) return(c(common, list(weights = I(delta))))
  c(common, list(
    weights = I(c(1, top$weights)), weightsSe = I(c(0, tail(se, length(steps)))),
    statistic = theirs$LRT, pval = theirs$LRTp
  ))
}

# The weights that metafor's manual gives with its example of Vevea & Woods (2005), Table 1.
vw_steps <- c(0.005, 0.01, 0.05, 0.10, 0.25, 0.35, 0.50, 0.65, 0.75, 0.90, 0.95, 0.99, 0.995)
vw <- list(
  c(1, 0.99, 0.95, 0.80, 0.75, 0.65, 0.60, 0.55, 0.50, 0.50, 0.50, 0.50, 0.50, 0.50),
  c(1, 0.99, 0.90, 0.75, 0.60, 0.50, 0.40, 0.35, 0.30, 0.25, 0.10, 0.10, 0.10, 0.10),
  c(1, 0.99, 0.95, 0.90, 0.80, 0.75, 0.60, 0.60, 0.75, 0.80, 0.90, 0.95, 0.99, 1.00),
  c(1, 0.99, 0.90, 0.75, 0.60, 0.50, 0.25, 0.25, 0.50, 0.60, 0.75, 0.90, 0.99, 1.00)
)

case_of <- function(name, yi, vi, alternatives = c("greater", "less"), estimated = list(0.025, c(0.05, 0.5))) {
  yi <- as.numeric(yi)
  vi <- as.numeric(vi)
  message(name)
  given <- unlist(lapply(alternatives, function(alternative) {
    lapply(vw, function(delta) model_of(yi, vi, alternative, vw_steps, delta))
  }), recursive = FALSE)
  estimates <- lapply(estimated, function(steps) model_of(yi, vi, alternatives[1], steps, NULL))
  list(name = name, yi = I(yi), vi = I(vi), given = given, estimated = estimates)
}

set.seed(2005)
random_case <- function(k, mu, tau2, ...) {
  vi <- exp(rnorm(k, log(0.05), 0.8))
  case_of(paste0("random, k = ", k, ", tau2 = ", tau2), rnorm(k, mu, sqrt(vi + tau2)), vi, ...)
}
bcg <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
write_reference(list(
  case_of("bcg RR", bcg$yi, bcg$vi, c("less", "greater"), list(0.025, c(0.025, 0.5))),
  case_of("hackshaw1998", dat.hackshaw1998$yi, dat.hackshaw1998$vi),
  random_case(2, 0.2, 0, estimated = list()),
  random_case(5, 0.4, 0.2, estimated = list()),
  random_case(12, 0.2, 0, estimated = list(0.025)),
  random_case(20, 0.3, 0.1),
  random_case(40, 0.2, 0.5),
  random_case(60, 0.3, 0.02)
), "selection.json")
