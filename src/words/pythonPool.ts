import { isTableMeasure } from "../model/appliedModel";
import type { Measure } from "../model/measure";
import type { PoolingModel, Predint, Test } from "../model/poolingModel";
import { pythonTables } from "./pythonTables";
import { tau2Lines } from "./pythonTau2";

/** Lines of Python that define `pool`, a function of the places of studies that returns their result by its names. */
export function pythonPool(measure: Measure, model: PoolingModel): readonly string[] {
  const common = [...MEAN, "", ...tau2Lines(model.method), "", ...INTERVAL, ""];
  if (model.weighting === "IV" || !isTableMeasure(measure)) return [...common, ...poolLines(model, INVERSE)];
  const tables = [...common, ...pythonTables(measure), ""];
  if (model.method === "EE") return [...tables, ...TABLES_ALONE];
  return [...tables, ...poolLines(model, TABLES)];
}

const MEAN = [
  "def mean(yi, vi, tau2):  # the weighted mean, the sum of the weights, the generalised Q",
  "    w = 1 / (vi + tau2)",
  "    mu = np.sum(w * yi) / np.sum(w)",
  "    return mu, np.sum(w), np.sum(w * (yi - mu) ** 2)",
  "",
];

const INTERVAL = [
  "def interval(mu, se, df):  # by the normal where df is None, else by t(df)",
  "    law = stats.norm if df is None else stats.t(df)",
  "    tail = (1 - LEVEL) / 2",
  "    reach = law.isf(tail)",
  "    reach += (law.sf(reach) - tail) / law.pdf(reach)  # scipy's quantiles of t have some nine digits",
  "    half = reach * se",
  "    return dict(se=se, lb=mu - half, ub=mu + half, stat=mu / se, pval=2 * law.sf(abs(mu / se)))",
  "",
];

/** The interval of a test, from the mean `mu`, Wald's standard error `wald` and Hartung and Knapp's `knha`. */
export function intervalBy(test: Test, df: string): string {
  switch (test) {
    case "z":
      return "interval(mu, wald, None)";
    case "t":
      return `interval(mu, wald, ${df})`;
    case "knha":
      return `interval(mu, knha, ${df})`;
    case "adhoc":
      return `interval(mu, max(wald, knha), ${df})`;
    case "wider":
      return `max(interval(mu, wald, None), interval(mu, knha, ${df}), key=lambda one: one['ub'] - one['lb'])`;
  }
}

const PREDINTS: Readonly<Record<Predint, readonly [se: string, df: string, least: number]>> = {
  z: ["wald", "None", 2],
  V: ["wald", "k - 1", 2],
  HTS: ["wald", "k - 2", 3],
  HK: ["knha", "k - 1", 2],
  "HK-PR": ["knha", "k - 2", 3],
};

/** Q and tau2 of studies by inverse variance. */
const INVERSE = ["_, W0, Q = mean(y, v, 0)", "tau2 = tau2_of(y, v) if k > 1 else 0.0"];

/** The same about Mantel and Haenszel's effect, as in RevMan. */
const TABLES = [
  "Q = np.sum((y - tables(a[at], b[at], c[at], d[at])[0]) ** 2 / v)  # about Mantel and Haenszel's effect",
  "W0 = np.sum(1 / v)",
  "tau2 = max(0.0, (Q - (k - 1)) / (W0 - np.sum(1 / v**2) / W0)) if k > 1 else 0.0",
];

/** Mantel and Haenszel's result under the common effect. */
const TABLES_ALONE = [
  "def pool(at):  # the studies at some places",
  "    k = len(at)",
  "    mu, variance = tables(a[at], b[at], c[at], d[at])",
  "    result = dict(k=k, mu=mu, tau2=0.0, **interval(mu, np.sqrt(variance), None))",
  "    if k > 1:",
  "        Q = np.sum((yi[at] - mu) ** 2 / vi[at])",
  "        result.update(Q=Q, Qp=stats.chi2.sf(Q, k - 1), I2=100 * max(0.0, (Q - (k - 1)) / Q) if Q > 0 else 0.0)",
  "    return result",
  "",
];

function poolLines({ method, test, predint }: PoolingModel, start: readonly string[]): readonly string[] {
  const [se, df, least] = PREDINTS[predint];
  const I2 =
    method === "EE"
      ? ["I2 = 100 * max(0.0, (Q - (k - 1)) / Q) if Q > 0 else 0.0"]
      : [
          "s2 = (k - 1) / (W0 - np.sum(1 / v**2) / W0)  # the typical sampling variance",
          "I2 = 100 * tau2 / (tau2 + s2)",
        ];
  return [
    "def pool(at):  # the studies at some places",
    "    y, v, k = yi[at], vi[at], len(at)",
    ...start.map((line) => `    ${line}`),
    "    mu, W, spread = mean(y, v, tau2)",
    "    wald = np.sqrt(1 / W)",
    "    if k == 1:",
    "        return dict(k=k, mu=mu, tau2=tau2, **interval(mu, wald, None))",
    "    # Of equal effects Hartung and Knapp's standard error says nothing.",
    "    knha = np.sqrt(spread / (k - 1) / W) if spread > 0 else wald",
    `    result = dict(k=k, mu=mu, tau2=tau2, **${intervalBy(test, "k - 1")})`,
    ...I2.map((line) => `    ${line}`),
    "    result.update(Q=Q, Qp=stats.chi2.sf(Q, k - 1), I2=I2)",
    ...(method === "EE"
      ? []
      : [
          `    if k >= ${least}:`,
          `        new = interval(mu, np.sqrt(tau2 + ${se}**2), ${df})`,
          "        result.update(pi_lb=new['lb'], pi_ub=new['ub'])",
        ]),
    "    return result",
    "",
  ];
}
