# Writes tau2Se.json beside this file: standard errors of tau2 from metafor.
# Run it in this folder: Rscript tau2Se.R

suppressMessages({
  library(metafor)
  library(metadat)
})
source("json.R")

case <- function(name, yi, vi) {
  yi <- as.numeric(yi)
  vi <- as.numeric(vi)
  scale <- median(vi)
  fits <- sapply(c("DL", "HE", "ML", "REML"), simplify = FALSE, function(method) {
    fit <- rma(yi, vi, method = method, control = list(tol = 1e-14 * scale, threshold = 1e-13 * scale, maxiter = 1e5))
    list(tau2 = fit$tau2, se = fit$se.tau2)
  })
  list(name = name, yi = I(yi), vi = I(vi), fits = fits)
}

bcg <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
stay <- escalc("SMD", m1i = m1i, sd1i = sd1i, n1i = n1i, m2i = m2i, sd2i = sd2i, n2i = n2i, data = dat.normand1999)
set.seed(7)
random <- lapply(c(2, 3, 5, 23, 60), function(k) {
  vi <- exp(rnorm(k, log(0.05), 1))
  case(paste("random, k =", k), rnorm(k, 0.3, sqrt(vi + 0.1)), vi)
})
write_reference(c(
  list(
    case("bcg", bcg$yi, bcg$vi), case("stay", stay$yi, stay$vi),
    case("no spread", c(0.1, 0.11, 0.1, 0.09), c(0.2, 0.3, 0.1, 0.5))
  ),
  random
), "tau2Se.json")
