# Writes gosh.json beside this file: all 1,023 subsets of ten studies from metafor's gosh().
# Run it in this folder: Rscript gosh.R (about a minute and a half)

suppressMessages({
  library(metafor)
  library(metadat)
})
source("json.R")

subsets_of <- function(yi, vi, method) {
  control <- list(threshold = 1e-13 * median(vi), maxiter = 100000)
  found <- gosh(rma(yi, vi, method = method, control = control), progbar = FALSE)
  # A subset is named by its bits: study i (from 0) is in it where bit i is set.
  mask <- as.vector(found$incl %*% 2^(seq_along(yi) - 1))
  rows <- order(mask)
  stopifnot(identical(mask[rows], as.numeric(seq_len(2^length(yi) - 1))))
  as.list(found$res[rows, c("estimate", "I2", "tau2")])
}

bcg <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)[1:10, ]
yi <- as.numeric(bcg$yi)
vi <- as.numeric(bcg$vi)
methods <- c("EE", "DL", "REML")
versions <- list(
  R = R.version.string, metafor = as.character(packageVersion("metafor")),
  metadat = as.character(packageVersion("metadat"))
)
fits <- sapply(methods, simplify = FALSE, function(method) subsets_of(yi, vi, method))
writeLines(json(list(versions = versions, yi = yi, vi = vi, fits = fits)), "gosh.json")
