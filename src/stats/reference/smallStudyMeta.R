# Writes smallStudyMeta.json beside this file: metabias() of R's meta and limitmeta() of metasens, on the sets of
# smallStudy.json and on four sets of counts more.
# Run it in this folder: Rscript smallStudyMeta.R
#
# Where the packages are not installed, META_SOURCE names a folder with their unpacked sources, meta/ and metasens/: of
# each DESCRIPTION and the files of SOURCES. They are run as they are; both are GPL, so nothing of them is here. What they
# call besides is stood in for below: checks of arguments, and the common effect, which is metafor's.

suppressMessages(library(metafor))
source("json.R")

SOURCES <- c("meta/R/ci.R", "meta/R/meta-math.R", "meta/R/metabias.R",
  "metasens/R/radialregression.R", "metasens/R/limitmeta.R")

from_sources <- function(folder) {
  files <- file.path(folder, SOURCES)
  if (!all(file.exists(files))) stop("Install meta and metasens, or let META_SOURCE name the folder of their sources.")
  nothing <- function(...) invisible(NULL)
  same <- function(x, ...) x
  for (name in c("chkclass", "chksuitable", "chklogical", "chknumeric", "chklevel")) assign(name, nothing, globalenv())
  for (name in c("updateversion", "setmethodbias", "setchar")) assign(name, same, globalenv())
  runNN <<- function(func, args, ...) do.call(func, args[lengths(args) > 0])
  metagen <<- function(TE, seTE, ...) {
    fit <- rma(TE, sei = seTE, method = "EE")
    list(TE = TE, seTE = seTE, TE.common = fit$beta[[1]], seTE.common = fit$se)
  }
  .libPaths(c(folder, .libPaths())) # where packageDescription() finds the versions
  for (file in files) source(file)
  paste(SOURCES, tools::md5sum(files))
}

installed <- all(vapply(c("meta", "metasens"), requireNamespace, NA, quietly = TRUE))
files <- if (installed) character() else from_sources(Sys.getenv("META_SOURCE"))
if (installed) suppressMessages({
  library(meta)
  library(metasens)
})
version <- function(name) packageDescription(name)$Version

# An object as meta's own functions make it, as far as the tests read it: the effects are metafor's.
meta_object <- function(class, yi, vi, sm = "", more = list()) {
  common <- list(TE = yi, seTE = sqrt(vi), sm = sm, method = "Inverse", level = 0.95, level.ma = 0.95)
  structure(c(common, version = version("meta"), more), class = c(class, "meta"))
}

control <- function(vi) list(threshold = 1e-13 * median(vi), maxiter = 100000, tol = 1e-14 * median(vi))

line_test <- function(x, test, ...) {
  found <- suppressWarnings(metabias(x, method.bias = test, k.min = 3, ...)) # it warns of what it leaves out
  stopifnot(found$df == sum(!is.na(x$TE)) - 2)
  list(
    slope = found$estimate[["bias"]], slopeSe = found$estimate[["se.bias"]], limit = found$intercept,
    limitSe = found$se.intercept, statistic = found$statistic[["t"]], df = found$df, pval = found$pval
  )
}

# Score and standard error, and p by the normal approximation, without and with correction for continuity.
rank_test <- function(x) {
  plain <- metabias(x, method.bias = "Begg", k.min = 3)
  corrected <- metabias(x, method.bias = "Begg", correct = TRUE, k.min = 3)
  list(score = plain$estimate[["ks"]], se = plain$estimate[["se.ks"]], pval = plain$pval, corrected = corrected$pval)
}

thompson <- function(yi, vi, method) {
  x <- meta_object("metagen", yi, vi, more = list(method.tau = method))
  c(list(method = method), line_test(x, "Thompson", control = control(vi)))
}

limit <- function(yi, vi, method) {
  tau2 <- rma(yi, vi, method = method, control = control(vi))$tau2
  x <- meta_object("metagen", yi, vi, more = list(
    k = length(yi), tau = sqrt(tau2), w.random = 1 / (vi + tau2), Q = rma(yi, vi, method = "EE")$QE
  ))
  # Without tau2 the limits are equal, and their line perfect.
  found <- suppressWarnings(limitmeta(x))
  list(
    method = method, tau2 = tau2, alpha = found$alpha.r[[1]], beta = found$beta.r[[1]], estimate = found$TE.adjust,
    se = found$seTE.adjust, ciLb = found$lower.adjust, ciUb = found$upper.adjust, statistic = found$statistic.adjust,
    pval = found$pval.adjust, Q = found$Q, small = found$Q.small, residual = found$Q.resid, G2 = 100 * found$G.squared
  )
}

