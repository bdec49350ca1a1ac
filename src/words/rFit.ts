import type { Measure } from "../model/measure";
import type { Method, PoolingModel, Predint } from "../model/poolingModel";

/** Estimators that metafor finds by iteration: its usual tolerances stop too early for the same digits. */
export const ITERATED: ReadonlySet<Method> = new Set(["REML", "ML", "EB", "PM"]);

/** What a prediction interval is made from: the test whose standard error it takes, and metafor's `pi.type`. */
const PREDINTS: Readonly<Record<Predint, readonly [test: string, type: string]>> = {
  z: ["z", ""],
  V: ["t", ""],
  HTS: ["t", ', pi.type = "riley"'],
  HK: ["knha", ""],
  "HK-PR": ["knha", ', pi.type = "riley"'],
};

/** Lines of R that define `fit`, a function of a data frame and a test, and where needed `wider`. */
export function fitLines(model: PoolingModel, measure: Measure, hasSingle: boolean): readonly string[] {
  const { method } = model;
  if (model.weighting === "MH") return [...tableFitLines(model, measure), ...(model.test === "wider" ? WIDER : [])];
  const isIterated = ITERATED.has(method);
  return [
    ...(isIterated ? CONTROL : []),
    "fit <- function(d, test) {",
    ...(hasSingle ? [`  if (nrow(d) == 1) return(rma(yi, vi, data = d, method = "EE", level = ${level(model)}))`] : []),
    `  rma(yi, vi, data = d, ${options(model, "test", isIterated ? "d" : null)})`,
    "}",
    ...(model.test === "wider" ? WIDER : []),
  ];
}

const CONTROL = [
  "control <- function(d) list(",
  "  maxiter = 10000, threshold = 1e-12 * median(d$vi), tol = 1e-14 * median(d$vi),",
  "  tau2.max = 10 * max(d$vi, diff(range(d$yi))^2)",
  ")",
];

/** Lines of R that define `control`, where `fitLines` has not. */
export function controlLines({ method, weighting }: PoolingModel): readonly string[] {
  return weighting === "IV" && ITERATED.has(method) ? [] : CONTROL;
}

/** Mantel-Haenszel under the common effect; under random effects tau2 from Q about it, then inverse variance. */
function tableFitLines(model: PoolingModel, measure: Measure): readonly string[] {
  const sums = [
    `rma.mh(measure = "${measure}", ai = A, bi = B, ci = C, di = D, data = d,`,
    `add = 0, to = "none", drop00 = FALSE, level = ${level(model)})`,
  ].join(" ");
  if (model.method === "EE") return ["fit <- function(d, test) {", `  ${sums}`, "}"];
  return [
    "fit <- function(d, test) {",
    `  if (nrow(d) == 1) return(rma(yi, vi, data = d, method = "EE", level = ${level(model)}))`,
    `  mh <- ${sums}`,
    "  w <- 1 / d$vi",
    "  tau2 <- max(0, (mh$QE - (nrow(d) - 1)) / (sum(w) - sum(w^2) / sum(w)))",
    `  f <- rma(yi, vi, data = d, tau2 = tau2, test = test, level = ${level(model)})`,
    '  f[c("QE", "QEp")] <- mh[c("QE", "QEp")] # Q about the Mantel-Haenszel estimate',
    "  f",
    "}",
    ...(model.predint === "HTS" || model.predint === "HK-PR" ? rileyLines(model) : []),
  ];
}

/** To metafor a tau2 that is given costs no degree of freedom: the interval with k - 2 of them is made here. */
function rileyLines(model: PoolingModel): readonly string[] {
  return [
    "riley <- function(f) {",
    `  reach <- qt(${(1 + model.level) / 2}, f$k - 2) * sqrt(f$tau2 + f$se^2)`,
    "  list(pi.lb = f$beta[1] - reach, pi.ub = f$beta[1] + reach)",
    "}",
  ];
}

const WIDER = [
  "wider <- function(d) { # the wider of Hartung-Knapp's interval and Wald's",
  '  both <- list(fit(d, "knha"), fit(d, "z"))',
  "  both[[which.max(sapply(both, function(f) f$ci.ub - f$ci.lb))]]",
  "}",
];

/** The pooled result of a data frame, as a call. */
export function fitCall({ test }: PoolingModel, data: string): string {
  return test === "wider" ? `wider(${data})` : `fit(${data}, "${test}")`;
}

/** The prediction interval of a data frame as a call; null under the common effect, which has none. */
export function predictCall({ method, predint, weighting }: PoolingModel, data: string): string | null {
  if (method === "EE") return null;
  const [test, type] = PREDINTS[predint];
  if (weighting === "MH" && type !== "") return `riley(fit(${data}, "${test}"))`;
  return `predict(fit(${data}, "${test}")${type})`;
}

/**
 * The meta-regression of a data frame, as a call. The wider of two intervals is a rule for one mean: a slope has Hartung
 * and Knapp's.
 */
export function regressionCall(model: PoolingModel, moderator: string, data: string): string {
  const test = model.test === "wider" ? "knha" : model.test;
  const control = ITERATED.has(model.method) ? data : null;
  return `rma(yi, vi, mods = ~ ${moderator}, data = ${data}, ${options(model, `"${test}"`, control)})`;
}

/** Lines of R for groups with one tau2: the results as `groups`, and the test between them as `between`. */
export function commonTau2Lines(model: PoolingModel): readonly string[] {
  const { method, test, predint } = model;
  const data = ITERATED.has(method) ? "dat" : null;
  const call = (by: string) => `rma(yi, vi, mods = ~ ${by}, data = dat, ${options(model, "test", data)})`;
  const tested = test === "wider" ? "adhoc" : test;
  const [piTest, piType] = PREDINTS[predint];
  return [
    `common <- function(test) ${call("group - 1")}`,
    ...(test === "wider"
      ? [
          'hk <- common("knha")',
          'wald <- common("z")',
          "use <- hk$ci.ub - hk$ci.lb > wald$ci.ub - wald$ci.lb",
          "groups <- data.frame(estimate = hk$beta[, 1], ci.lb = ifelse(use, hk$ci.lb, wald$ci.lb),",
          "  ci.ub = ifelse(use, hk$ci.ub, wald$ci.ub), tau2 = hk$tau2)",
        ]
      : [
          `g <- common("${test}")`,
          "groups <- data.frame(estimate = g$beta[, 1], ci.lb = g$ci.lb, ci.ub = g$ci.ub, tau2 = g$tau2)",
        ]),
    "groups",
    ...(method === "EE" ? [] : [`predict(common("${piTest}"), newmods = diag(nrow(groups))${piType})`]),
    `test <- "${tested}"`,
    `between <- ${call("group")}`,
    "c(statistic = between$QM, p = between$QMp)",
  ];
}

function options(model: PoolingModel, test: string, data: string | null): string {
  const control = data === null ? "" : `, control = control(${data})`;
  return `method = "${model.method}", test = ${test}, level = ${level(model)}${control}`;
}

/** The level of intervals in percent, as metafor takes it. */
export function level({ level: proportion }: PoolingModel): string {
  return String(Number((100 * proportion).toFixed(6)));
}
