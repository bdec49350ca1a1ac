# Writes influence.json beside this file: case diagnostics and plot coordinates from metafor.
# Run it in this folder: Rscript influence.R

suppressMessages({
  library(metafor)
  library(metadat)
})
source("json.R")

column <- function(x) I(as.numeric(x))

fit_with <- function(yi, vi, method, test) {
  control <- list(threshold = 1e-13 * median(vi), maxiter = 100000, tol = 1e-14 * median(vi))
  rma(yi, vi, method = method, test = test, control = control)
}

fields <- c("estimate", "se", "zval", "pval", "ci.lb", "ci.ub", "Q", "Qp", "tau2", "I2", "H2")
fits_of <- function(x) {
  table <- lapply(fields, function(f) {
    value <- x[[f]]
    if (is.null(value)) value <- x[[switch(f, zval = "tval", pval = "pvals", "none")]]
    column(if (is.null(value)) rep(0, length(x$estimate)) else value) # no tau2 under the common effect
  })
  setNames(table, c("mu", "se", "statistic", "pval", "ciLb", "ciUb", "Q", "Qp", "tau2", "I2", "H2"))
}

model_of <- function(yi, vi, method, test) {
  fit <- fit_with(yi, vi, method, test)
  found <- influence(fit)
  student <- rstudent(fit)
  pdf(NULL)
  quarrel <- baujat(fit)
  galbraith <- radial(fit)
  dev.off()
  list(
    method = method, test = test,
    leaveOneOut = fits_of(leave1out(fit)), cumulative = fits_of(do.call(cumul, list(fit, order = vi))),
    diagnostics = list(
      residual = column(student$resid), residualSe = column(student$se), rstudent = column(found$inf$rstudent),
      dffits = column(found$inf$dffits), dfbetas = column(found$dfbs$intrcpt),
      cooksDistance = column(found$inf$cook.d), covRatio = column(found$inf$cov.r),
      tau2Deleted = column(found$inf$tau2.del), QDeleted = column(found$inf$QE.del), hat = column(found$inf$hat),
      influential = I(found$is.infl)
    ),
    baujat = list(heterogeneity = column(quarrel$x), influence = column(quarrel$y)),
    radial = list(x = column(galbraith$x), z = column(galbraith$y))
  )
}

case_of <- function(name, yi, vi) {
  models <- unlist(lapply(c("EE", "DL", "PM", "REML"), function(method) {
    lapply(c("z", "knha"), function(test) suppressWarnings(model_of(yi, vi, method, test)))
  }), recursive = FALSE)
  list(name = name, yi = I(yi), vi = I(vi), order = I(order(vi) - 1), models = models)
}

set.seed(20260)
random_case <- function(k) {
  vi <- exp(rnorm(k, log(0.05), 1))
  case_of(paste("random, k =", k), rnorm(k, 0.3, sqrt(vi + 0.15)), vi)
}
bcg <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
cases <- c(
  list(case_of("bcg RR", as.numeric(bcg$yi), as.numeric(bcg$vi))), lapply(c(2, 3, 10, 40), random_case),
  list(case_of("one far study", c(0.1, 0.2, 0.15, 0.12, 3), c(0.04, 0.05, 0.02, 0.08, 0.06)))
)

# L'Abbé's coordinates, on each measure's scale, and the effects that they differ by. metafor corrects only the arm that
# has the zero cell; here both arms are corrected, as in the effect, so zero cells are compared by the effect.
counts <- data.frame(
  ai = c(dat.bcg$tpos, 0, 3, 12), n1i = c(dat.bcg$tpos + dat.bcg$tneg, 20, 25, 12),
  ci = c(dat.bcg$cpos, 4, 0, 7), n2i = c(dat.bcg$cpos + dat.bcg$cneg, 20, 25, 11)
)
labbe_of <- function(measure) {
  fit <- suppressWarnings(rma(measure = measure, ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = counts, method = "EE"))
  pdf(NULL)
  points <- labbe(fit)
  dev.off()
  list(x = column(points$x), y = column(points$y), yi = column(fit$yi))
}
measures <- c("OR", "RR", "RD")
result <- list(
  versions = list(R = R.version.string, metafor = as.character(packageVersion("metafor")),
    metadat = as.character(packageVersion("metadat"))),
  cases = cases,
  labbe = list(
    counts = unname(lapply(seq_len(nrow(counts)), function(i) as.list(counts[i, ]))),
    points = setNames(lapply(measures, labbe_of), measures)
  )
)
writeLines(json(result), "influence.json")
