# Writes measures.json beside this file: effects of every family by metafor, and conversions by R's own quantiles.
# Run it in this folder: Rscript measures.R

suppressMessages({
  library(metafor)
  library(metadat)
})
source("json.R")

# --- Effects

# `option` names what the measure was computed with; a study that metafor leaves out, or makes infinite, is null.
case <- function(measure, option, data, es) {
  yi <- as.numeric(es$yi)
  vi <- as.numeric(es$vi)
  gone <- !is.finite(yi) | !is.finite(vi) | vi <= 0
  yi[gone] <- NA
  vi[gone] <- NA
  list(measure = measure, option = option, data = as.list(data), yi = yi, vi = vi)
}

set.seed(20261)
k <- 40
size <- function() pmax(3, round(exp(runif(k, log(3), log(400)))))
unit <- 10^runif(k, -3, 3)
means <- data.frame(
  m1i = unit * runif(k, 1, 9), sd1i = unit * runif(k, 0.2, 4), n1i = size(),
  m2i = unit * runif(k, 1, 9), sd2i = unit * runif(k, 0.2, 4), n2i = size()
)
stay <- dat.normand1999[c("m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i")]
by_means <- function(measure, vtype, data) {
  case(measure, vtype, data, escalc(
    measure, m1i = m1i, sd1i = sd1i, n1i = n1i, m2i = m2i, sd2i = sd2i, n2i = n2i, data = data, vtype = vtype
  ))
}

# Every kind of zero, unequal arms, and ordinary rows.
n1 <- size()
n2 <- size()
events1 <- rbinom(k, n1, runif(k)^3)
events2 <- rbinom(k, n2, runif(k)^3)
tables <- data.frame(
  ai = c(0, 3, 0, 12, 12, 20, 5, events1), n1i = c(20, 25, 15, 12, 12, 20, 40, n1),
  ci = c(4, 0, 0, 7, 10, 20, 9, events2), n2i = c(20, 60, 14, 11, 10, 20, 38, n2)
)
zero_rules <- list(
  half = list(0.5, "only0", TRUE), keep = list(0.5, "only0", FALSE), tenth = list(0.1, "only0", TRUE),
  all = list(0.5, "all", TRUE), none = list(0, "none", TRUE)
)
by_tables <- function(measure, rule, data = tables) {
  z <- zero_rules[[rule]]
  case(measure, rule, data, suppressWarnings(escalc(
    measure, ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = data, add = z[[1]], to = z[[2]], drop00 = z[[3]]
  )))
}
# metafor has no treatment-arm correction: its constants are put into the cells.
by_treatment_arm <- function(measure) {
  t <- within(tables, {
    bi <- n1i - ai
    di <- n2i - ci
    zero <- ai == 0 | bi == 0 | ci == 0 | di == 0
    drop <- (ai == 0 & ci == 0) | (bi == 0 & di == 0)
    k1 <- zero * n1i / (n1i + n2i)
    k2 <- zero * n2i / (n1i + n2i)
  })
  es <- escalc(measure, ai = ai + k1, bi = bi + k1, ci = ci + k2, di = di + k2, data = t, add = 0, to = "none")
  es$yi[t$drop] <- NA
  case(measure, "treatment-arm", tables, es)
}

