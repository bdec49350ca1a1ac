# Writes a made-up Cochrane data package to src/data/formats/cochrane/fixtures, in the columns of the package
# specification 2.3 (CSV and JSON) and 1: Rscript scripts/formats/cochranePackage.R
source("scripts/formats/review.R")

out <- "src/data/formats/cochrane/fixtures"
rob <- c("Bias arising from the randomization process", "Overall bias")

write_table <- function(name, lines) {
  header <- names(lines[[1]])
  body <- vapply(lines, function(l) paste(quoted(unlist(l)), collapse = ","), "")
  con <- file(file.path(out, name), "wb")
  writeBin(c(as.raw(c(0xef, 0xbb, 0xbf)), charToRaw(enc2utf8(paste0(paste(c(paste(quoted(header), collapse = ","), body), collapse = "\n"), "\n")))), con)
  close(con)
}

data_rows <- list()
settings <- list()
estimates <- list()
json_groups <- list(list(number = 1, name = groups[1], analyses = list()), list(number = 2, name = groups[2], analyses = list()))
drop_empty <- function(x) Filter(function(v) !(is.null(v) || (is.atomic(v) && length(v) == 1 && is.na(v)) || (is.list(v) && length(v) == 0)), x)
codes <- c("Odds Ratio" = "LOG_OR", "Risk Ratio" = "LOG_RR", "Hazard Ratio" = "LOG_HR", "Peto Odds Ratio" = "LOG_PETO_OR",
  "Mean Difference" = "MD", "Std. Mean Difference" = "SMD")
types <- c("Dichotomous" = "DICHOTOMOUS", "Continuous" = "CONTINUOUS", "Contrast level" = "CONTRAST_LEVEL",
  "O-E and variance" = "O_E_AND_VARIANCE")

json_estimate <- function(a, r) {
  log <- a$measure %in% ratios
  list(
    estimate = drop_empty(list(
      mean = r$mu, `ci-start` = if (log) log(r$lb) else r$lb, `ci-end` = if (log) log(r$ub) else r$ub,
      `exp-mean` = if (log) r$mean, `exp-ci-start` = if (log) r$lb, `exp-ci-end` = if (log) r$ub, `z-test` = r$Z,
      `t-test` = r$T, `p-value` = r$P
    )),
    heterogeneity = list(`chi-squared` = r$Q, df = r$df, `i-squared` = r$I2 / 100, `p-value` = r$QP,
      `tau-squared` = if (a$model == "Fixed effect") NULL else list(estimate = r$tau2))
  )
}

