# Writes src/worker/import/fixtures/review.xlsx, a workbook as R's openxlsx makes it: a sheet of remarks, one of the
# first BCG trials under a title, with a date, a percentage, an empty cell and an error, and an empty sheet.
# Run at the root of the project: Rscript scripts/formats/workbook.R
library(openxlsx)
data(dat.bcg, package = "metadat")

trials <- dat.bcg[1:4, ]
table <- data.frame(
  Trial = paste(trials$author, trials$year),
  `Vaccinated TB` = trials$tpos,
  `Vaccinated total` = trials$tpos + trials$tneg,
  `Control TB` = trials$cpos,
  `Control total` = trials$cpos + trials$cneg,
  Extracted = as.Date("2024-05-31") + 0:3,
  Share = c(0.1, 0.2, NA, 0.4),
  check.names = FALSE
)
book <- createWorkbook()
addWorksheet(book, "Remarks")
writeData(book, "Remarks", "Extracted by two of us & checked", colNames = FALSE)
addWorksheet(book, "Tuberculosis")
writeData(book, "Tuberculosis", "Table 1. Tuberculosis", colNames = FALSE)
writeData(book, "Tuberculosis", table, startRow = 3)
addStyle(book, "Tuberculosis", createStyle(numFmt = "0%"), rows = 4:7, cols = 7)
writeFormula(book, "Tuberculosis", "1/0", startCol = 7, startRow = 6)
addWorksheet(book, "Empty")
saveWorkbook(book, "src/worker/import/fixtures/review.xlsx", overwrite = TRUE)
