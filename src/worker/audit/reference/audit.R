# Writes audit.json: results that another program may have exported, each off the usual computation in one known way, by
# metafor or the formula beside it: Rscript src/worker/audit/reference/audit.R (R 4.2.2, metafor 3.8-1, metadat 1.2-0).
suppressMessages({
  library(metafor)
  library(jsonlite)
})

control <- list(threshold = 1e-14, maxiter = 100000)
fit <- function(d, ...) rma(yi, vi, data = d, ..., control = control)

# What a program exports of a fit, ratios as ratios; I2 as metafor has it, from tau2.
exported <- function(f, log, ...) {
  shown <- function(x) if (log) exp(x) else x
  one <- list(estimate = shown(f$beta[1]), ciLb = shown(f$ci.lb), ciUb = shown(f$ci.ub), tau2 = f$tau2, I2 = f$I2,
    Q = f$QE, df = f$k - 1, QPval = f$QEp, statistic = abs(f$zval), pval = f$pval)
  modifyList(one, list(...))
}
limits <- function(f, ...) {
  p <- predict(f, ...)
  list(piLb = exp(p$pi.lb), piUb = exp(p$pi.ub))
}

counts <- with(lapply(dat.bcg[c("tpos", "tneg", "cpos", "cneg")], as.numeric), data.frame(ai = tpos, n1i = tpos + tneg,
  ci = cpos, n2i = cpos + cneg, subgroup = dat.bcg$alloc))
