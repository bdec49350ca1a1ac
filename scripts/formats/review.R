# The data of a made-up review and their results, for the scripts beside this one. Every number is computed here by
# metafor or by the formula beside it, never by this project's statistics, so that an audit compares two programs.
# RevMan's conventions: IV Q whatever the model, I2 from tau2, Hartung-Knapp without a floor, the effect's P from Wald's
# SE even where the interval is Hartung-Knapp's, the subgroup test with each subgroup's own tau2 and interval method.
suppressMessages({
  library(metafor)
  library(jsonlite)
})

control <- list(threshold = 1e-14, maxiter = 100000)

rows <- function(...) {
  read.csv(text = paste(..., sep = "\n"), strip.white = TRUE, stringsAsFactors = FALSE)
}

analyses <- list(
  list(
    group = 1, number = 1, name = "Recovery at 3 months", type = "Dichotomous", method = "MH", measure = "Odds Ratio",
    model = "Fixed effect", left = "Favours usual care", right = "Favours exercise",
    data = rows("study,year,ai,n1i,ci,n2i", "Ames 2011,2011,21,40,14,41", "Brook 2013,2013,33,60,27,58",
      "Cole 2015,2015,12,25,9,24", "Dorn 2018,2018,48,90,35,92")
  ),
  list(
    group = 1, number = 2, name = "Falls within 12 months", type = "Dichotomous", method = "IV", measure = "Risk Ratio",
    model = "Random effect", estimator = "DL", left = "Favours exercise", right = "Favours usual care",
    data = rows("study,year,ai,n1i,ci,n2i", "Ames 2011,2011,4,40,11,41", "Brook 2013,2013,0,60,5,58",
      "Cole 2015,2015,0,25,0,24", "Dorn 2018,2018,19,90,12,92", "Eden 2020,2020,7,110,21,108")
  ),
  list(
    group = 1, number = 3, name = "Pain at 3 months", type = "Continuous", method = "IV", measure = "Mean Difference",
    model = "Random effect", estimator = "REML", ci = "HKSJ", left = "Favours exercise", right = "Favours usual care",
    data = rows("study,year,subgroup,m1i,sd1i,n1i,m2i,sd2i,n2i", "Ames 2011,2011,Supervised,31.2,18.4,40,42.5,19.1,41",
      "Brook 2013,2013,Supervised,28,21.3,60,33.1,20.2,58", "Cole 2015,2015,Supervised,35.6,15.9,25,51.9,17.2,24",
      "Dorn 2018,2018,At home,40.1,22.7,90,42.3,23.4,92", "Eden 2020,2020,At home,37.4,20,110,41.8,19.6,108",
      "Faro 2021,2021,By telephone,44,25.1,33,45.2,24.8,35")
  ),
  list(
    group = 1, number = 4, name = "Pain at 12 months", type = "Continuous", method = "IV", measure = "Mean Difference",
    model = "Random effect", estimator = "REML", left = "Favours exercise", right = "Favours usual care",
    data = rows("study,year,m1i,sd1i,n1i,m2i,sd2i,n2i", "Ames 2011,2011,33,19,36,39.9,20.3,37",
      "Dorn 2018,2018,41.2,23.3,81,41,22.9,83", "Eden 2020,2020,36.1,21.2,97,43.3,20.8,95")
  ),
  list(
    group = 1, number = 5, name = "<p>Quality of life&nbsp;at 3 months</p>", type = "Continuous", method = "IV",
    measure = "Std. Mean Difference", model = "Random effect", estimator = "REML", left = "Favours usual care",
    right = "Favours exercise",
    data = rows("study,year,m1i,sd1i,n1i,m2i,sd2i,n2i", "Ames 2011,2011,61.2,14.2,40,52.4,15.1,41",
      "Brook 2013,2013,3.4,0.9,60,3.1,1,58", "Cole 2015,2015,71,10.4,25,66.5,11.8,24")
  ),
  list(
    group = 2, number = 1, name = "Death", type = "Contrast level", method = "IV", measure = "Hazard Ratio",
    model = "Fixed effect", log = TRUE, left = "Favours drug A", right = "Favours placebo",
    data = rows("study,year,yi,sei,n1i,n2i", "Gale 2008,2008,-0.31,0.14,210,212", "Hart 2012,2012,-0.12,0.09,405,399",
      "Iver 2016,2016,-0.42,0.21,98,101")
  ),
  list(
    group = 2, number = 2, name = "Progression", type = "O-E and variance", method = "Peto", measure = "Hazard Ratio",
    model = "Fixed effect", log = TRUE, left = "Favours drug A", right = "Favours placebo",
    data = rows("study,year,oe,variance,n1i,n2i", "Gale 2008,2008,-11.2,31.4,210,212",
      "Hart 2012,2012,-6.75,52.1,405,399", "Iver 2016,2016,2.3,17.9,98,101")
  ),
  list(
    group = 2, number = 3, name = "Nausea (6 weeks)", type = "Dichotomous", method = "Peto",
    measure = "Peto Odds Ratio", model = "Fixed effect", left = "Favours drug A", right = "Favours placebo",
    data = rows("study,year,ai,n1i,ci,n2i", "Gale 2008,2008,12,210,3,212", "Hart 2012,2012,9,405,2,399",
      "Iver 2016,2016,4,98,0,101")
  )
)

ratios <- c("Odds Ratio", "Risk Ratio", "Hazard Ratio", "Peto Odds Ratio")
shown <- function(a, value) if (a$measure %in% ratios) exp(value) else value