time <- function() round(exp(runif(k, 0, 8)), 2)
rates <- data.frame(
  x1i = c(0, 3, 0, rpois(k, 6)), t1i = c(20, 25, 15, time()),
  x2i = c(4, 0, 0, rpois(k, 6)), t2i = c(20, 60, 14, time())
)
by_rates <- function(measure, rule) {
  z <- zero_rules[[rule]]
  case(measure, rule, rates, suppressWarnings(escalc(
    measure, x1i = x1i, t1i = t1i, x2i = x2i, t2i = t2i, data = rates, add = z[[1]], to = z[[2]], drop00 = z[[3]]
  )))
}
single_rates <- data.frame(xi = rates$x1i, ti = rates$t1i)
by_rate <- function(measure, rule) {
  z <- zero_rules[[rule]]
  case(measure, rule, single_rates, suppressWarnings(escalc(
    measure, xi = xi, ti = ti, data = single_rates, add = z[[1]], to = z[[2]]
  )))
}
proportions <- data.frame(xi = c(tables$ai, dat.pritz1997$xi), ni = c(tables$n1i, dat.pritz1997$ni))
by_proportions <- function(measure, rule) {
  z <- zero_rules[[rule]]
  case(measure, rule, proportions, suppressWarnings(escalc(
    measure, xi = xi, ni = ni, data = proportions, add = z[[1]], to = z[[2]]
  )))
}
group <- data.frame(mi = means$m1i, sdi = means$sd1i, ni = means$n1i)
correlations <- data.frame(
  ri = c(dat.molloy2014$ri, runif(20, -0.999, 0.999), 0), ni = c(dat.molloy2014$ni, 4:23, 4)
)
change <- with(means, data.frame(
  mPre = m1i, sdPre = sd1i, mPost = m2i, sdPost = sd2i, ni = n1i, ri = runif(k, -0.9, 0.999)
))
# metafor takes the first mean minus the second, and standardises SMCR by the first SD: before.
by_change <- function(measure) {
  case(measure, "LS", change, switch(measure,
    SMCR = escalc("SMCR", m1i = mPost, m2i = mPre, sd1i = sdPre, ni = ni, ri = ri, data = change),
    escalc(measure, m1i = mPost, m2i = mPre, sd1i = sdPost, sd2i = sdPre, ni = ni, ri = ri, data = change)
  ))
}
cases <- function(f, measures, ...) {
  grid <- expand.grid(..., measure = measures, stringsAsFactors = FALSE)
  unname(apply(grid, 1, function(row) do.call(f, unname(as.list(row[c("measure", "option")])))))
}

effects <- c(
  lapply(c("LS", "UB"), function(v) by_means("SMD", v, means)),
  lapply(c("MD", "SMDH", "SMD1", "ROM"), by_means, "LS", means),
  lapply(c("LS", "UB"), function(v) by_means("SMD", v, stay)),
  lapply(c("SMDH", "SMD1", "ROM"), by_means, "LS", stay),
  cases(by_tables, c("OR", "RR", "RD"), option = names(zero_rules)),
  lapply(c("OR", "RR", "RD"), by_treatment_arm),
  list(by_tables("PETO", "none")),
  list(case("AS", "none", tables, escalc(
    "AS", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = tables, add = 0, to = "none", drop00 = FALSE
  ))),
  cases(by_rates, c("IRR", "IRD"), option = names(zero_rules)),
  cases(by_rate, c("IR", "IRLN"), option = c("half", "all", "none")),
  cases(by_proportions, "PLO", option = c("half", "all", "none")),
  list(by_proportions("PFT", "none")),
  list(case("MN", "none", group, escalc("MN", mi = mi, sdi = sdi, ni = ni, data = group))),
  list(case("ZCOR", "none", correlations, escalc("ZCOR", ri = ri, ni = ni, data = correlations))),
  lapply(c("MC", "SMCR", "SMCC"), by_change)
)

# --- The way back from the double arcsine

sizes <- list(c(11, 17, 30, 81), 100, c(2, 5), c(1000, 12))
back <- lapply(sizes, function(ni) {
  yi <- seq(0.02, 1.55, length.out = 25)
  list(ni = ni, yi = yi, proportion = transf.ipft.hm(yi, targs = list(ni = ni)))
})

# --- Conversions, by R's quantile functions

# The limits are made from a known standard error, which the conversion must give back.
df <- c(1, 2, 5, 24, 45, 300)
level <- c(0.8, 0.9, 0.95, 0.99, 0.95, 0.999)
se <- c(0.01, 0.3, 1, 2.5, 40, 1e-4)
estimate <- c(0.02, -0.9, 2.7, 10, -99, 5e-4)
intervals <- list(
  estimate = estimate, se = se, level = level, df = df, ratio = estimate / se,
  tLb = estimate - qt((1 + level) / 2, df) * se, tUb = estimate + qt((1 + level) / 2, df) * se,
  zLb = estimate - qnorm((1 + level) / 2) * se, zUb = estimate + qnorm((1 + level) / 2) * se,
  tP = 2 * pt(-abs(estimate / se), df), zP = 2 * pnorm(-abs(estimate / se))
)