bcg <- escalc("RR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = counts)
reml <- fit(bcg, method = "REML")
hk <- fit(bcg, method = "REML", test = "knha")
dl <- fit(bcg, method = "DL")
cases <- list()
add <- function(name, data, settings, overall, difference = NULL) {
  cases[[length(cases) + 1]] <<- c(list(name = name, data = data, settings = settings, overall = overall),
    if (is.null(difference)) NULL else list(difference = difference))
}
ask <- function(measure, model, estimator = NULL, ciMethod = "Wald", weighting = "IV") {
  list(measure = measure, model = model, estimator = estimator, ciMethod = ciMethod, weighting = weighting)
}

add("as set", "bcg", ask("RR", "random", "REML"), exported(reml, TRUE))
add("wald-p", "bcg", ask("RR", "random", "REML", "HKSJ"), exported(hk, TRUE, statistic = abs(reml$zval), pval = reml$pval))
add("i2-from-q", "bcg", ask("RR", "random", "REML"), exported(reml, TRUE, I2 = 100 * (reml$QE - 12) / reml$QE))
add("dersimonian-laird", "bcg", ask("RR", "random", "REML"), exported(dl, TRUE))
add("reml", "bcg", ask("RR", "random", "DL"), exported(reml, TRUE))
add("dersimonian-laird wald-p", "bcg", ask("RR", "random", "REML", "HKSJ"),
  exported(fit(bcg, method = "DL", test = "knha"), TRUE, statistic = abs(dl$zval), pval = dl$pval))
add("interval-z", "bcg", ask("RR", "random", "REML", "HKSJ"), exported(reml, TRUE, statistic = abs(hk$zval), pval = hk$pval))
add("interval-knha", "bcg", ask("RR", "random", "REML"), exported(hk, TRUE))
wald <- ask("RR", "random", "REML")
knha <- ask("RR", "random", "REML", "HKSJ")
add("prediction-z", "bcg", wald, do.call(exported, c(list(reml, TRUE), limits(reml))))
add("prediction-V as set", "bcg", wald, do.call(exported, c(list(reml, TRUE), limits(fit(bcg, method = "REML", test = "t")))))
add("prediction-HTS", "bcg", wald,
  do.call(exported, c(list(reml, TRUE), limits(fit(bcg, method = "REML", test = "t"), pi.type = "riley"))))
add("prediction-HK as set", "bcg", knha, do.call(exported, c(list(hk, TRUE), limits(hk))))
add("prediction-HK-PR", "bcg", knha, do.call(exported, c(list(hk, TRUE), limits(hk, pi.type = "riley"))))

# Effects that agree: tau2 is 0, but an iteration may stop a little above; and Hartung-Knapp is narrower than Wald.
agree <- data.frame(yi = c(-0.31, -0.33, -0.29, -0.34, -0.3), vi = c(0.004, 0.009, 0.003, 0.012, 0.005))
left <- fit(agree, method = "REML", tau2 = 9e-6)
add("tau2-residue at-their-tau2", "agree", ask(NULL, "random", "REML"), exported(left, FALSE))
add("interval-adhoc", "agree", ask(NULL, "random", "REML", "HKSJ"), exported(fit(agree, method = "REML", test = "adhoc"), FALSE))
narrow <- fit(agree, method = "REML", test = "knha")
add("narrow as set", "agree", ask(NULL, "random", "REML", "HKSJ"), exported(narrow, FALSE))

# Tables with a zero cell, corrected only where that is said.
zero <- data.frame(ai = c(0, 25, 12, 3), n1i = c(50, 60, 110, 30), ci = c(4, 9, 20, 18), n2i = c(48, 62, 95, 30))
half <- escalc("RR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = zero, add = 1/2, to = "only0")
all <- escalc("RR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = zero, add = 1/2, to = "all")
none <- escalc("RD", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = zero, add = 0, to = "none")
tables <- function(measure, ...) rma.mh(measure = measure, ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = zero, ...)
add("Mantel-Haenszel as set", "zero", ask("RR", "common", weighting = "MH"),
  exported(tables("RR", add = c(1/2, 1/2), to = c("only0", "only0")), TRUE, tau2 = NULL))
exact <- tables("RR")
add("uncorrected-sums", "zero", ask("RR", "common", weighting = "MH"), exported(exact, TRUE, tau2 = NULL))
add("zeros-all", "zero", ask("RR", "random", "DL"), exported(fit(all, method = "DL"), TRUE))
add("zeros-none", "zero", ask("RD", "random", "DL"), exported(fit(none, method = "DL"), FALSE))
about <- tables("RR", add = c(1/2, 1/2), to = c("only0", "only0"))
w <- 1 / half$vi
tau2 <- max(0, (about$QE - 3) / (sum(w) - sum(w^2) / sum(w)))
centred <- fit(half, method = "DL", tau2 = tau2)
add("Mantel-Haenszel random as set", "zero", ask("RR", "random", "DL", weighting = "MH"),
  exported(centred, TRUE, Q = about$QE, QPval = about$QEp, I2 = 100 * (about$QE - 3) / about$QE))
add("inverse-variance", "zero", ask("RR", "random", "DL", weighting = "MH"), exported(fit(half, method = "DL"), TRUE))
# Greenland & Robins (1985) for the risk difference, as RevMan; here no cell is zero.
rd <- rma.mh(measure = "RD", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = counts)
J <- with(counts, sum((ai * (n1i - ai) * n2i^3 + ci * (n2i - ci) * n1i^3) / (n1i * n2i * (n1i + n2i)^2)))
se <- sqrt(J) / with(counts, sum(n1i * n2i / (n1i + n2i)))
z <- rd$beta[1] / se
add("greenland-robins", "bcg", ask("RD", "common", weighting = "MH"), exported(rd, FALSE, tau2 = NULL,
  ciLb = rd$beta[1] - qnorm(0.975) * se, ciUb = rd$beta[1] + qnorm(0.975) * se, statistic = abs(z), pval = 2 * pnorm(-abs(z))))

# Two variances of Hedges' g beside RevMan's.
means <- with(dat.normand1999, data.frame(m1i, sd1i, n1i, m2i, sd2i, n2i))
g <- function(vtype) escalc("SMD", m1i = m1i, sd1i = sd1i, n1i = n1i, m2i = m2i, sd2i = sd2i, n2i = n2i, data = means, vtype = vtype)
add("variance-LS", "means", ask("SMD", "random", "REML"), exported(fit(g("LS"), method = "REML"), FALSE))
add("variance-UB", "means", ask("SMD", "random", "REML"), exported(fit(g("UB"), method = "REML"), FALSE))

# Subgroups by allocation: tau2 each, and the test between them.
groups <- function(...) lapply(split(bcg, factor(bcg$subgroup, unique(bcg$subgroup))), fit, ...)
test <- function(fits) {
  d <- data.frame(yi = sapply(fits, function(f) f$beta[1]), vi = sapply(fits, function(f) f$se^2))
  b <- rma(yi, vi, data = d, method = "EE")
  list(Q = b$QE, df = b$k - 1, pval = b$QEp, I2 = 100 * max(0, (b$QE - b$k + 1) / b$QE))
}
add("difference as set", "bcg", knha, NULL, test(groups(method = "REML", test = "knha")))
add("wald-groups", "bcg", knha, NULL, test(groups(method = "REML")))
common <- fit(bcg, mods = ~ subgroup, method = "REML")
add("common-tau2", "bcg", wald, NULL, list(Q = common$QM, df = 2, pval = common$QMp, I2 = 100 * max(0, (common$QM - 2) / common$QM)))
mh <- function(d) rma.mh(measure = "RR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = d)
within <- sum(sapply(split(counts, counts$subgroup), function(d) mh(d)$QE))
Q <- mh(counts)$QE - within
add("partitioned-q", "bcg", ask("RR", "common", weighting = "MH"), NULL,
  list(Q = Q, df = 2, pval = pchisq(Q, 2, lower.tail = FALSE), I2 = 100 * max(0, (Q - 2) / Q)))

data <- list(bcg = counts, agree = agree, zero = zero, means = means)
writeLines(toJSON(list(data = data, cases = cases), auto_unbox = TRUE, digits = NA, null = "null"), "src/worker/audit/reference/audit.json")