# RevMan's variance of Hedges' g: 1/n1 + 1/n2 + g^2 / (2 (N - 3.94)), g by the approximate correction.
hedges <- function(d) {
  N <- d$n1i + d$n2i
  sp <- sqrt(((d$n1i - 1) * d$sd1i^2 + (d$n2i - 1) * d$sd2i^2) / (N - 2))
  g <- (d$m1i - d$m2i) / sp * (1 - 3 / (4 * N - 9))
  list(yi = g, vi = 1 / d$n1i + 1 / d$n2i + g^2 / (2 * (N - 3.94)))
}

effects <- function(a, d) {
  counts <- function(measure) {
    double <- (d$ai == 0 & d$ci == 0) | (d$ai == d$n1i & d$ci == d$n2i)
    e <- escalc(measure, ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = d, add = 0.5, to = "only0")
    list(yi = ifelse(double, NA, as.numeric(e$yi)), vi = ifelse(double, NA, e$vi))
  }
  switch(a$measure,
    "Odds Ratio" = counts("OR"), "Risk Ratio" = counts("RR"),
    "Peto Odds Ratio" = {
      e <- escalc("PETO", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = d, add = 0, to = "none") # as RevMan
      list(yi = as.numeric(e$yi), vi = e$vi)
    },
    "Mean Difference" = list(yi = d$m1i - d$m2i, vi = d$sd1i^2 / d$n1i + d$sd2i^2 / d$n2i),
    "Std. Mean Difference" = hedges(d),
    "Hazard Ratio" = if (is.null(d$oe)) list(yi = d$yi, vi = d$sei^2) else list(yi = d$oe / d$variance, vi = 1 / d$variance)
  )
}

# One pooled result, with the variance that the subgroup test uses.
pool <- function(a, d) {
  e <- effects(a, d)
  ok <- !is.na(e$yi)
  yi <- e$yi[ok]
  vi <- e$vi[ok]
  k <- length(yi)
  hk <- identical(a$ci, "HKSJ") && k > 1
  tau2 <- 0
  if (a$method == "MH") {
    fit <- rma.mh(ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = d, measure = "OR")
    mu <- as.numeric(coef(fit))
    wald <- fit$se
    Q <- sum((yi - mu)^2 / vi)
  } else {
    how <- if (a$model == "Fixed effect") "EE" else a$estimator
    fit <- rma.uni(yi, vi, method = if (k == 1) "EE" else how, control = control)
    mu <- as.numeric(coef(fit))
    wald <- fit$se
    tau2 <- fit$tau2
    wi <- 1 / vi
    Q <- sum(wi * (yi - sum(wi * yi) / sum(wi))^2)
  }
  se <- wald
  if (hk) se <- rma.uni(yi, vi, method = a$estimator, test = "knha", control = control)$se
  crit <- if (hk) qt(0.975, k - 1) else qnorm(0.975)
  wi <- 1 / vi
  typical <- (k - 1) * sum(wi) / (sum(wi)^2 - sum(wi^2))
  I2 <- if (k == 1) 0 else if (a$model == "Fixed effect") max(0, (Q - k + 1) / Q) else tau2 / (tau2 + typical)
  list(
    mu = mu, var = se^2, mean = shown(a, mu), lb = shown(a, mu - crit * se), ub = shown(a, mu + crit * se), tau2 = tau2,
    Q = if (k == 1) 0 else Q, df = k - 1, QP = if (k == 1) 1 else pchisq(Q, k - 1, lower.tail = FALSE), I2 = 100 * I2,
    # RevMan leaves T at 0 for a subgroup of one study under Hartung-Knapp.
    Z = if (identical(a$ci, "HKSJ")) NA else abs(mu / wald),
    T = if (hk) abs(mu / se) else if (identical(a$ci, "HKSJ")) 0 else NA,
    P = 2 * pnorm(abs(mu / wald), lower.tail = FALSE), pool = list(yi = yi, vi = vi, tau2 = tau2)
  )
}

subgroups_of <- function(a) if (is.null(a$data$subgroup)) character(0) else unique(a$data$subgroup)

difference <- function(results) {
  mu <- sapply(results, `[[`, "mu")
  wi <- 1 / sapply(results, `[[`, "var")
  Q <- sum(wi * (mu - sum(wi * mu) / sum(wi))^2)
  df <- length(mu) - 1
  list(Q = Q, df = df, P = pchisq(Q, df, lower.tail = FALSE), I2 = 100 * max(0, (Q - df) / Q))
}

number <- function(x) if (is.null(x) || length(x) == 0 || is.na(x)) "" else format(x, digits = 17, trim = TRUE)
quoted <- function(x) {
  x <- ifelse(is.na(x), "", as.character(x))
  ifelse(grepl("[\",\n]", x), paste0("\"", gsub("\"", "\"\"", x), "\""), x)
}
groups <- c("Exercise versus usual care", "Drug A versus placebo")
arms <- list(c("Exercise", "Usual care"), c("Drug A", "Placebo"))
judged <- c("Ames 2011" = "Low risk", "Brook 2013" = "Some concerns", "Cole 2015" = "High risk", "Dorn 2018" = "Low risk",
  "Eden 2020" = "Low risk", "Faro 2021" = "Some concerns", "Gale 2008" = "Low risk", "Hart 2012" = "Some concerns",
  "Iver 2016" = "High risk")
randomised <- replace(judged, judged == "High risk", "Some concerns")
setting <- c("Ames 2011" = "Hospital", "Brook 2013" = "Community", "Cole 2015" = "Hospital", "Dorn 2018" = "Community",
  "Eden 2020" = "Community", "Faro 2021" = "Community", "Gale 2008" = "Hospital", "Hart 2012" = "Hospital",
  "Iver 2016" = "Hospital")