for (a in analyses) {
  d <- a$data
  e <- effects(a, d)
  overall <- pool(a, d)
  wi <- 1 / (e$vi + overall$tau2)
  random <- a$model == "Random effect"
  subs <- subgroups_of(a)
  sub <- lapply(subs, function(s) pool(a, d[d$subgroup == s, ]))
  test <- if (length(subs) > 1) difference(sub) else list()
  cell <- function(name, i) if (is.null(d[[name]])) "" else number(d[[name]][i])
  for (i in seq_len(nrow(d))) {
    est <- !is.na(e$yi[i])
    half <- qnorm(0.975) * sqrt(e$vi[i])
    data_rows[[length(data_rows) + 1]] <- list(
      "Analysis group" = a$group, "Analysis number" = a$number, "Analysis name" = a$name,
      "Subgroup" = if (length(subs)) d$subgroup[i] else "",
      "Subgroup number" = if (length(subs)) match(d$subgroup[i], subs) else "",
      "Applicability" = if (length(subs)) "SUBGROUP_AND_OVERALL" else "OVERALL", "Study" = d$study[i],
      "Study year" = d$year[i], "GIV Mean" = cell("yi", i), "GIV SE" = cell("sei", i),
      "Experimental mean" = cell("m1i", i), "Experimental SD" = cell("sd1i", i), "Experimental cases" = cell("ai", i),
      "Experimental N" = cell("n1i", i), "Control mean" = cell("m2i", i), "Control SD" = cell("sd2i", i),
      "Control cases" = cell("ci", i), "Control N" = cell("n2i", i), "O-E" = cell("oe", i),
      "Variance" = cell("variance", i), "Weight" = if (est) number(100 * wi[i] / sum(wi, na.rm = TRUE)) else "",
      "Mean" = if (est) number(shown(a, e$yi[i])) else "", "CI start" = if (est) number(shown(a, e$yi[i] - half)) else "",
      "CI end" = if (est) number(shown(a, e$yi[i] + half)) else "",
      "Footnotes" = if (a$group == 2 && i == 1) "<p>From the trial&nbsp;registry</p>" else "",
      "Bias arising from the randomization process (judgement)" = randomised[[d$study[i]]],
      "Bias arising from the randomization process (support)" = "<p>Central randomisation, as reported.</p>",
      "Overall bias (judgement)" = judged[[d$study[i]]], "Overall bias (support)" = ""
    )
  }
  both <- c("ai" = "Experimental cases", "n1i" = "Experimental N", "ci" = "Control cases", "n2i" = "Control N")
  sums <- function(rows) setNames(lapply(names(both), function(n) if (is.null(rows[[n]])) "" else number(sum(rows[[n]]))), both)
  result <- function(r) list(
    "Mean" = number(r$mean), "CI start" = number(r$lb), "CI end" = number(r$ub)
  )
  heterogeneity <- function(r) list(
    "Heterogeneity Tau²" = if (random) number(r$tau2) else "", "Tau² CI start" = "", "Tau² CI end" = "",
    "Heterogeneity Chi²" = number(r$Q), "Heterogeneity df" = r$df, "Heterogeneity P" = number(r$QP),
    "Heterogeneity I²" = number(r$I2), "Effect Z" = number(r$Z), "Effect T" = number(r$T), "Effect P" = number(r$P)
  )
  settings[[length(settings) + 1]] <- c(
    list(
      "Analysis group" = a$group, "Analysis number" = a$number, "Analysis name" = a$name,
      "Analysis group name" = groups[a$group], "Data source" = "Custom input", "Data source eligibility" = "#N/A",
      "Data type" = a$type, "Log-scale data" = if (a$measure %in% ratios) "true" else "false", "Outcome" = "",
      "Intervention grouping" = "", "Experimental intervention" = "", "Control intervention" = "", "Subgroup by" = "",
      "Filter criteria" = "", "Experimental group label" = arms[[a$group]][1],
      "Control group label" = arms[[a$group]][2], "Statistical method" = a$method, "Effect measure" = a$measure,
      "Unit of effect measure" = "", "Analysis model" = a$model, "Heterogeneity estimator" = if (random) a$estimator else "",
      "Tau² CI" = "false", "Subgroup estimates" = if (length(subs)) "true" else "false", "Overall estimates" = "true",
      "Test for subgroup differences" = if (length(subs)) "true" else "false", "Prediction interval" = "false",
      "Swap event and non-event" = if (a$type == "Dichotomous") "false" else "",
      "CI method" = if (is.null(a$ci)) "Wald" else a$ci, "CI/PI level" = "95%", "Sort studies by" = "STUDY",
      "Graph label (left)" = a$left, "Graph label (right)" = a$right, "Graph scale" = 100, "Show risk of bias" = "true"
    ),
    sums(d), result(overall), list("PI start" = "", "PI end" = ""), heterogeneity(overall),
    list(
      "Subgroup Chi²" = number(test$Q), "Subgroup df" = number(test$df), "Subgroup P" = number(test$P),
      "Subgroup I²" = number(test$I2), "ID" = paste0("analysis:", a$group, a$number)
    )
  )
  for (s in seq_along(subs)) {
    estimates[[length(estimates) + 1]] <- c(
      list("Analysis group" = a$group, "Analysis number" = a$number, "Subgroup" = subs[s], "Subgroup number" = s),
      sums(d[d$subgroup == subs[s], ]), list("Weight" = ""), result(sub[[s]]), heterogeneity(sub[[s]]),
      list("ID" = paste0("subgroup:", a$group, a$number, s))
    )
  }
  side <- function(i, m, sd, n, events) drop_empty(list(
    mean = d[[m]][i], sd = d[[sd]][i], cases = d[[events]][i], `sample-size` = d[[n]][i]
  ))
  json_groups[[a$group]]$analyses[[a$number]] <- c(
    drop_empty(list(
      number = a$number, name = a$name, id = paste0("analysis:", a$group, a$number), `data-source` = "MANUAL",
      `data-type` = types[[a$type]], method = toupper(a$method), `effect-measure` = codes[[a$measure]],
      `log-scale` = a$measure %in% ratios, model = if (random) "RANDOM" else "FIXED",
      `heterogeneity-estimator` = if (random) a$estimator, `heterogeneity-ci-enabled` = FALSE,
      `subgroup-estimates-enabled` = length(subs) > 0, `overall-estimate-enabled` = TRUE,
      `subgroup-differences-enabled` = length(subs) > 0, `pi-enabled` = FALSE,
      `swap-event-and-non-event` = if (a$type == "Dichotomous") FALSE,
      `ci-method` = if (is.null(a$ci)) "WALD" else a$ci, `ci-level` = 0.95
    )),
    list(
      `display-settings` = list(`graph-label-left` = a$left, `graph-label-right` = a$right, scale = 100),
      `control-group` = list(label = arms[[a$group]][2]), `experimental-group` = list(label = arms[[a$group]][1])
    ),
    json_estimate(a, overall),
    if (length(test)) list(`subgroup-differences` = list(`chi-squared` = test$Q, df = test$df, `i-squared` = test$I2 / 100, `p-value` = test$P)),
    if (length(subs)) list(subgroups = lapply(seq_along(subs), function(s) c(list(name = subs[s], number = s), json_estimate(a, sub[[s]])))),
    list(`data-rows` = lapply(seq_len(nrow(d)), function(i) drop_empty(list(
      `study-name` = d$study[i], year = as.character(d$year[i]),
      applicability = drop_empty(list(`subgroup-number` = if (length(subs)) match(d$subgroup[i], subs), overall = TRUE)),
      estimate = if (is.na(e$yi[i])) NULL else drop_empty(list(mean = e$yi[i], `exp-mean` = if (a$measure %in% ratios) exp(e$yi[i]))),
      `control-group` = side(i, "m2i", "sd2i", "n2i", "ci"), `experimental-group` = side(i, "m1i", "sd1i", "n1i", "ai"),
      contrast = if (is.null(d$yi)) NULL else list(mean = d$yi[i], se = d$sei[i]),
      `o-e` = d$oe[i], variance = d$variance[i],
      `risk-of-bias` = list(
        list(domain = rob[1], judgement = c("Low risk" = "LOW_RISK", "Some concerns" = "UNCLEAR_RISK")[[randomised[[d$study[i]]]]]),
        list(domain = rob[2], judgement = c("Low risk" = "LOW_RISK", "Some concerns" = "UNCLEAR_RISK", "High risk" = "HIGH_RISK")[[judged[[d$study[i]]]]])
      )
    ))))
  )
}

