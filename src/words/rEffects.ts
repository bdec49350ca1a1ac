import { isTableMeasure } from "../model/appliedModel";
import type { Measure } from "../model/measure";
import type { PoolingModel, ZeroCellRule } from "../model/poolingModel";

const ARMS_OF_MEANS = "m1i = m1i, sd1i = sd1i, n1i = n1i, m2i = m2i, sd2i = sd2i, n2i = n2i";
const ARMS_OF_COUNTS = "ai = ai, n1i = n1i, ci = ci, n2i = n2i";

/** Lines of R that give the data frame `dat` its effects `yi` and variances `vi`; none where the data bring them. */
export function effectLines(measure: Measure, { smdVariance, zeroCells, weighting }: PoolingModel): readonly string[] {
  if (weighting === "MH" && isTableMeasure(measure)) return tableLines(measure, zeroCells);
  switch (measure) {
    case "GEN":
      return [];
    case "MD":
    case "SMDH":
    case "SMD1":
      return [escalc(measure, ARMS_OF_MEANS)];
    case "SMD":
      return smdVariance === "RevMan" ? REVMAN : [escalc(measure, `${ARMS_OF_MEANS}, vtype = "${smdVariance}"`)];
    case "ROM":
      return [
        "dat$yi <- with(dat, log(m1i / m2i)) # as metafor before version 5",
        "dat$vi <- with(dat, sd1i^2 / (n1i * m1i^2) + sd2i^2 / (n2i * m2i^2))",
      ];
    case "PETO":
    case "AS":
      return [escalc(measure, `${ARMS_OF_COUNTS}, add = 0, to = "none"`)];
    case "RR":
    case "OR":
    case "RD":
      return COUNTS[zeroCells](measure);
  }
}

const COUNTS: Readonly<Record<ZeroCellRule, (measure: Measure) => readonly string[]>> = {
  only0: (measure) => [escalc(measure, `${ARMS_OF_COUNTS}, add = 1/2, to = "only0"`)],
  all: (measure) => [escalc(measure, `${ARMS_OF_COUNTS}, add = 1/2, to = "all"`)],
  none: (measure) => [escalc(measure, `${ARMS_OF_COUNTS}, add = 0, to = "none"`)],
  "treatment-arm": (measure) => [
    ...ADDED["treatment-arm"],
    escalc(measure, 'ai = ai + k1, n1i = n1i + 2 * k1, ci = ci + k2, n2i = n2i + 2 * k2, add = 0, to = "none"'),
  ],
};

/** What each arm's cells are given, as `k1` and `k2`. */
const ADDED: Readonly<Record<ZeroCellRule, readonly string[]>> = {
  only0: ["k1 <- k2 <- with(dat, (ai == 0 | ai == n1i | ci == 0 | ci == n2i) / 2) # for tables with a zero cell"],
  all: ["k1 <- k2 <- 1/2 # for every table"],
  none: ["k1 <- k2 <- 0 # nothing is added to zero cells"],
  "treatment-arm": [
    "zero <- with(dat, ai == 0 | ai == n1i | ci == 0 | ci == n2i)",
    "k1 <- with(dat, zero * n1i / (n1i + n2i)) # what each arm's cells are given",
    "k2 <- with(dat, zero * n2i / (n1i + n2i))",
  ],
};

/** Cells as the Mantel-Haenszel sums take them, zero cells corrected, and the effects of these tables. */
function tableLines(measure: Measure, zeroCells: ZeroCellRule): readonly string[] {
  return [
    ...ADDED[zeroCells],
    "dat <- transform(dat, A = ai + k1, B = n1i - ai + k1, C = ci + k2, D = n2i - ci + k2)",
    escalc(measure, 'ai = A, bi = B, ci = C, di = D, add = 0, to = "none", drop00 = FALSE'),
  ];
}

const REVMAN = [
  "dat$N <- dat$n1i + dat$n2i",
  "dat$sd <- with(dat, sqrt(((n1i - 1) * sd1i^2 + (n2i - 1) * sd2i^2) / (N - 2)))",
  "dat$yi <- with(dat, (m1i - m2i) / sd * (1 - 3 / (4 * N - 9))) # Hedges' g as in RevMan",
  "dat$vi <- with(dat, 1 / n1i + 1 / n2i + yi^2 / (2 * (N - 3.94)))",
];

function escalc(measure: Measure, args: string): string {
  return `dat <- escalc(measure = "${measure}", ${args}, data = dat)`;
}
