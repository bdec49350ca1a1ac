# Writes a made-up review as RevMan 5 does, as CSV ("Data and analyses") and as .rm5 (XML), to
# src/data/formats/revman5/fixtures: Rscript scripts/formats/revman5Files.R
# RevMan 5 knows DerSimonian-Laird and Wald alone, so that the analyses of `review.R` are asked for under those.
source("scripts/formats/review.R")

out <- "src/data/formats/revman5/fixtures"
older <- lapply(analyses[c(1, 2, 3, 6, 7)], function(a) {
  a$ci <- NULL
  if (a$model == "Random effect") a$estimator <- "DL"
  a
})
kinds <- c("Dichotomous" = "DICH", "Continuous" = "CONT", "Contrast level" = "IV", "O-E and variance" = "IPD")
short <- c("Dichotomous" = "DIC", "Continuous" = "CON", "Contrast level" = "IV", "O-E and variance" = "IPD")
codes <- c("Odds Ratio" = "OR", "Risk Ratio" = "RR", "Mean Difference" = "MD", "Hazard Ratio" = "Hazard Ratio")
zero <- function(x) if (is.null(x) || length(x) == 0 || is.na(x)) "0" else number(x)
escaped <- function(x) gsub("\"", "&quot;", gsub("<", "&lt;", gsub("&", "&amp;", x)))
id_of <- function(study) paste0("STD-", gsub(" ", "-", study))

columns <- c("Comparison Number", "Outcome Number", "Subgroup Number", "Name", "Data Type", "Statistical Method",
  "Effect Measure", "Analysis Model", "Events 1", "Mean 1", "SD 1", "Total 1", "Events 2", "Mean 2", "SD 2", "Total 2",
  "O-E", "Var", "Effect Estimate", "SE", "CI Start", "CI End", "Weight", "Q", "P(Q)", "I²(Q)", "Tau²", "Z", "P(Z)", "Qint",
  "P(Qint)", "I²(Qint)", "df", "Group Label 1", "Group Label 2", "Left Graph Label", "Right Graph Label",
  "Year of study", "User defined order")
line <- function(...) {
  given <- list(...)
  paste(quoted(vapply(columns, function(n) if (is.null(given[[n]])) "" else as.character(given[[n]]), "")), collapse = ",")
}
results <- function(r, test = list()) list(
  "Effect Estimate" = number(r$mean), "CI Start" = number(r$lb), "CI End" = number(r$ub), "Q" = number(r$Q),
  "P(Q)" = number(r$QP), "I²(Q)" = number(r$I2), "Tau²" = number(r$tau2), "Z" = number(r$Z), "P(Z)" = number(r$P),
  "Qint" = zero(test$Q), "P(Qint)" = zero(test$P), "I²(Qint)" = zero(test$I2), "df" = r$df
)
xml_results <- function(r, test = list()) sprintf(
  'CHI2="%s" CI_END="%s" CI_START="%s" DF="%s" EFFECT_SIZE="%s" ESTIMABLE="YES" I2="%s" I2_Q="%s" P_CHI2="%s" P_Q="%s" P_Z="%s" Q="%s" TAU2="%s" Z="%s"',
  number(r$Q), number(r$ub), number(r$lb), r$df, number(r$mean), number(r$I2), zero(test$I2), number(r$QP), zero(test$P),
  number(r$P), zero(test$Q), number(r$tau2), number(r$Z)
)