write_table("CD999999-data-rows.csv", data_rows)
write_table("CD999999-overall-estimates-and-settings.csv", settings)
write_table("CD999999-subgroup-estimates.csv", estimates)
write_table("CD999999-study-information.csv", lapply(names(judged), function(s) list(
  "Study" = s, "Year" = sub(".* ", "", s), "Data source" = "Published data only", "ID: CRS" = "", "ID: CTG" = "",
  "Char: Methods" = "<p>A randomised trial in two parallel groups, described here at some length.</p>",
  "Char: Setting" = paste0("<p>", setting[[s]], "</p>")
)))
json <- list(`$schema` = "https://assets.cochrane.org/schema/v1/analyses.schema.json", `risk-of-bias-method` = "RISK_OF_BIAS_2",
  `analysis-groups` = json_groups)
writeLines(toJSON(json, auto_unbox = TRUE, digits = NA, null = "null", pretty = FALSE), file.path(out, "CD999999-analysis-data.json"))

# Specification 1: no kind of interval, no estimator, no subgroup number, and 0.0 where blank is meant.
zeros <- c("GIV Mean", "GIV SE", "Experimental mean", "Experimental SD", "Experimental cases", "Experimental N",
  "Control mean", "Control SD", "Control cases", "Control N", "O-E", "Variance", "Weight", "Mean", "CI start", "CI end",
  "PI start", "PI end", "Heterogeneity Tau²", "Heterogeneity Chi²", "Heterogeneity df", "Heterogeneity P",
  "Heterogeneity I²", "Effect Z", "Effect P", "Subgroup Chi²", "Subgroup df", "Subgroup P", "Subgroup I²")
older <- function(line, columns) {
  line <- line[columns]
  names(line) <- columns
  for (n in intersect(zeros, columns)) if (identical(line[[n]], "")) line[[n]] <- "0.0"
  line
}
old <- function(line) paste0(line[["Analysis group"]], ".", line[["Analysis number"]]) %in% c("1.1", "1.2", "2.1")
row_columns <- setdiff(names(data_rows[[1]])[1:25], "Subgroup number")
kept <- setdiff(names(settings[[1]]), c("Heterogeneity estimator", "Tau² CI", "Prediction interval", "CI method",
  "CI/PI level", "Sort studies by", "Graph scale", "Show risk of bias", "PI start", "PI end", "Tau² CI start",
  "Tau² CI end", "Effect T"))
write_table("CD999998-data-rows.csv", lapply(Filter(old, data_rows), older, columns = row_columns))
write_table("CD999998-overall-estimates-and-settings.csv", lapply(Filter(old, settings), function(line) {
  c(older(line, kept), list("Study CI" = "95%", "Estimate CI" = "95%"))
}))
