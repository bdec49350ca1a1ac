# Writes clinic.json beside this file: results for the clinic, from R's own distributions and metafor's fits.
# Run it in this folder: Rscript clinic.R

suppressMessages({
  library(metafor)
  library(metadat)
})
source("json.R")

bcg <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
yi <- as.numeric(bcg$yi)
vi <- as.numeric(bcg$vi)
fit_by <- function(test) rma(yi, vi, test = test, control = list(threshold = 1e-14, maxiter = 100000))
wald <- fit_by("z")
knha <- fit_by("knha")
k <- length(yi)
mu <- as.numeric(wald$beta)

# The predictive distribution of each prediction interval: its scale and degrees of freedom.
predictive <- list(
  z = c(wald$se, Inf), V = c(wald$se, k - 1), HTS = c(wald$se, k - 2), HK = c(knha$se, k - 1), `HK-PR` = c(knha$se, k - 2)
)
shares <- unlist(lapply(names(predictive), function(name) {
  lapply(list(c(0, 0), log(c(0.8, 1.25)), log(c(0.5, 0.9)), c(0.5, 2), c(-9, -8)), function(cut) {
    se <- predictive[[name]][1]
    df <- predictive[[name]][2]
    z <- (cut - mu) / sqrt(wald$tau2 + se^2)
    between <- if (z[1] > 0) diff(-pt(z, df, lower.tail = FALSE)) else diff(pt(z, df))
    list(predint = name, low = cut[1], high = cut[2], below = pt(z[1], df), between = between,
      above = pt(z[2], df, lower.tail = FALSE))
  })
}), recursive = FALSE)

# The delta method by R's own derivatives.
share <- quote(1 - pnorm((q - m) / sqrt(t2)))
of_effects <- lapply(c(-2, -0.7, 0, log(0.8)), function(q) {
  at <- list(q = q, m = mu, t2 = wald$tau2)
  slopes <- c(eval(D(share, "m"), at), eval(D(share, "t2"), at))
  se <- sqrt(sum((slopes * c(wald$se, wald$se.tau2))^2))
  above <- pnorm((q - mu) / sqrt(wald$tau2), lower.tail = FALSE)
  reach <- qnorm(0.975) * se
  list(threshold = q, above = above, se = se, ciLb = max(0, above - reach), ciUb = min(1, above + reach))
})

# Risks by the distribution functions of the logistic, and by hand.
risks <- unlist(lapply(c(0.001, 0.05, 0.3, 0.9), function(p) {
  unlist(lapply(c(-1.2, -0.1, 0, 0.05), function(e) list(
    list(measure = "OR", mu = e, baseline = p, risk = plogis(qlogis(p) + e)),
    list(measure = "RR", mu = e, baseline = p, risk = exp(log(p) + e))
  )), recursive = FALSE)
}), recursive = FALSE)

means <- list(m1i = c(12, 7.5, 20), sd1i = c(4, 2, 9), n1i = c(12, 30, 200), m2i = c(10, 9, 19), sd2i = c(5, 2.5, 8),
  n2i = c(14, 28, 190))
converted <- function(measure) as.numeric(do.call(escalc, c(list(measure = measure), means))$yi)
# metafor converts the difference without Hedges' correction.
smd <- with(means, (m1i - m2i) / sqrt(((n1i - 1) * sd1i^2 + (n2i - 1) * sd2i^2) / (n1i + n2i - 2)))
logistic <- converted("D2ORL")
cox <- converted("D2ORN")
smds <- lapply(seq_along(smd), function(i) {
  list(smd = smd[i], logistic = logistic[i], cox = cox[i], superiority = transf.dtocles(smd[i]),
    risk = pnorm(qnorm(0.2) + smd[i]))
})

writeLines(json(list(
  versions = list(R = R.version.string, metafor = as.character(packageVersion("metafor")),
    metadat = as.character(packageVersion("metadat"))),
  yi = I(yi), vi = I(vi), seTau2 = wald$se.tau2, shares = shares, ofEffects = of_effects, risks = risks, smds = smds
)), "clinic.json")