csv <- paste(quoted(columns), collapse = ",")
xml <- c(
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<COCHRANE_REVIEW DOI="" ID="999999" REVMAN_SUB_VERSION="5.4" REVMAN_VERSION="5" TYPE="INTERVENTION">',
  "<COVER_SHEET>", "<TITLE>Exercise &amp; drug A for pain</TITLE>", "</COVER_SHEET>", "<STUDIES_AND_REFERENCES>",
  "<STUDIES>", "<INCLUDED_STUDIES>",
  sprintf('<STUDY DATA_SOURCE="PUB" ID="%s" NAME="%s" YEAR="%s">\n<IDENTIFIERS/>\n</STUDY>', id_of(names(judged)), names(judged), sub(".* ", "", names(judged))),
  "</INCLUDED_STUDIES>", "</STUDIES>", "</STUDIES_AND_REFERENCES>", "<QUALITY_ITEMS>",
  '<QUALITY_ITEM CORE_ITEM="YES" ID="QIT-01" LEVEL="STUDY" NO="1">', "<NAME>Allocation concealment (selection bias)</NAME>",
  "<QUALITY_ITEM_DATA>",
  sprintf('<QUALITY_ITEM_DATA_ENTRY RESULT="%s" STUDY_ID="%s"/>', c("Low risk" = "YES", "Some concerns" = "UNKNOWN", "High risk" = "NO")[judged], id_of(names(judged))),
  "</QUALITY_ITEM_DATA>", "</QUALITY_ITEM>", "</QUALITY_ITEMS>", '<ANALYSES_AND_DATA CALCULATED_DATA="YES">'
)
group <- 0
for (a in older) {
  d <- a$data
  if (a$group != group) {
    if (group > 0) xml <- c(xml, "</COMPARISON>")
    group <- a$group
    csv <- c(csv, line("Comparison Number" = group, "Outcome Number" = 0, "Subgroup Number" = 0, "Name" = groups[group]))
    xml <- c(xml, sprintf('<COMPARISON ID="CMP-00%d" NO="%d">', group, group), sprintf("<NAME>%s</NAME>", escaped(groups[group])))
  }
  kind <- kinds[[a$type]]
  overall <- pool(a, d)
  subs <- subgroups_of(a)
  sub <- lapply(subs, function(s) pool(a, d[d$subgroup == s, ]))
  test <- if (length(subs) > 1) difference(sub) else list()
  random <- a$model == "Random effect"
  described <- list("Comparison Number" = a$group, "Outcome Number" = a$number, "Data Type" = short[[a$type]],
    "Statistical Method" = if (kind == "IPD") "EXP_O_E_VAR" else a$method, "Effect Measure" = codes[[a$measure]],
    "Analysis Model" = if (random) "Random" else "Fixed", "Group Label 1" = arms[[a$group]][1],
    "Group Label 2" = arms[[a$group]][2], "Left Graph Label" = a$left, "Right Graph Label" = a$right)
  csv <- c(csv, do.call(line, c(described, list("Subgroup Number" = 0, "Name" = a$name), results(overall, test))))
  named <- kind %in% c("IV", "IPD")
  xml <- c(xml, sprintf(
    '<%s_OUTCOME %s CI_STUDY="95" CI_TOTAL="95" ID="CMP-00%d.0%d"%s METHOD="%s" NO="%d" RANDOM="%s" SUBGROUPS="%s" SWAP_EVENTS="NO" TOTALS="YES"%s>',
    kind, xml_results(overall, test), a$group, a$number, if (named) "" else sprintf(' EFFECT_MEASURE="%s"', codes[[a$measure]]),
    toupper(a$method), a$number, if (random) "YES" else "NO", if (length(subs)) "YES" else "NO", if (kind == "IV") ' LOG_DATA="YES"' else ""
  ), sprintf("<NAME>%s</NAME>", escaped(a$name)), sprintf("<GROUP_LABEL_%d>%s</GROUP_LABEL_%d>", 1:2, arms[[a$group]], 1:2),
    sprintf("<GRAPH_LABEL_%d>%s</GRAPH_LABEL_%d>", 1:2, c(a$left, a$right), 1:2),
    if (named) sprintf("<EFFECT_MEASURE>%s</EFFECT_MEASURE>", a$measure))
  rows_of <- function(rows, s) {
    e <- effects(a, rows)
    for (i in seq_len(nrow(rows))) {
      est <- !is.na(e$yi[i])
      half <- qnorm(0.975) * sqrt(e$vi[i])
      cell <- function(n) if (is.null(rows[[n]])) "0" else number(rows[[n]][i])
      shown_cells <- if (est) c(shown(a, e$yi[i]), sqrt(e$vi[i]), shown(a, e$yi[i] - half), shown(a, e$yi[i] + half)) else rep(0, 4)
      csv <<- c(csv, do.call(line, list("Comparison Number" = a$group, "Outcome Number" = a$number, "Subgroup Number" = s,
        "Name" = rows$study[i], "Events 1" = cell("ai"), "Mean 1" = cell("m1i"), "SD 1" = cell("sd1i"),
        "Total 1" = cell("n1i"), "Events 2" = cell("ci"), "Mean 2" = cell("m2i"), "SD 2" = cell("sd2i"),
        "Total 2" = cell("n2i"), "O-E" = cell("oe"), "Var" = cell("variance"), "Effect Estimate" = number(shown_cells[1]),
        "SE" = number(shown_cells[2]), "CI Start" = number(shown_cells[3]), "CI End" = number(shown_cells[4]),
        "Year of study" = rows$year[i], "User defined order" = i)))
      xml <<- c(xml, sprintf(
        '<%s_DATA CI_END="%s" CI_START="%s" EFFECT_SIZE="%s" ESTIMABLE="%s" EVENTS_1="%s" EVENTS_2="%s" MEAN_1="%s" MEAN_2="%s" ORDER="%d" O_E="%s" SD_1="%s" SD_2="%s" SE="%s" STUDY_ID="%s" TOTAL_1="%s" TOTAL_2="%s" VAR="%s"/>',
        kind, number(shown_cells[4]), number(shown_cells[3]), number(shown_cells[1]), if (est) "YES" else "NO", cell("ai"),
        cell("ci"), cell("m1i"), cell("m2i"), i, cell("oe"), cell("sd1i"), cell("sd2i"), number(shown_cells[2]),
        id_of(rows$study[i]), cell("n1i"), cell("n2i"), cell("variance")
      ))
    }
  }
  if (length(subs) == 0) rows_of(d, 0)
  for (s in seq_along(subs)) {
    csv <- c(csv, do.call(line, c(described[1:6], list("Subgroup Number" = s, "Name" = subs[s]), results(sub[[s]]))))
    xml <- c(xml, sprintf('<%s_SUBGROUP %s ID="CMP-00%d.0%d.0%d" NO="%d">', kind, xml_results(sub[[s]]), a$group, a$number, s, s),
      sprintf("<NAME>%s</NAME>", escaped(subs[s])))
    rows_of(d[d$subgroup == subs[s], ], s)
    xml <- c(xml, sprintf("</%s_SUBGROUP>", kind))
  }
  xml <- c(xml, sprintf("</%s_OUTCOME>", kind))
}
xml <- c(xml, "</COMPARISON>", "</ANALYSES_AND_DATA>", "</COCHRANE_REVIEW>")
writeLines(csv, file.path(out, "review.csv"), useBytes = TRUE)
writeLines(xml, file.path(out, "review.rm5"), useBytes = TRUE)
