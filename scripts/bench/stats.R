# Times fits of metafor on request, for stats.mjs: each line of input asks for one round, "method runs", and is answered
# by the milliseconds per fit. Studies come as two lines of numbers before. A fit is rma() with predict(): the estimate
# with its interval, tau2, heterogeneity and the prediction interval.

suppressMessages(library(metafor))

input <- file("stdin", "r")
numbers <- function() as.numeric(strsplit(readLines(input, 1), ",")[[1]])
yi <- numbers()
vi <- numbers()
cat(R.version$major, ".", R.version$minor, " ", as.character(packageVersion("metafor")), "\n", sep = "")
flush(stdout())
while (length(line <- readLines(input, 1)) > 0) {
  asked <- strsplit(line, " ")[[1]]
  runs <- as.integer(asked[2])
  start <- proc.time()[["elapsed"]]
  for (run in seq_len(runs)) predict(rma(yi, vi, method = asked[1]))
  cat(1000 * (proc.time()[["elapsed"]] - start) / runs, "\n")
  flush(stdout())
}