effects_case <- function(set) {
  x <- meta_object("metagen", set$yi, set$vi)
  with(set, list(
    name = name, egger = line_test(x, "Egger"), begg = rank_test(x),
    thompson = list(thompson(yi, vi, "REML"), thompson(yi, vi, "DL")),
    limitMeta = list(limit(yi, vi, "REML"), limit(yi, vi, "DL"))
  ))
}

# Studies without an effect are there for meta to leave out.
meta_counts <- function(data, sm) {
  es <- escalc(sm, ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = data, drop00 = TRUE)
  cells <- with(data, list(event.e = ai, n.e = n1i, event.c = ci, n.c = n2i))
  meta_object("metabin", as.numeric(es$yi), as.numeric(es$vi), sm, cells)
}

counts_case <- function(name, data) {
  x <- meta_counts(data, "OR")
  list(name = name, data = data, yi = I(x$TE), harbord = line_test(x, "Harbord"), peters = line_test(x, "Peters"))
}

smd_case <- function(set) {
  x <- with(set, meta_object("metacont", case$yi, case$vi, "SMD", list(n.e = data$n1i, n.c = data$n2i)))
  list(name = set$case$name, pustejovskyRodgers = line_test(x, "Pustejovsky"))
}

# Pearson (1904), BMJ 2:1243: survivors of typhoid fever, inoculated or not.
typhoid <- data.frame(ai = c(30, 27, 63, 1088, 701, 73), n1i = c(32, 35, 72, 1174, 764, 84),
  ci = c(63, 1160, 61, 4453, 2864, 1052), n2i = c(75, 1489, 82, 4991, 3374, 1475))
# Joy, Adams & Lawrie (2006): responders to haloperidol or placebo, the example of Balduzzi, Rücker & Schwarzer (2019).
haloperidol <- data.frame(
  ai = c(25, 29, 12, 3, 10, 11, 7, 8, 19, 1, 11, 20, 17, 4, 2, 11, 9),
  n1i = c(50, 47, 29, 12, 21, 19, 25, 17, 64, 10, 34, 29, 18, 14, 16, 12, 29),
  ci = c(18, 20, 2, 0, 3, 1, 4, 3, 14, 0, 0, 2, 7, 0, 0, 1, 0),
  n2i = c(51, 34, 30, 12, 22, 15, 25, 13, 64, 10, 13, 11, 11, 13, 7, 12, 29)
)
zeros <- data.frame(ai = c(0, 3, 0, 12, 5, 8, 1), n1i = c(20, 25, 40, 12, 31, 60, 15),
  ci = c(4, 0, 0, 14, 9, 8, 0), n2i = c(22, 24, 38, 14, 29, 61, 90))
three <- data.frame(ai = c(0, 5, 11), n1i = c(18, 40, 130), ci = c(3, 9, 14), n2i = c(21, 41, 125))

# What the installed package printed of these two, on other machines: slope, its standard error, limit, t, p.
# Odds ratios, by an older meta: https://github.com/winterwang/Epi_exercise (slides.md; its version is not printed).
# Risk ratios, which have a form of their own in meta, by meta 4.15-1.
printed <- function(data, sm, want) {
  found <- unlist(line_test(meta_counts(data, sm), "Harbord")[c("slope", "slopeSe", "limit", "statistic", "pval")])
  stopifnot(abs(found / want - 1) < 2e-4) # p has four digits
}
printed(typhoid, "OR", c(0.4428032, 0.8590997, 0.4306045, 0.51543, 0.6334))
printed(haloperidol, "RR", c(2.21062613, 0.48531007, -0.09141715, 4.5551, 0.0003793))

given <- jsonlite::fromJSON("smallStudy.json", simplifyDataFrame = FALSE)
# As doubles, as metabin() makes them: products of R's integers overflow.
tables <- function(set) do.call(rbind, lapply(set$data, function(row) as.data.frame(lapply(row, as.double))))
sets <- c(given$effects, lapply(c(given$counts, given$smds), `[[`, "case"))
writeLines(json(list(
  versions = list(R = R.version.string, metafor = as.character(packageVersion("metafor")), meta = version("meta"),
    metasens = version("metasens")),
  installed = installed, sources = I(files),
  effects = lapply(sets, effects_case),
  counts = c(
    lapply(given$counts, function(set) counts_case(set$case$name, tables(set))),
    list(counts_case("typhoid", typhoid), counts_case("haloperidol", haloperidol)),
    list(counts_case("zeros of every kind", zeros), counts_case("three studies, one zero", three))
  ),
  smds = lapply(given$smds, function(set) smd_case(list(case = set$case, data = tables(set))))
)), "smallStudyMeta.json")
