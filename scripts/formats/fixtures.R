# Writes the fixtures of real files from the metadat package, and what metafor makes of them, beside the readers.
# Run from the top of the project: Rscript scripts/formats/fixtures.R
# Needs R with metadat (1.2-0 was used) and metafor (3.8-1).

suppressMessages(library(metafor))
library(metadat)

folder <- "src/data/formats"

write_rows <- function(data, path, rows = 8, ...) {
  write.csv(head(data, rows), file.path(folder, path), row.names = FALSE, quote = TRUE, ...)
}

# As the package has them: the first rows, every column.
write_rows(dat.bcg, "metafor/fixtures/dat.bcg.csv", 13)
write_rows(dat.normand1999, "metafor/fixtures/dat.normand1999.csv")
write_rows(dat.hackshaw1998, "metafor/fixtures/dat.hackshaw1998.csv")
write_rows(dat.ishak2007, "metafor/fixtures/dat.ishak2007.csv", 10)
write_rows(dat.assink2016, "metafor/fixtures/dat.assink2016.csv")
write_rows(dat.gibson2002[c(1:3, 9:13), ], "metafor/fixtures/dat.gibson2002.csv")
write_rows(dat.nielweise2008, "metafor/fixtures/dat.nielweise2008.csv")
write_rows(dat.molloy2014, "metafor/fixtures/dat.molloy2014.csv")
write_rows(dat.debruin2009, "metafor/fixtures/dat.debruin2009.csv")
write_rows(dat.kalaian1996, "metafor/fixtures/dat.kalaian1996.csv", 8)
write_rows(dat.dorn2007, "meta/fixtures/dat.dorn2007.csv")
write_rows(dat.hartmannboyce2018, "meta/fixtures/dat.hartmannboyce2018.csv", 6)
write_rows(dat.dong2013, "metainsight/fixtures/dat.dong2013.csv", 12)
write_rows(dat.senn2013, "metainsight/fixtures/dat.senn2013.csv", 12)
write_rows(dat.linde2015, "metainsight/fixtures/dat.linde2015.csv", 8)
write_rows(dat.franchini2012, "metainsight/fixtures/dat.franchini2012.csv", 7)

# Under MetaInsight's and MetaReview's names, the values of the package.
dong <- head(dat.dong2013, 12)
write_rows(
  data.frame(Study = paste("Trial", dong$id), T = dong$treatment, N = dong$randomized, R = dong$death),
  "metainsight/fixtures/binary-long.csv", 12
)
bcg <- head(dat.bcg, 6)
write_rows(
  data.frame(
    Study = bcg$author, Year = bcg$year, Subgroup = bcg$alloc, Dose = "",
    Events_T = bcg$tpos, Total_T = bcg$tpos + bcg$tneg, Events_C = bcg$cpos, Total_C = bcg$cpos + bcg$cneg
  ),
  "apps/fixtures/metareview-binary.csv"
)
hackshaw <- head(dat.hackshaw1998, 6)
write_rows(
  data.frame(label = hackshaw$author, group = hackshaw$design, hr = hackshaw$or, ci_lo = hackshaw$or.lb, ci_hi = hackshaw$or.ub),
  "apps/fixtures/fosma-hr.csv"
)
normand <- head(dat.normand1999, 6)
write.csv2(
  with(normand, data.frame(label = source, group = "", m1 = m1i, sd1 = sd1i + 0.5, n1 = n1i, m2 = m2i, sd2 = sd2i, n2 = n2i)),
  file.path(folder, "apps/fixtures/fosma-means.csv"), row.names = FALSE
)

# What metafor makes of the rows that the readers compute.
plain <- function(found) data.frame(yi = as.numeric(found$yi), vi = as.numeric(found$vi))
made <- list(
  IRR = plain(escalc("IRR", x1i = x1i, t1i = t1i, x2i = x2i, t2i = t2i, data = head(dat.nielweise2008, 8))),
  ZCOR = plain(escalc("ZCOR", ri = ri, ni = ni, data = head(dat.molloy2014, 8))),
  PLO = plain(escalc("PLO", xi = xi, mi = mi, data = head(dat.debruin2009, 8))),
  # Counts of zero, as metafor corrects them.
  IRR0 = plain(escalc("IRR", x1i = c(0, 0, 3), t1i = c(10, 12, 9), x2i = c(2, 0, 0), t2i = c(11, 13, 8))),
  PLO0 = plain(escalc("PLO", xi = c(0, 5), mi = c(9, 0)))
)
jsonlite::write_json(made, file.path(folder, "metafor/fixtures/escalc.json"), digits = NA, pretty = TRUE)
