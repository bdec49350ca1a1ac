# Writes smallStudy.json beside this file: tests of small-study effects and adjusted effects, from metafor where it has
# them, else by the formula of the paper and lm().
# Run it in this folder: Rscript smallStudy.R

suppressMessages({
  library(metafor)
  library(metadat)
})
source("json.R")

LEVEL <- 0.95

# A coefficient with its interval and test by t(df), or by the normal where df is NA.
inference <- function(estimate, se, df = NA) {
  critical <- if (is.na(df)) qnorm(1 - (1 - LEVEL) / 2) else qt(1 - (1 - LEVEL) / 2, df)
  statistic <- estimate / se
  pval <- if (is.na(df)) 2 * pnorm(-abs(statistic)) else 2 * pt(-abs(statistic), df)
  list(
    estimate = estimate, se = se, ciLb = estimate - critical * se, ciUb = estimate + critical * se,
    statistic = statistic, df = df, pval = pval
  )
}

lines_of <- function(yi, weights, xi) {
  table <- summary(lm(yi ~ xi, weights = weights))$coefficients
  row <- function(i) inference(table[i, 1], table[i, 2], length(yi) - 2)
  list(slope = row(2), limit = row(1))
}

# metafor's own answer stands where it has one: the statistic and its p, the limit and its interval.
egger <- function(yi, vi) {
  ours <- lines_of(yi, 1 / vi, sqrt(vi))
  theirs <- regtest(yi, vi, model = "lm")
  ours$slope[c("statistic", "pval")] <- list(theirs$zval, theirs$pval)
  ours$limit[c("estimate", "ciLb", "ciUb")] <- list(theirs$est, theirs$ci.lb, theirs$ci.ub)
  ours
}

control <- function(vi) list(threshold = 1e-13 * median(vi), maxiter = 100000, tol = 1e-14 * median(vi))

mixed <- function(yi, vi, method, test) {
  fit <- rma(yi, vi, mods = ~ sqrt(vi), method = method, test = test, control = control(vi))
  row <- function(i) {
    df <- if (test == "z") NA else fit$k - 2
    list(
      estimate = fit$beta[[i]], se = fit$se[[i]], ciLb = fit$ci.lb[[i]], ciUb = fit$ci.ub[[i]],
      statistic = fit$zval[[i]], df = df, pval = fit$pval[[i]]
    )
  }
  list(method = method, test = test, tau2 = fit$tau2, slope = row(2), limit = row(1))
}

# ranktest() counts permutations as n!, which ends at 170 studies; beyond, the same count as shares of n!.
tail_beyond <- function(tau, k) {
  most <- round((1 - abs(tau)) * k * (k - 1) / 4)
  share <- c(1, rep(0, most))
  for (j in 2:k) {
    sums <- cumsum(share)
    share <- (sums - c(rep(0, j), sums)[seq_along(sums)]) / j
  }
  min(1, 2 * sum(share))
}

rank_test <- function(yi, vi) {
  found <- suppressWarnings(ranktest(yi, vi))
  tau <- unname(found$tau)
  k <- length(yi)
  if (k <= 170 && !anyDuplicated(vi)) stopifnot(abs(found$pval - tail_beyond(tau, k)) < 1e-10)
  list(tau = tau, pval = if (is.nan(found$pval)) tail_beyond(tau, k) else found$pval, exact = !anyDuplicated(vi))
}

limit_meta <- function(yi, vi, method) {
  sei <- sqrt(vi)
  k <- length(yi)
  fit <- rma(yi, vi, method = method, control = control(vi))
  widened <- sqrt(vi + fit$tau2)
  radial <- lm(I(yi / widened) ~ I(1 / widened))
  alpha <- coef(radial)[[1]]
  beta <- coef(radial)[[2]]
  # beta + tau alpha, whose variance is that of the coefficients with unit residual variance.
  at <- c(sqrt(fit$tau2), 1)
  adjusted_se <- sqrt(sum(at * suppressWarnings(summary(radial))$cov.unscaled %*% at))
  rest <- sum(residuals(lm(I(yi / sei) ~ I(1 / sei)))^2)
  limits <- beta + sqrt(fit$tau2) / widened * (yi - beta)
  plot <- lm(I(limits / sei) ~ I(1 / sei))
  part <- function(Q, df) list(Q = Q, df = df, pval = pchisq(Q, df, lower.tail = FALSE))
  list(
    method = method, tau2 = fit$tau2, alpha = alpha, beta = beta,
    adjusted = inference(sum(at * coef(radial)), adjusted_se),
    total = part(fit$QE, k - 1), small = part(fit$QE - rest, 1), residual = part(rest, k - 2),
    G2 = if (fit$tau2 > 0) 100 * (1 - suppressWarnings(summary(plot)$r.squared)) else 0
  )
}