# Raw values of several arms, and the mean and SD of all of them together.
arms <- lapply(list(c(2, 3), c(10, 12, 40), c(1, 5), c(30, 2, 2, 9, 17)), function(n) {
  values <- lapply(n, function(ni) rnorm(ni, runif(1, -50, 50), runif(1, 0.5, 9)))
  all <- unlist(values)
  list(
    mi = sapply(values, mean), sdi = sapply(values, function(v) if (length(v) > 1) sd(v) else 0), ni = n,
    mean = mean(all), sd = sd(all)
  )
})

# Pairs of values: the SD of their differences, and their correlation.
pairs <- lapply(c(3, 8, 30), function(n) {
  pre <- rnorm(n, 5, 2)
  post <- 0.7 * pre + rnorm(n)
  list(sdPre = sd(pre), sdPost = sd(post), sdChange = sd(post - pre), r = cor(pre, post))
})

# Quantiles of skewed and normal samples, with the estimators as their papers print them: Luo 2018 eq. 7, 11 and 15;
# Wan 2014 eq. 9 and 16; the shortcut formula of Shi 2020.
n <- c(5, 9, 12, 25, 30, 57, 100, 401, 2000)
five <- t(sapply(n, function(ni) fivenum(rgamma(ni, 3, 0.2))))
quantiles <- within(list(n = n, min = five[, 1], q1 = five[, 2], median = five[, 3], q3 = five[, 4], max = five[, 5]), {
  xi <- qnorm((n - 0.375) / (n + 0.25))
  eta <- qnorm((0.75 * n - 0.125) / (n + 0.25))
  w <- 4 / (4 + n^0.75)
  rangeMean <- w * (min + max) / 2 + (1 - w) * median
  rangeSd <- (max - min) / (2 * xi)
  w <- 0.7 + 0.39 / n
  quartilesMean <- w * (q1 + q3) / 2 + (1 - w) * median
  quartilesSd <- (q3 - q1) / (2 * eta)
  w1 <- 2.2 / (2.2 + n^0.75)
  w2 <- 0.7 - 0.72 / n^0.55
  fiveMean <- w1 * (min + max) / 2 + w2 * (q1 + q3) / 2 + (1 - w1 - w2) * median
  fiveSd <- (max - min) / ((2 + 0.14 * n^0.6) * xi) + (q3 - q1) / ((2 + 2 / (0.07 * n^0.6)) * eta)
  rm(xi, eta, w, w1, w2)
})

# What the statistics of Shi 2023 exceed once in twenty in normal samples, by simulation: good to about one per cent.
exceeded <- sapply(c(25, 49, 101), function(n) {
  q <- replicate(20000, quantile(rnorm(n), names = FALSE))
  ofRange <- abs(q[1, ] + q[5, ] - 2 * q[3, ]) / (q[5, ] - q[1, ])
  ofQuartiles <- abs(q[2, ] + q[4, ] - 2 * q[3, ]) / (q[4, ] - q[2, ])
  both <- pmax(2.65 * log(0.6 * n) / sqrt(n) * ofRange, ofQuartiles)
  c(n, sapply(list(ofRange, ofQuartiles, both), quantile, 0.95, names = FALSE))
})
skewness <- list(n = exceeded[1, ], range = exceeded[2, ], quartiles = exceeded[3, ], five = exceeded[4, ])

versions <- c(R.version.string, sapply(c("metafor", "metadat"), function(p) paste(p, packageVersion(p))))
reference <- list(
  versions = paste(versions, collapse = ", "), effects = effects, back = back, intervals = intervals, arms = arms,
  pairs = pairs, quantiles = quantiles, skewness = skewness
)
# Every number stands in a column, which may have one row.
writeLines(json(rapply(reference, I, classes = c("numeric", "integer"), how = "replace")), "measures.json")
