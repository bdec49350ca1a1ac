# Writes gosh.json beside this file: all 1,023 subsets of ten studies from metafor's gosh().
# Run it in this folder: Rscript gosh.R (about a minute and a half)

suppressMessages({
  library(metafor)
  library(metadat)
})

num <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "null")
column <- function(x) paste0("[", paste(num(as.numeric(x)), collapse = ","), "]")
object <- function(parts) paste0("{", paste0("\"", names(parts), "\":", parts, collapse = ","), "}")

subsets_of <- function(yi, vi, method) {
  control <- list(threshold = 1e-13 * median(vi), maxiter = 100000)
  found <- gosh(rma(yi, vi, method = method, control = control), progbar = FALSE)
  # A subset is named by its bits: study i (from 0) is in it where bit i is set.
  mask <- as.vector(found$incl %*% 2^(seq_along(yi) - 1))
  rows <- order(mask)
  stopifnot(identical(mask[rows], as.numeric(seq_len(2^length(yi) - 1))))
  object(c(
    estimate = column(found$res$estimate[rows]), I2 = column(found$res$I2[rows]), tau2 = column(found$res$tau2[rows])
  ))
}

bcg <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)[1:10, ]
yi <- as.numeric(bcg$yi)
vi <- as.numeric(bcg$vi)
methods <- c("EE", "DL", "REML")
versions <- object(c(
  R = paste0("\"", R.version.string, "\""), metafor = paste0("\"", packageVersion("metafor"), "\""),
  metadat = paste0("\"", packageVersion("metadat"), "\"")
))
fits <- object(sapply(methods, function(method) subsets_of(yi, vi, method)))
writeLines(object(c(versions = versions, yi = column(yi), vi = column(vi), fits = fits)), "gosh.json")