pet_peese <- function(yi, vi) {
  pet <- lines_of(yi, 1 / vi, sqrt(vi))$limit
  peese <- lines_of(yi, 1 / vi, vi)$limit
  side <- sign(weighted.mean(yi, 1 / vi))
  one_sided <- pt(side * pet$statistic, pet$df, lower.tail = FALSE)
  list(pet = pet, peese = peese, chosen = if (one_sided < 0.05) "peese" else "pet")
}

harbord <- function(data) {
  with(data[data$ai + data$ci > 0 & data$ai + data$ci < data$n1i + data$n2i, ], {
    N <- n1i + n2i
    m <- ai + ci
    Z <- ai - n1i * m / N
    V <- n1i * n2i * m * (N - m) / (N^2 * (N - 1))
    table <- summary(lm(I(Z / sqrt(V)) ~ sqrt(V)))$coefficients
    row <- function(i) inference(table[i, 1], table[i, 2], length(Z) - 2)
    list(k = length(Z), slope = row(1), limit = row(2))
  })
}

peters <- function(data) {
  used <- data[data$ai + data$ci > 0 & data$ai + data$ci < data$n1i + data$n2i, ]
  N <- used$n1i + used$n2i
  m <- used$ai + used$ci
  c(list(k = nrow(used)), lines_of(used$yi, 1 / (1 / m + 1 / (N - m)), 1 / N))
}

case <- function(name, yi, vi) {
  yi <- as.numeric(yi)
  vi <- as.numeric(vi)
  list(
    name = name, yi = I(yi), vi = I(vi), egger = egger(yi, vi), begg = rank_test(yi, vi),
    mixed = list(mixed(yi, vi, "REML", "z"), mixed(yi, vi, "DL", "knha")),
    petPeese = pet_peese(yi, vi), limitMeta = list(limit_meta(yi, vi, "REML"), limit_meta(yi, vi, "DL"))
  )
}

counts_case <- function(name, ai, n1i, ci, n2i) {
  es <- escalc("OR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, drop00 = TRUE)
  # As doubles: products of R's integers overflow.
  data <- data.frame(ai = ai + 0, n1i = n1i + 0, ci = ci + 0, n2i = n2i + 0, yi = as.numeric(es$yi), vi = as.numeric(es$vi))
  data <- data[!is.na(data$yi), ]
  list(
    case = case(name, data$yi, data$vi), data = data[c("ai", "n1i", "ci", "n2i")],
    harbord = harbord(data), peters = peters(data)
  )
}

smd_case <- function(name, data) {
  es <- escalc("SMD", m1i = m1i, sd1i = sd1i, n1i = n1i, m2i = m2i, sd2i = sd2i, n2i = n2i, data = data)
  yi <- as.numeric(es$yi)
  vi <- as.numeric(es$vi)
  list(
    case = case(name, yi, vi), data = data[c("m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i")],
    pustejovskyRodgers = lines_of(yi, 1 / vi, sqrt(1 / data$n1i + 1 / data$n2i))
  )
}

set.seed(20262)
random_case <- function(k, tied = FALSE) {
  vi <- exp(rnorm(k, log(0.05), 1))
  if (tied) vi <- sample(c(0.02, 0.05, 0.1, 0.3), k, replace = TRUE)
  yi <- rnorm(k, 0.3, sqrt(vi + 0.05)) + runif(1, 0, 2) * sqrt(vi)
  case(paste0("random, k = ", k, if (tied) ", tied variances" else ""), yi, vi)
}

bcg <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
flat <- c(0.31, 0.18, 0.25, 0.22, 0.29, 0.2) # tau2 = 0
effects <- c(
  list(case("bcg RR", bcg$yi, bcg$vi), case("agreeing", flat, c(0.1, 0.03, 0.2, 0.05, 0.15, 0.01))),
  lapply(c(3, 4, 9, 10, 40, 180), random_case), lapply(c(5, 30), random_case, tied = TRUE)
)
rare <- dat.collins1985a[!is.na(dat.collins1985a$d.xti), ]
counts <- list(
  counts_case("bcg", dat.bcg$tpos, dat.bcg$tpos + dat.bcg$tneg, dat.bcg$cpos, dat.bcg$cpos + dat.bcg$cneg),
  counts_case("nsaid, zeros and double zeros", rare$d.xti, rare$nti, rare$d.xci, rare$nci),
  with(dat.hartmannboyce2018, counts_case("nrt", x.nrt, n.nrt, x.ctrl, n.ctrl))
)
smds <- list(
  smd_case("stay", dat.normand1999),
  smd_case("random", with(list(n1i = round(exp(runif(15, 2, 5))), n2i = round(exp(runif(15, 2, 5)))), data.frame(
    m1i = rnorm(15, 12, 2), sd1i = runif(15, 3, 6), n1i, m2i = rnorm(15, 10, 2), sd2i = runif(15, 3, 6), n2i
  )))
)
writeLines(json(list(
  versions = list(R = R.version.string, metafor = as.character(packageVersion("metafor")),
    metadat = as.character(packageVersion("metadat"))),
  effects = effects, counts = counts, smds = smds
)), "smallStudy.json")
