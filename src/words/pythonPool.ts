import type { Method, PoolingModel, Predint, Test } from "../model/poolingModel";

/** Lines of Python that define `pool`, a function of effects and variances that returns the result by its names. */
export function pythonPool(model: PoolingModel): readonly string[] {
  return [...MEAN, "", ...TAU2[model.method], "", ...INTERVAL, "", ...poolLines(model)];
}

const MEAN = [
  "def mean(yi, vi, tau2):  # the weighted mean, the sum of the weights, the generalised Q",
  "    w = 1 / (vi + tau2)",
  "    mu = np.sum(w * yi) / np.sum(w)",
  "    return mu, np.sum(w), np.sum(w * (yi - mu) ** 2)",
  "",
];

const of = (comment: string, ...lines: readonly string[]): readonly string[] => [
  `def tau2_of(yi, vi):  # ${comment}`,
  ...lines.map((line) => `    ${line}`),
  "",
];

const PAULE_MANDEL = [
  "excess = lambda tau2: mean(yi, vi, tau2)[2] - (len(yi) - 1)",
  "if excess(0) <= 0:",
  "    return 0.0",
  "top = np.ptp(yi) ** 2 + np.max(vi)",
  "while excess(top) > 0:",
  "    top *= 2",
  "return optimize.brentq(excess, 0, top, xtol=1e-18, rtol=1e-14)",
];

/** The zero of the score that has the highest likelihood, or no spread. */
const likelihood = (score: string, restricted: string) => [
  "def score(tau2):",
  "    w = 1 / (vi + tau2)",
  "    r = yi - mean(yi, vi, tau2)[0]",
  `    return np.sum(w**2 * r**2) - ${score}`,
  "",
  "def likelihood(tau2):",
  "    _, W, Q = mean(yi, vi, tau2)",
  `    return -(np.sum(np.log(vi + tau2))${restricted} + Q) / 2`,
  "",
  "top = 10 * max(np.max(vi), np.ptp(yi) ** 2)",
  "grid = np.concatenate([[0], np.geomspace(1e-6 * np.min(vi), top, 2000)])",
  "scores = [score(tau2) for tau2 in grid]",
  "peaks = [",
  "    optimize.brentq(score, grid[i], grid[i + 1], xtol=1e-18, rtol=1e-14)",
  "    for i in range(len(grid) - 1)",
  "    if scores[i] > 0 >= scores[i + 1]",
  "]",
  "return max([0.0, *peaks], key=likelihood)",
];

const TAU2: Readonly<Record<Method, readonly string[]>> = {
  EE: of("one effect for all studies: no variance between them", "return 0.0"),
  DL: of(
    "DerSimonian and Laird",
    "_, W, Q = mean(yi, vi, 0)",
    "return max(0.0, (Q - (len(yi) - 1)) / (W - np.sum(1 / vi**2) / W))",
  ),
  PM: of("Paule and Mandel: the generalised Q is k - 1", ...PAULE_MANDEL),
  EB: of("empirical Bayes, which is Paule and Mandel's: the generalised Q is k - 1", ...PAULE_MANDEL),
  REML: of("restricted maximum likelihood", ...likelihood("(np.sum(w) - np.sum(w**2) / np.sum(w))", " + np.log(W)")),
  ML: of("maximum likelihood", ...likelihood("np.sum(w)", "")),
  HE: of("Hedges and Olkin", "return max(0.0, np.var(yi, ddof=1) - np.mean(vi))"),
  HS: of("Hunter and Schmidt", "_, W, Q = mean(yi, vi, 0)", "return max(0.0, (Q - len(yi)) / W)"),
  SJ: of(
    "Sidik and Jonkman",
    "crude = np.var(yi)",
    "return crude * mean(yi, vi, crude)[2] / (len(yi) - 1) if crude > 0 else 0.0",
  ),
};

const INTERVAL = [
  "def interval(mu, se, df):  # by the normal where df is None, else by t(df)",
  "    law = stats.norm if df is None else stats.t(df)",
  "    half = law.ppf(1 - (1 - LEVEL) / 2) * se",
  "    return dict(se=se, lb=mu - half, ub=mu + half, stat=mu / se, pval=2 * law.sf(abs(mu / se)))",
  "",
];

/** What the interval is made by, from Wald's standard error and Hartung and Knapp's. */
const TESTS: Readonly<Record<Test, string>> = {
  z: "interval(mu, wald, None)",
  t: "interval(mu, wald, k - 1)",
  knha: "interval(mu, knha, k - 1)",
  adhoc: "interval(mu, max(wald, knha), k - 1)",
  wider: "max(interval(mu, wald, None), interval(mu, knha, k - 1), key=lambda one: one['ub'] - one['lb'])",
};

const PREDINTS: Readonly<Record<Predint, readonly [se: string, df: string, least: number]>> = {
  z: ["wald", "None", 2],
  V: ["wald", "k - 1", 2],
  HTS: ["wald", "k - 2", 3],
  HK: ["knha", "k - 1", 2],
  "HK-PR": ["knha", "k - 2", 3],
};

function poolLines({ method, test, predint }: PoolingModel): readonly string[] {
  const [se, df, least] = PREDINTS[predint];
  const I2 =
    method === "EE"
      ? ["I2 = 100 * max(0.0, (Q - (k - 1)) / Q) if k > 1 and Q > 0 else 0.0"]
      : [
          "s2 = (k - 1) / (W0 - np.sum(1 / vi**2) / W0)  # the typical sampling variance",
          "I2 = 100 * tau2 / (tau2 + s2)",
        ];
  return [
    "def pool(yi, vi):",
    "    k = len(yi)",
    "    tau2 = tau2_of(yi, vi) if k > 1 else 0.0",
    "    mu, W, spread = mean(yi, vi, tau2)",
    "    wald = np.sqrt(1 / W)",
    "    if k == 1:",
    "        return dict(k=k, mu=mu, tau2=tau2, **interval(mu, wald, None))",
    "    # Of equal effects Hartung and Knapp's standard error says nothing.",
    "    knha = np.sqrt(spread / (k - 1) / W) if spread > 0 else wald",
    `    result = dict(k=k, mu=mu, tau2=tau2, **${TESTS[test]})`,
    "    _, W0, Q = mean(yi, vi, 0)",
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
